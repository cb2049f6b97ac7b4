// A head helps somebody without a mail address, who signs in with a printed code on a shared phone; and a guest from
// outside sees what they were invited to, and nothing else.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, openBrowser, openHouse, photograph, press, sideways, visitor, word } from "./rig.mjs";

const browser = await openBrowser();
const house = await openHouse();
after(async () => {
  await browser.close();
  await house.stop();
});

const button = (page, key) => page.getByRole("button", { name: word(key) });
const said = (page, key) => page.getByRole("status").getByText(word(key)).waitFor({ timeout: 5000 });

/** The page is well, and a picture of it is kept. */
async function look(page, label) {
  assert.deepEqual(await axe(page), []);
  assert.equal(await sideways(page), 0);
  await photograph(page, `team-${label}`);
}

describe("a head", () => {
  let page, problems, close, number, code;
  before(async () => ({ page, problems, close } = await visitor(browser, house, { persona: "head" })));
  after(() => close?.());

  test("finds the letters of the team on the first page, and ticks one off", async () => {
    await page.goto("/");
    await press(page, page.locator('main a[href="/team/letters"]'));
    const letters = await button(page, "team-letters-given").count();
    assert.ok(letters > 0, "no letter waits");
    await press(page, button(page, "team-letters-given"));
    await page.goto("/team/letters");
    assert.equal(await button(page, "team-letters-given").count(), letters - 1);
    await look(page, "letters");
  });

  test("prints a code for somebody without a mail address", async () => {
    await page.goto("/team");
    await press(page, page.locator('main a[href$="/sign-in-code"]'));
    await press(page, page.locator('form[action^="/sign-in-code/"] button'));
    code = (await page.locator(".pass__code").innerText()).trim();
    number = (await page.locator("#fresh dd strong").innerText()).trim();
    await look(page, "code");
    assert.deepEqual(problems, []);
  });

  test("and that person comes in on a shared phone, and goes out again", async () => {
    const phone = await visitor(browser, house, { width: 390 });
    await phone.page.goto("/sign-in");
    await press(phone.page, phone.page.locator('main a[href="/sign-in/code"]'));
    await phone.page.locator("#number").fill(number);
    // As somebody types it from paper: in small letters, without the dash.
    await phone.page.locator("#code").fill(code.toLowerCase().replace("-", " "));
    await press(phone.page, button(phone.page, "sign-in-title").last());
    assert.equal(new URL(phone.page.url()).pathname, "/");
    await look(phone.page, "shared");
    await press(phone.page, phone.page.locator(".shared button"));
    await phone.page.goto("/places");
    assert.match(phone.page.url(), /sign-in/);
    await phone.close();
  });
});

describe("a guest from outside", () => {
  test("sees the date they were invited to, and neither the catalogue nor colleagues", async () => {
    const expects = /status of 40[34]/;
    const { page, close } = await visitor(browser, house, { persona: "guest", width: 390, expects });
    await page.goto("/places");
    await press(page, page.locator('main a[href^="/enrolments/"]'));
    await page.getByRole("heading", { name: word("place-state-confirmed"), exact: true }).waitFor({ timeout: 5000 });
    await look(page, "guest");
    for (const path of ["/workshops", "/people", "/search?q=a", "/team"]) {
      const answer = await page.goto(path);
      assert.ok([403, 404].includes(answer.status()), `${path} answered ${answer.status()}`);
    }
    await close();
  });
});
