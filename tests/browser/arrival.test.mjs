// How somebody comes in where no link of the demonstration leads: with the link that an empty house prints, with the one in a
// letter, and with the code on the trainer's screen. And what an empty house has that the demonstration has not: a period that is
// over and still to be closed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { check } from "./check.mjs";
import { LANGUAGES, eventually, inWords, openBrowser, openEmptyHouse, openHouse, press, visitor } from "./rig.mjs";
import { scan } from "./scan.mjs";

const browser = await openBrowser();
after(() => browser.close());
const { word, pattern, button, link, said, heading } = inWords("nl");
const path = (page) => new URL(page.url()).pathname;

describe("an empty house", () => {
  let house, first, address;
  before(async () => {
    house = await openEmptyHouse();
    // The browser notes on its console what is refused (422), and that a link works no more (410).
    first = await visitor(browser, house, { expects: /status of 4(10|22)/ });
  });
  after(async () => {
    await first?.close();
    await house?.stop();
  });

  test("prints the link with which somebody begins, and is theirs from then on", async () => {
    const link = /http:\S+\/set-up\/\S+/;
    await eventually(() => link.test(house.said()));
    [address] = house.said().match(link);
    for (const language of LANGUAGES) {
      const somebody = await visitor(browser, house, { language });
      await somebody.page.goto(address);
      await check(somebody.page, `set-up-${language}`);
      await somebody.close();
    }
    const { page } = first;
    await page.goto(address);
    await page.locator("#name").fill("Iris de Wit");
    await page.locator("#email").fill("i.dewit@gemeente.example");
    await page.locator("#password").fill("kort");
    assert.equal((await press(page, button(page, "set-up-button"))).status(), 422);
    assert.equal(await page.locator("#errors li a").count(), 1);
    await check(page, "set-up-wrong");
    await page.locator("#password").fill("lang genoeg om te onthouden");
    await press(page, button(page, "set-up-button"));
    assert.equal(path(page), "/");
    await check(page, "home-of-an-empty-house");
  });

  test("says of that link afterwards that it works no more", async () => {
    assert.equal((await first.page.goto(address)).status(), 410);
    await heading(first.page, "set-up-gone-title");
    await check(first.page, "set-up-gone");
  });

  test("closes a period that is over", async () => {
    const { page } = first;
    await page.goto("/people");
    await press(page, page.locator('main a[href^="/people/"]').first());
    await page.locator("#role").selectOption("programme-manager");
    await press(page, button(page, "role-grant"));
    await page.goto("/desk/adoption/periods");
    await check(page, "periods-none");
    await page.locator("#begins").fill("2025-03-03");
    await press(page, button(page, "periods-begin"));
    await said(page, "periods-said-begun");
    await press(page, link(page, "periods-close"));
    assert.match(path(page), /^\/desk\/adoption\/periods\/[^/]+\/closing$/);
    await check(page, "period-closing");
    await press(page, button(page, "periods-close"));
    await said(page, "periods-said-closing");
    await check(page, "periods-closing");
  });
});

describe("where the demonstration leads only by letter or by code", () => {
  let house, worker, name, mail;
  before(async () => {
    house = await openHouse();
    worker = await visitor(browser, house, { persona: "employee", width: 390 });
    await worker.page.goto("/me");
    name = (await worker.page.locator(".me__name").textContent()).trim();
    [mail] = (await worker.page.locator("main").innerText()).match(/\S+@\S+/);
  });
  after(async () => {
    await worker?.close();
    await house?.stop();
  });

  test("somebody comes in with the link in a letter, once", async () => {
    const { page } = worker;
    const phone = await visitor(browser, house, { width: 390, expects: /status of 410/ });
    await phone.page.goto("/sign-in");
    await phone.page.locator("#email").fill(mail);
    await press(phone.page, button(phone.page, "sign-in-send"));
    await heading(phone.page, "sign-in-sent-title");
    const letter = page.getByRole("link", { name: /^Inloggen bij/ });
    await eventually(async () => (await page.goto("/letters")) && (await letter.count()) > 0);
    await press(page, letter);
    const address = await page.locator('main a[href*="/sign-in/link/"]').getAttribute("href");
    const other = await visitor(browser, house, { language: "en" });
    await other.page.goto(address);
    await check(other.page, "sign-in-link-en");
    await other.close();
    await phone.page.goto(address);
    await check(phone.page, "sign-in-link-nl");
    await press(phone.page, button(phone.page, "layout-sign-in"));
    assert.equal((await phone.page.locator(".me__name").textContent()).trim(), name);
    await phone.page.context().clearCookies();
    await phone.page.goto(address);
    assert.ok((await phone.page.locator("main").innerText()).includes(word("refusal-link-not-valid")));
    await check(phone.page, "sign-in-link-used");
    await phone.close();
  });

  test("somebody scans the code on the trainer's screen", async () => {
    const trainer = await visitor(browser, house, { persona: "trainer" });
    const { page } = trainer;
    await page.goto("/");
    await press(page, page.locator('.hello__next a:not([href$="/register"])'));
    const room = path(page);
    await press(page, page.locator('main a[href$="/register"]'));
    await press(page, button(page, "check-in-open"));
    const address = await scan(page);
    assert.match(new URL(address).pathname, /^\/check-in\/[^/]+$/);
    await worker.page.goto(address);
    assert.ok((await worker.page.locator("main").innerText()).includes(word("check-in-not-on-the-list")));
    await check(worker.page, "check-in-not-on-the-list");
    // Enrolment is closed by now (409): whoever plans may do it all the same.
    const planner = await visitor(browser, house, { persona: "hr", expects: /status of 409/ });
    await planner.page.goto(room);
    await planner.page.locator("#search").fill(name);
    await press(planner.page, button(planner.page, "desk-find"));
    await press(planner.page, button(planner.page, "desk-enrol-choose"));
    await check(planner.page, "enrol-refused");
    await planner.page.locator("#override").check();
    await planner.page.locator("#reason").fill("Staat al in de zaal.");
    await press(planner.page, button(planner.page, "desk-override-enrol"));
    await planner.close();
    await worker.page.goto(address);
    await check(worker.page, "check-in");
    await press(worker.page, button(worker.page, "check-in-do"));
    assert.match(await worker.page.locator("main").innerText(), pattern("check-in-done"));
    await check(worker.page, "check-in-done");
    await page.reload();
    assert.match(await page.locator(".qr__count").innerText(), /^1 /);
    await press(page, button(page, "check-in-end"));
    await trainer.close();
  });
});
