// A trainer keeps the register of today, corrects a mark, takes the list along and writes to the participants: with and
// without JavaScript, on a phone and on a desktop, in both languages.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { MODES, axe, eventually, inWords, openBrowser, openHouse, photograph, press, sideways, tabTo, visitor, walkTo } from "./rig.mjs";

/** The browser notes on its console what is refused (422), what somebody else was first to mark (409), and that it was offline. */
const NOTED = /status of (422|409)|ERR_INTERNET_DISCONNECTED/;

const browser = await openBrowser();
after(() => browser.close());

for (const { name, tag, options } of MODES) {
  describe(`a trainer ${name}`, () => {
    const { word, pattern, button, link, said } = inWords(options.language);
    let house, page, problems, close, room, register;
    before(async () => {
      house = await openHouse();
      ({ page, problems, close } = await visitor(browser, house, { persona: "trainer", expects: NOTED, ...options }));
    });
    after(async () => {
      await close?.();
      await house?.stop();
    });

    /** The page is well, and a picture of it is kept. */
    async function look(label) {
      if (options.javaScript) assert.deepEqual(await axe(page), []);
      assert.equal(await sideways(page), 0);
      await photograph(page, `trainer-${label}-${tag}`);
    }

    const people = () => page.locator(".register > li");
    const mark = (at, which) => people().nth(at).locator(`input[value=${which}]`).check();
    const marks = () => page.locator(".register input:checked").evaluateAll((all) => all.map((one) => one.value));
    const state = () => page.locator(".register__state").innerText();

    test("finds the date of today on the first page, and its register", async () => {
      await page.goto("/");
      await press(page, page.locator('.hello__next a:not([href$="/register"])'));
      room = new URL(page.url()).pathname;
      await look("session");
      await press(page, page.locator('main a[href$="/register"]'));
      register = new URL(page.url()).pathname;
      assert.equal(await people().count(), 9);
      assert.deepEqual(await marks(), [], "nobody is marked yet");
      await look("register");
    });

    test("marks two by hand and the others with one press, and sees that it was saved", async () => {
      await mark(0, "absent");
      await mark(1, "excused");
      await press(page, button(page, "register-rest"));
      await said(page, "register-said");
      assert.match(await state(), pattern("register-saved"));
      assert.deepEqual(await marks(), ["absent", "excused", ...Array(7).fill("present")]);
      assert.equal(await button(page, "register-rest").count(), 0, "nobody is left");
      await look("register-saved");
    });

    test("corrects a mark of who came late, and finds it so afterwards", async () => {
      await mark(0, "partly");
      await press(page, button(page, "register-save"));
      await said(page, "register-said");
      await page.goto(register);
      assert.equal((await marks())[0], "partly");
      assert.match(await state(), pattern("register-saved"));
    });

    if (options.javaScript) {
      test("goes on marking while the network is away, and nothing is lost when the page is closed meanwhile", async () => {
        await page.goto(register);
        await page.context().setOffline(true);
        await mark(2, "partly");
        await mark(3, "absent");
        await eventually(async () => pattern("register-offline").test(await state()));
        await look("register-offline");
        await page.reload();
        assert.deepEqual((await marks()).slice(2, 4), ["partly", "absent"], "the page opens again without network");
        assert.match(await state(), pattern("register-offline"));
        await mark(5, "excused");
        await page.context().setOffline(false);
        await page.goto("/");
        await page.goto(register);
        await eventually(async () => pattern("register-saved").test(await state()));
        await page.goto(register);
        assert.deepEqual((await marks()).slice(2, 6), ["partly", "absent", "present", "excused"]);
      });

      test("sees that somebody else marked a person meanwhile, and that theirs stayed", async () => {
        const other = await visitor(browser, house, { persona: "hr", ...options });
        await other.page.goto(register);
        await page.context().setOffline(true);
        await mark(4, "absent");
        await other.page.locator(".register > li").nth(4).locator("input[value=excused]").check();
        await eventually(async () => pattern("register-saved").test(await other.page.locator(".register__state").innerText()));
        await page.context().setOffline(false);
        await eventually(async () => (await page.locator(".register__note").count()) === 1);
        assert.equal((await marks())[4], "excused", "what the house holds is shown");
        await look("register-overtaken");
        await mark(4, "present");
        await eventually(async () => (await page.locator(".register__note").count()) === 0);
        await other.close();
      });
    }

    test("lets people check in themselves, and adds who has no place", async () => {
      await page.goto(register);
      await press(page, button(page, "check-in-open"));
      await look("check-in");
      await press(page, button(page, "check-in-end"));
      await said(page, "check-in-ended-said");
      await press(page, link(page, "walk-in-title"));
      await page.locator("#search").fill("van");
      await press(page, button(page, "desk-find"));
      await look("walk-in");
      await press(page, button(page, "walk-in-do").first());
      assert.equal(await people().count(), 10);
    });

    test("closes the register, and corrects it afterwards with a reason", async () => {
      await press(page, button(page, "register-close-do"));
      await look("register-closed");
      await mark(0, "excused");
      await press(page, button(page, "register-correct"));
      assert.equal(await page.locator("#errors li a").count(), 1, "a reason is asked");
      assert.equal((await marks())[0], "excused", "and nothing is lost");
      await page.locator("#reason").fill("Belde gisteren af.");
      await press(page, button(page, "register-correct"));
      await said(page, "register-said");
      await look("register-corrected");
    });

    test("takes the list along: on paper and as a file", async () => {
      await page.goto(room);
      await press(page, link(page, "desk-action-list"));
      const names = await page.locator("tbody th").allInnerTexts();
      await look("list");
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("header .menu, .head__tools, .demo").locator("visible=true").count(), 0, "no menus on paper");
      assert.ok(await page.locator("tbody th").first().isVisible());
      await photograph(page, `trainer-list-print-${tag}`);
      await page.emulateMedia({ media: null });
      const [file] = await Promise.all([page.waitForEvent("download"), link(page, "desk-sheet-csv").click()]);
      const text = await readFile(await file.path(), "utf8");
      for (const one of names.filter((text) => text.includes(" ")).slice(0, 10)) assert.ok(text.includes(one), `${one} is in the file`);
    });

    test("writes to the participants after seeing who gets it", async () => {
      await page.goto(room);
      await press(page, link(page, "desk-action-message"));
      await look("message");
      await press(page, button(page, "desk-message-look"));
      assert.equal(await page.locator("#errors li a").count(), 2, "what is missing is said");
      await page.locator("#subject").fill("De presentatie van vandaag");
      await page.locator("#text").fill("Dag allemaal,\n\nDank jullie wel.");
      await press(page, button(page, "desk-message-look"));
      assert.equal(await page.locator("[aria-labelledby=readers] li").count(), 10);
      await look("message-readers");
      await press(page, button(page, "desk-message-do"));
      await said(page, "desk-message-sent");
      await eventually(async () => {
        await page.goto("/letters");
        return (await page.getByRole("link", { name: "De presentatie van vandaag" }).count()) > 0;
      });
    });

    test("signs out, and the register is closed to who comes after", async () => {
      await page.goto("/");
      await page.locator("button.me").click();
      await press(page, button(page, "layout-sign-out").first());
      await said(page, "sign-out-done");
      await page.goto(register);
      assert.match(page.url(), /\/sign-in/);
    });

    test("meets no error on the way", () => {
      assert.deepEqual(problems, []);
    });
  });
}

