// Whether one sees what is chosen: of every kind of radio button, tick and current link on a page, the same thing chosen and not
// chosen must look different. Looked at in pixels, so it holds for whatever colours the reader forces.

/** Fewer pixels than this nobody sees. */
const FEWEST = 20;

/** Runs in the page: marks one of each kind, and says which there are. */
function kinds() {
  const seen = new Map();
  for (const element of document.querySelectorAll("main input:is([type=radio], [type=checkbox]), [aria-current]:not([aria-current=false])")) {
    // What a label stands for is seen on the label.
    const shown = element.matches("input") ? (element.closest("label") ?? element.parentElement) : element;
    if (element.disabled || !shown.checkVisibility({ visibilityProperty: true })) continue;
    const kind = `${element.type || "current"} in ${shown.tagName.toLowerCase()}.${shown.className || shown.parentElement.className}`;
    if (seen.has(kind)) continue;
    seen.set(kind, true);
    element.dataset.kind = shown.dataset.shown = seen.size;
  }
  return [...seen.keys()];
}

/** Runs in the page: chooses the marked thing, or not. Nothing else is told of it. */
function choose([at, chosen]) {
  const element = document.querySelector(`[data-kind="${at}"]`);
  if (element.matches("input")) {
    // Of a group one is chosen: the others must not change what is compared.
    for (const other of document.querySelectorAll(`input[type=radio][name="${element.name}"]`)) other.checked = false;
    element.checked = chosen;
  } else if (chosen) element.setAttribute("aria-current", "page");
  else element.removeAttribute("aria-current");
  document.activeElement?.blur();
}

/** Runs in an empty page: in how many pixels two pictures differ to the eye. */
async function compare(pictures) {
  const [one, other] = await Promise.all(
    pictures.map(async (picture) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
      canvas.drawImage(image, 0, 0);
      return canvas.getImageData(0, 0, image.width, image.height);
    }),
  );
  if (one.width !== other.width || one.height !== other.height) return Infinity;
  let count = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(one.data[at + channel] - other.data[at + channel]) > 64)) count += 1;
  }
  return count;
}

/** What looks the same chosen and not chosen: `{ kinds, same }`, both in words. */
export async function chosen(page) {
  const names = await page.evaluate(kinds);
  const empty = await page.context().newPage();
  const same = [];
  for (const [index, name] of names.entries()) {
    const shown = page.locator(`[data-shown="${index + 1}"]`);
    const pictures = [];
    for (const state of [true, false]) {
      await page.evaluate(choose, [index + 1, state]);
      await shown.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await shown.boundingBox();
      const around = { x: Math.max(0, x - 4), y: Math.max(0, y - 4), width: width + 8, height: height + 8 };
      pictures.push((await page.screenshot({ clip: around, animations: "disabled" })).toString("base64"));
    }
    if ((await empty.evaluate(compare, pictures)) < FEWEST) same.push(name);
  }
  await empty.close();
  return { kinds: names, same };
}
