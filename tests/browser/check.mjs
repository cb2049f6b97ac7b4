// What is asked of every page: axe finds nothing, nothing scrolls sideways, also when text is spaced or zoomed.
import assert from "node:assert/strict";
import { LAYOUT, WIDTHS, axe, photograph, sideways, spaced } from "./rig.mjs";

/**
 * The `whole` of it; of the other instances of a page only what differs with what stands on it. Looked at `close`, axe
 * tries everything at both widths, and a picture of each is kept.
 */
export async function check(page, name, { whole = true, close = true } = {}) {
  for (const width of whole ? [320, 640] : [320]) {
    await page.setViewportSize({ width, height: 900 });
    assert.equal(await sideways(page), 0, `${page.url()} scrolls sideways at ${width} px`);
  }
  for (const [at, width] of (whole ? WIDTHS : WIDTHS.slice(0, 1)).entries()) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await axe(page, close || at === 0 ? undefined : LAYOUT), [], `${page.url()} at ${width} px`);
    assert.equal(await sideways(page), 0, `${page.url()} scrolls sideways at ${width} px`);
    if (!whole) continue;
    assert.deepEqual(await spaced(page), [], `${page.url()} with spaced text at ${width} px`);
    if (close) await photograph(page, `page-${name}-${width}`);
  }
}
