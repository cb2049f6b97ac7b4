// Every page that exists, in both languages and at both widths: axe finds nothing, nothing scrolls sideways, and the
// console stays silent.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, WIDTHS, axe, openBrowser, openHouse, photograph, sideways, sitemap, visitor } from "./rig.mjs";

const house = await openHouse();
const browser = await openBrowser();
const pages = await sitemap(house);
after(async () => {
  await browser.close();
  await house.stop();
});

test("the demo lists its pages", () => {
  assert.ok(pages.length > 0);
  for (const { path, role } of pages) assert.ok(path.startsWith("/") && role, `${path} ${role}`);
});

for (const persona of new Set(pages.map((page) => page.role))) {
  for (const language of LANGUAGES) {
    describe(`as ${persona} in ${language}`, () => {
      let somebody;
      before(async () => (somebody = await visitor(browser, house, { persona, language })));
      after(() => somebody?.close());

      for (const { path } of pages.filter((page) => page.role === persona)) {
        test(`${path} is accessible on a phone and on a desktop`, async () => {
          const { page, problems } = somebody;
          problems.length = 0;
          const answer = await page.goto(path);
          assert.equal(answer.status(), 200, `${path} answered ${answer.status()}`);
          assert.equal(await page.getAttribute("html", "lang"), language);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 });
            assert.deepEqual(await axe(page), [], `${path} at ${width} px`);
            assert.equal(await sideways(page), 0, `${path} scrolls sideways at ${width} px`);
            await photograph(page, `${path.slice(1) || "home"}-${persona}-${language}-${width}`);
          }
          assert.deepEqual(problems, []);
        });
      }
    });
  }
}
