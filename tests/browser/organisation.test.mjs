// An administrator merges two departments: finds one in the tree, sees whom it touches, decides, and still reads the past.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, openBrowser, openHouse, photograph, press, sideways, visitor, word } from "./rig.mjs";

const MODES = [
  { name: "with JavaScript on a desktop", javaScript: true, width: 1280 },
  { name: "without JavaScript on a phone", javaScript: false, width: 390 },
];

const browser = await openBrowser();
after(() => browser.close());

for (const { name, ...mode } of MODES) {
  describe(`an administrator ${name}`, () => {
    let house, page, problems, close;
    before(async () => {
      house = await openHouse();
      ({ page, problems, close } = await visitor(browser, house, { persona: "administrator", ...mode }));
    });
    after(async () => {
      await close?.();
      await house?.stop();
    });

    test("merges two departments after seeing whom it touches", async () => {
      await page.goto("/departments");
      const rows = page.locator("tbody tr", { hasText: word("department-team") }).getByRole("link");
      const [from, into] = [await rows.nth(0).innerText(), await rows.nth(1).innerText()];
      await press(page, rows.nth(0));
      await photograph(page, `department-${mode.width}`);
      if (mode.javaScript) assert.deepEqual(await axe(page), []);
      assert.equal(await sideways(page), 0);
      await press(page, page.getByRole("link", { name: word("department-merge"), exact: true }));
      const choice = page.locator("#into option", { hasText: into }).first();
      await page.locator("#into").selectOption(await choice.getAttribute("value"));
      await press(page, page.getByRole("button", { name: word("department-merge-look") }));
      assert.match(await page.locator(".ticks").innerText(), new RegExp(into));
      await photograph(page, `department-merger-${mode.width}`);
      if (mode.javaScript) assert.deepEqual(await axe(page), []);
      await press(page, page.getByRole("button", { name: word("department-merge-do"), exact: true }));
      await page.getByRole("status").getByText(word("department-merged")).waitFor({ timeout: 5000 });
      assert.equal(await page.locator("h1").innerText(), into);
      assert.match(await page.locator("section[aria-labelledby=past]").innerText(), new RegExp(from));
      await page.goto("/departments");
      assert.equal(await page.getByRole("link", { name: from, exact: true }).count(), 0);
      assert.deepEqual(problems, []);
    });
  });
}
