// Somebody asks for everything that is held of them: on a desktop with JavaScript, on a phone without.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, openBrowser, openHouse, sideways, visitor, word } from "./rig.mjs";

const MODES = [
  { name: "with JavaScript on a desktop", javaScript: true, width: 1280 },
  { name: "without JavaScript on a phone", javaScript: false, width: 390 },
];

const browser = await openBrowser();
after(() => browser.close());

for (const { name, ...mode } of MODES) {
  describe(`somebody ${name}`, () => {
    let house, page, problems, close;
    before(async () => {
      house = await openHouse();
      ({ page, problems, close } = await visitor(browser, house, { persona: "employee", ...mode }));
    });
    after(async () => {
      await close?.();
      await house?.stop();
    });

    test("asks for their own data, reads it and takes it along", async () => {
      await page.goto("/me");
      await page.getByRole("link", { name: word("report-link") }).click();
      await page.getByRole("heading", { level: 1, name: word("report-title") }).waitFor({ timeout: 5000 });
      const text = await page.locator("main").innerText();
      for (const key of ["held-person", "held-enrolments", "held-seen-by"]) assert.ok(text.includes(word(key)), key);
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: word("report-file") }).click();
      assert.equal((await download).suggestedFilename(), "olievlek-gegevens.json");
      if (mode.javaScript) assert.deepEqual(await axe(page), []);
      assert.ok((await sideways(page)) <= 0, "nothing scrolls sideways");
      assert.deepEqual(problems, []);
    });
  });
}
