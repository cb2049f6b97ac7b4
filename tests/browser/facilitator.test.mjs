// A facilitator sees who is next, plans a conversation, records one of this week on a tablet, also while the network is away and
// while a second tab writes too, and releases its summary; a head reads that and cannot find the record.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, axe, eventually, inWords, openBrowser, openHouse, photograph, press, sideways, visitor } from "./rig.mjs";

const browser = await openBrowser();
after(() => browser.close());
const TABLET = 820;
/** The browser notes on its console what somebody else was first to write (409), and that it was offline. */
const NOTED = /status of 409|ERR_INTERNET_DISCONNECTED/;

for (const language of LANGUAGES) {
  for (const javaScript of [true, false]) {
    describe(`a facilitator with${javaScript ? "" : "out"} JavaScript on a tablet in ${language}`, () => {
      const { pattern, button, link, said } = inWords(language);
      const options = { language, javaScript, width: TABLET };
      let house, page, problems, close, record;
      before(async () => {
        house = await openHouse();
        ({ page, problems, close } = await visitor(browser, house, { persona: "facilitator", expects: NOTED, ...options }));
      });
      after(async () => {
        await close?.();
        await house?.stop();
      });

      /** The page is well, and a picture of it is kept. */
      async function look(label) {
        if (javaScript) assert.deepEqual(await axe(page), []);
        assert.equal(await sideways(page), 0);
        await photograph(page, `facilitator-${label}-${TABLET}-${language}-${javaScript ? "script" : "plain"}`);
      }

      const note = (topic) => page.locator(`#note-${topic}`);
      const state = (topic) => page.locator(`#note-${topic}-state`).innerText();

      test("sees in the round who is next, and plans a conversation with them", async () => {
        await page.goto("/conversations/coverage");
        await look("coverage");
        await press(page, link(page, "coverage-plan"));
        assert.equal(await page.locator("input[name=teams]:checked").count(), 1, "the team is chosen");
        await page.locator("#date").fill("2099-03-02");
        await page.locator("#time").fill("10:00");
        await page.locator("#place").fill("Postkamer");
        await look("plan");
        await press(page, button(page, "conversation-plan-do"));
        await said(page, "conversation-planned-said");
        await look("planned");
      });

      test("finds the conversation of this week that is still to be recorded", async () => {
        await page.goto("/conversations?which=to-record");
        await look("to-record");
        await press(page, link(page, "conversation-record"));
        record = new URL(page.url()).pathname;
        await look("record");
      });

      test("writes what was said, and finds it so afterwards", async () => {
        await note("serving").fill("Doen wat je belooft.");
        await page.locator("#heldOn").fill(new Date().toISOString().slice(0, 10));
        await page.locator("#participants").fill("9");
        await page.locator("#lasted").fill("90");
        await page.locator("input[name=values]").first().check();
        await page.locator("input[name=themes]").first().check();
        await page.locator("[name=quote-0]").fill("Een nee met uitleg is ook dienstverlening.");
        await page.locator("[name=sharing-0]").selectOption("inside");
        await press(page, button(page, "record-keep-all"));
        await said(page, "record-kept");
        assert.equal(await note("serving").inputValue(), "Doen wat je belooft.");
        assert.equal(await page.locator("#participants").inputValue(), "9");
        assert.match(await state("serving"), pattern("record-saved"));
        await look("recorded");
      });

      if (javaScript) {
        test("goes on writing while the network is away, and it is sent when it is back", async () => {
          await page.goto(record);
          await page.context().setOffline(true);
          await note("needs").fill("Een telefoonlijst die klopt.");
          await eventually(async () => pattern("record-offline").test(await state("needs")));
          await look("offline");
          await page.context().setOffline(false);
          await eventually(async () => pattern("record-saved").test(await state("needs")));
          assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("note:"))), []);
          await page.goto(record);
          assert.equal(await note("needs").inputValue(), "Een telefoonlijst die klopt.");
        });

        test("sees both texts when a second tab wrote too, and keeps both", async () => {
          await page.goto(record);
          const other = await page.context().newPage();
          await other.goto(record);
          await other.locator("#note-other").fill("Uit het andere tabblad.");
          await eventually(async () => pattern("record-saved").test(await other.locator("#note-other-state").innerText()));
          await other.close();
          await note("other").fill("Uit dit tabblad.");
          await eventually(async () => (await page.locator(".notes__there").count()) === 1);
          await look("conflict");
          await button(page, "record-both").click();
          await eventually(async () => pattern("record-saved").test(await state("other")));
          await page.goto(record);
          assert.equal(await note("other").inputValue(), "Uit het andere tabblad.\n\nUit dit tabblad.");
        });
      }

      test("releases the summary, and the programme manager reads it", async () => {
        await page.goto(record.replace("/record", "/summary/edit"));
        await page.locator("#summary").fill("We spraken over afspraken nakomen.");
        await look("summary-edit");
        await press(page, button(page, "summary-release"));
        await said(page, "summary-released-said");
        await look("summary");
      });

      test("a head reads a summary and cannot find the record", async () => {
        const head = await visitor(browser, house, { persona: "head", expects: /status of 403/, ...options });
        await head.page.goto("/summaries");
        const first = head.page.locator('main a[href$="/summary"]').first();
        const address = await first.getAttribute("href");
        await press(head.page, first);
        assert.equal(await head.page.locator('a[href$="/record"]').count(), 0);
        const answer = await head.page.goto(address.replace("/summary", "/record"));
        assert.equal(answer.status(), 403);
        await head.close();
      });

      test("meets no error on the way", () => {
        assert.deepEqual(problems, []);
      });
    });
  }
}
