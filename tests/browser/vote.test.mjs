// A vote in the room: whoever holds the conversation finds it on the first page of a tablet, shows the code and closes it; people vote
// on their phones, with and without JavaScript, in both languages, send it twice, and see the result on the same page.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, eventually, inWords, openBrowser, openHouse, photograph, press, sideways, visitor } from "./rig.mjs";

const browser = await openBrowser();
after(() => browser.close());

const VALUES = ["verbinding", "vakmanschap", "vertrouwen", "vernieuwing"];
const PHONES = [
  { language: "nl", width: 390, javaScript: true },
  { language: "en", width: 390, javaScript: false },
  { language: "nl", width: 320, javaScript: false },
  { language: "en", width: 320, javaScript: true },
];

describe("a vote in the room", () => {
  let house, tablet, address, before_;
  const screen = inWords("nl");
  before(async () => {
    house = await openHouse();
    tablet = await visitor(browser, house, { persona: "facilitator", language: "nl", width: 820 });
  });
  after(async () => {
    await tablet?.close();
    await house?.stop();
  });

  const count = async () => Number(await tablet.page.locator("#turnout b").innerText());

  /** The page is well, and a picture of it is kept. */
  async function look({ page }, label, javaScript = true) {
    if (javaScript) assert.deepEqual(await axe(page), []);
    assert.equal(await sideways(page), 0);
    await photograph(page, `vote-${label}`);
  }

  test("is found on the first page, with a code and an address, and without a result", async () => {
    await tablet.page.goto("/");
    await press(tablet.page, screen.link(tablet.page, "ballot-home-see"));
    const spoken = await tablet.page.locator(".ballot__address").innerText();
    address = `/vote/${spoken.split("/vote/")[1].toLowerCase()}`;
    before_ = await count();
    assert.equal(await tablet.page.locator(".ballot").count(), 0, "sealed");
    assert.equal(await tablet.page.locator(".qr__picture").count(), 1);
    await look(tablet, "screen-open");
  });

  for (const { language, width, javaScript } of PHONES) {
    const name = `${language} at ${width} px with${javaScript ? "" : "out"} JavaScript`;
    test(`takes the vote of a phone in ${name}, once`, async () => {
      // The browser notes on its console what was refused.
      const phone = await visitor(browser, house, { language, width, javaScript, expects: /status of 422/ });
      const { button, heading } = inWords(language);
      const { page } = phone;
      await page.goto(address);
      assert.equal(await page.getAttribute("html", "lang"), language);
      const steps = await page.locator(".scale__step").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)));
      assert.equal(steps.length, 20);
      assert.ok(steps.every((side) => side >= 48), `thumbs: ${steps}`);
      for (const value of VALUES.slice(0, 3)) await page.locator(`input[name=${value}][value="4"]`).check();
      await press(page, button(page, "vote-send"));
      assert.ok(await page.locator("#errors").isVisible(), "one lacks");
      assert.equal(await page.locator("input:checked").count(), 3, "nothing is lost");
      await look(phone, `phone-lacks-${language}-${width}`, javaScript);
      const seen = await count();
      await page.locator('input[name=vernieuwing][value="2"]').check();
      const sent = await page.locator("form.form").evaluate((form) => new URLSearchParams(new FormData(form)).toString());
      await press(page, button(page, "vote-send"));
      await heading(page, "vote-thanks");
      const again = await page.request.post(address, { data: sent, headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" } });
      assert.ok(again.ok(), `the same page sent twice: ${again.status()}`);
      await look(phone, `phone-thanks-${language}-${width}`, javaScript);
      await eventually(async () => (await count()) === seen + 1);
      await phone.close();
    });
  }

  test("is closed for good, and shows the result to the room at once", async () => {
    const phones = [];
    for (const language of ["nl", "en"]) {
      const phone = await visitor(browser, house, { language, width: 390 });
      await phone.page.goto(address);
      for (const value of VALUES) await phone.page.locator(`input[name=${value}][value="5"]`).check();
      await press(phone.page, inWords(language).button(phone.page, "vote-send"));
      phones.push([language, phone]);
    }
    await eventually(async () => (await count()) === before_ + PHONES.length + 2);
    await tablet.page.locator("summary", { hasText: screen.word("ballot-close") }).click();
    await look(tablet, "screen-closing");
    await press(tablet.page, screen.button(tablet.page, "ballot-close-do"));
    assert.equal(await tablet.page.locator(".ballot").count(), 4);
    await look(tablet, "screen-result");
    for (const [language, phone] of phones) {
      // By itself: nobody reloads.
      await inWords(language).heading(phone.page, "vote-result");
      assert.equal(await phone.page.locator(".ballot").count(), 4);
      await look(phone, `phone-result-${language}`);
      await phone.close();
    }
    const plain = await visitor(browser, house, { language: "nl", width: 390, javaScript: false });
    await plain.page.goto(address);
    assert.equal(await plain.page.locator(".ballot").count(), 4, "also without JavaScript");
    await plain.close();
  });
});
