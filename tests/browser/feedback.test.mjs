// What residents say, on a phone, by keyboard, in both languages, with and without JavaScript; the pulse from the first page; and an answer
// that a colleague gives on the telephone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, inWords, openBrowser, openHouse, photograph, press, sideways, tabTo, visitor, walkTo } from "./rig.mjs";

const browser = await openBrowser();
after(() => browser.close());

const PHONES = [
  { language: "nl", width: 390, javaScript: true },
  { language: "en", width: 390, javaScript: false },
  { language: "nl", width: 320, javaScript: false },
  { language: "en", width: 320, javaScript: true },
];
const VALUES = ["verbinding", "vakmanschap", "vertrouwen", "vernieuwing"];

/** The page is well, and a picture of it is kept. */
async function look({ page }, label, javaScript = true) {
  if (javaScript) assert.deepEqual(await axe(page), []);
  assert.equal(await sideways(page), 0);
  await photograph(page, `feedback-${label}`);
}

describe("what residents say", () => {
  let house, desk, address;
  const { button } = inWords("nl");
  before(async () => {
    house = await openHouse();
    desk = await visitor(browser, house, { persona: "hr", language: "nl", width: 1280 });
  });
  after(async () => {
    await desk?.close();
    await house?.stop();
  });

  test("is asked by a form with a code and an address", async () => {
    await desk.page.goto("/desk/feedback/forms");
    await desk.page.fill("#name", "Poster bij de kassa");
    await press(desk.page, button(desk.page, "feedback-form-open"));
    const spoken = await desk.page.locator(".ballot__address").innerText();
    address = `/feedback/${spoken.split("/feedback/")[1].toLowerCase()}`;
    assert.equal(await desk.page.locator(".qr__picture").count(), 1);
    await look(desk, "poster");
  });

  for (const { language, width, javaScript } of PHONES) {
    const name = `${language} at ${width} px with${javaScript ? "" : "out"} JavaScript`;
    test(`is filled in by keyboard in ${name}`, async () => {
      const phone = await visitor(browser, house, { language, width, javaScript });
      const { page } = phone;
      const words = inWords(language);
      await page.goto(address);
      assert.equal(await page.getAttribute("html", "lang"), language);
      const steps = await page.locator(".scale__step").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      assert.equal(steps.length, 15);
      assert.ok(steps.every((height) => height >= 48), `thumbs: ${steps}`);
      await look(phone, `ask-${language}-${width}`, javaScript);
      await tabTo(page, page.locator("#grade"));
      await page.keyboard.press("ArrowRight");
      assert.equal(await page.locator("input[name=grade]:checked").getAttribute("value"), "2");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      assert.equal(await page.locator("input[name=effort]:checked").getAttribute("value"), "1");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Bel 06 12345678");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await words.heading(page, "feedback-thanks");
      await look(phone, `thanks-${language}-${width}`, javaScript);
      await phone.close();
    });
  }

  test("says what is missing where nothing was filled in", async () => {
    const phone = await visitor(browser, house, { language: "nl", width: 390, expects: /status of 422/ });
    await phone.page.goto(address);
    await press(phone.page, button(phone.page, "feedback-send"));
    assert.equal(await phone.page.locator("#errors a").count(), 1);
    await look(phone, "empty");
    await phone.close();
  });

  test("is read without numbers by who measures, and shows no grade", async () => {
    await desk.page.goto("/desk/feedback");
    const first = await desk.page.locator("main .list li").first().innerText();
    assert.match(first, /Bel \[…\]/);
    await look(desk, "desk");
  });

  test("is entered one after another without a mouse", async () => {
    await desk.page.goto("/desk/feedback/new");
    for (let times = 0; times < 2; times += 1) {
      await tabTo(desk.page, desk.page.locator("#grade"));
      await desk.page.keyboard.press("Space");
      await tabTo(desk.page, desk.page.locator("#text"));
      await desk.page.keyboard.type("Aan de telefoon");
      await walkTo(desk.page, button(desk.page, "feedback-new-send"));
      await desk.page.locator(".flashes").waitFor();
      assert.equal(await desk.page.locator("#text").inputValue(), "");
    }
    await look(desk, "new");
  });
});

describe("the pulse", () => {
  let house;
  before(async () => {
    house = await openHouse();
  });
  after(async () => house?.stop());

  test("is answered from the first page, and by telephone", async () => {
    const phone = await visitor(browser, house, { persona: "employee", language: "nl", width: 320 });
    const { button, heading, link } = inWords("nl");
    await phone.page.goto("/");
    const waits = link(phone.page, "pulse-home-see");
    await press(phone.page, waits);
    await look(phone, "pulse");
    for (const value of VALUES) await phone.page.locator(`input[name=${value}][value="4"]`).check();
    await press(phone.page, button(phone.page, "pulse-send"));
    await heading(phone.page, "pulse-answered");
    await look(phone, "pulse-answered");
    await phone.close();
    const desk = await visitor(browser, house, { persona: "hr", language: "nl", width: 1280 });
    await desk.page.goto("/desk/pulse");
    await look(desk, "pulse-desk");
    await press(desk.page, link(desk.page, "pulse-colleagues"));
    await desk.page.fill("#q", "de");
    await desk.page.keyboard.press("Enter");
    await desk.page.locator("main .list a").first().waitFor();
    await look(desk, "pulse-colleagues");
    await desk.page.locator("main .list a").first().click();
    for (const value of VALUES) await desk.page.locator(`input[name=${value}][value="3"]`).check();
    await look(desk, "pulse-colleague");
    await press(desk.page, button(desk.page, "pulse-colleague-send"));
    await desk.page.locator(".flashes").waitFor();
    await desk.close();
  });
});