describe("a trainer with the keyboard alone", () => {
  test("goes from signing in to a register that is marked and closed", async () => {
    const { word, button, said } = inWords("nl");
    const house = await openHouse();
    const { page, close } = await visitor(browser, house);
    try {
      await page.goto("/sign-in");
      await walkTo(page, page.locator("main li").filter({ hasText: word("persona-trainer") }).getByRole("button"));
      await walkTo(page, page.locator('.hello__next a[href$="/register"]'));
      const mark = (at) => page.locator(".register > li").nth(at).locator("input:checked");
      for (const [at, presses, which] of [[0, ["Space"], "present"], [1, ["Space", "ArrowRight"], "partly"]]) {
        await tabTo(page, page.locator(".register > li").nth(at).locator("input[type=radio]"));
        for (const key of presses) await page.keyboard.press(key);
        assert.equal(await mark(at).getAttribute("value"), which);
      }
      await walkTo(page, button(page, "register-rest"));
      await said(page, "register-said");
      assert.equal(await page.locator(".register input:checked").count(), await page.locator(".register > li").count());
      await walkTo(page, button(page, "register-close-do"));
      await page.locator("#reason").waitFor();
      assert.equal(await mark(1).getAttribute("value"), "partly", "what was marked stands");
    } finally {
      await close();
      await house.stop();
    }
  });
});
