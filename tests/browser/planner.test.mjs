// A planner moves a date, calls it off, and plans it again: with and without JavaScript, on a desktop and on a phone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, eventually, openBrowser, openHouse, photograph, press, sideways, visitor, word } from "./rig.mjs";

const MODES = [
  { name: "with JavaScript on a desktop", javaScript: true, width: 1280 },
  { name: "without JavaScript on a phone", javaScript: false, width: 390 },
];

const browser = await openBrowser();
after(() => browser.close());

const button = (page, key) => page.getByRole("button", { name: word(key) });
const link = (page, key) => page.getByRole("link", { name: word(key) });
const said = (page, key) => page.getByRole("status").getByText(word(key)).waitFor({ timeout: 5000 });

for (const { name, ...mode } of MODES) {
  describe(`a planner ${name}`, () => {
    let house, page, problems, close, session;
    before(async () => {
      house = await openHouse();
      ({ page, problems, close } = await visitor(browser, house, { persona: "hr", ...mode }));
    });
    after(async () => {
      await close?.();
      await house?.stop();
    });

    /** The page is well, and a picture of it is kept. */
    async function look(label) {
      if (mode.javaScript) assert.deepEqual(await axe(page), []);
      assert.equal(await sideways(page), 0);
      await photograph(page, `planner-${label}-${mode.width}`);
    }

    test("moves a date after seeing whom it touches", async () => {
      await page.goto("/desk/sessions?state=open");
      // The last of the page: far enough away, whatever the day is.
      session = await page.locator("tbody th a").last().getAttribute("href");
      await page.goto(session);
      await look("session");
      await press(page, link(page, "desk-action-move"));
      await look("meetings");
      await page.locator("#location-1").fill("Raadhuis, trouwzaal");
      await press(page, button(page, "desk-move-look").last());
      await page.getByRole("heading", { level: 1, name: word("desk-move-preview-title") }).waitFor({ timeout: 5000 });
      assert.match(await page.locator("main").innerText(), /trouwzaal/);
      await look("preview");
      await press(page, button(page, "desk-move-do"));
      await said(page, "desk-moved");
    });

    test("calls the date off, and everyone is told", async () => {
      await press(page, link(page, "desk-action-call-off"));
      await look("call-off");
      await page.locator("#reason").fill("De trainer is ziek.");
      await press(page, button(page, "desk-call-off-do"));
      await said(page, "desk-called-off");
      assert.match(await page.locator("main").innerText(), /De trainer is ziek\./);
      await look("called-off");
      await eventually(async () => {
        await page.goto("/letters");
        return /Gaat niet door/.test(await page.locator("main").innerText());
      });
    });

    test("plans it again as a series, after seeing the dates", async () => {
      await page.goto(session);
      await press(page, link(page, "desk-action-copy"));
      // The trainers of the demo are busy people.
      await page.locator("#trainers").uncheck();
      await page.locator("#times").fill("3");
      await press(page, button(page, "desk-copy-look"));
      await look("copy");
      await press(page, button(page, "desk-copy-make"));
      await page.getByRole("status").waitFor({ timeout: 5000 });
    });

    test("sees no script error", () => assert.deepEqual(problems, []));
  });
}
