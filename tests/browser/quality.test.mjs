// A quality officer enters what was measured, corrects it, and reads in a file with a wrong row; the chart says what is seen in it, also
// to who has only a keyboard, in both languages, with and without JavaScript.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MODES, axe, inWords, openBrowser, openHouse, photograph, press, sideways, visitor } from "./rig.mjs";

const browser = await openBrowser();
after(() => browser.close());

for (const { name, tag, options } of MODES) {
  describe(`a quality officer ${name}`, () => {
    const { word, pattern, button, link, said } = inWords(options.language);
    let house, page, problems, close;
    before(async () => {
      house = await openHouse();
      ({ page, problems, close } = await visitor(browser, house, { persona: "quality", expects: /status of 422/, ...options }));
    });
    after(async () => {
      await close?.();
      await house?.stop();
    });

    /** The page is well, and a picture of it is kept. */
    async function look(label) {
      if (options.javaScript) assert.deepEqual(await axe(page), []);
      assert.equal(await sideways(page), 0);
      await photograph(page, `quality-${label}-${tag}`);
    }

    test("sees every promise with its target, and the miss in the sentence with its figure", async () => {
      await page.goto("/promises");
      assert.equal(await page.locator("article").count(), 5);
      assert.match(await page.locator("article").first().innerText(), /2 werkdagen|twee werkdagen|two working days/);
      await look("promises");
    });

    test("sees in the chart what is in the sentence below it", async () => {
      await page.goto("/promises/N02");
      const seen = await page.locator("svg.chart__field desc").textContent();
      assert.equal(seen.trim(), (await page.locator(".chart figcaption > p").innerText()).trim());
      assert.equal(await page.locator("svg.chart__field").getAttribute("role"), "img");
      await look("chart");
      await page.locator(".chart summary").focus();
      await page.keyboard.press("Enter");
      await page.locator(".chart table").waitFor();
    });

    test("enters the figure of a period that is over", async () => {
      await page.goto("/promises/N04");
      await press(page, link(page, "reading-new-title"));
      const oldest = await page.locator("#period option").last().getAttribute("value");
      await page.locator("#period").selectOption(oldest);
      await page.locator("#value").fill("9");
      await look("enter");
      await press(page, button(page, "reading-do"));
      await said(page, "reading-said");
    });

    test("corrects it, and has to say why", async () => {
      await page.goto("/promises/N04");
      await press(page, page.locator("tbody tr").last().getByRole("link", { name: pattern("reading-correct", options.language) }));
      await page.locator("#value").fill("10");
      await press(page, button(page, "reading-correct-do"));
      await page.locator("#note-error").waitFor();
      await look("why");
      await page.locator("#note").fill("Een dienst vergeten.");
      await press(page, button(page, "reading-correct-do"));
      await said(page, "reading-said");
      assert.match(await page.locator("main").innerText(), new RegExp(word("reading-source")));
      await look("corrected");
    });

    test("reads in a file, sees which row is wrong, and saves the others", async () => {
      await page.goto("/desk/promises/N02/file");
      await look("file");
      const buffer = Buffer.from("periode;gehaald;totaal\n2019-01;80;100\n2019-02;101;100\n");
      await page.locator("#file").setInputFiles({ name: "cijfers.csv", mimeType: "text/csv", buffer });
      await press(page, button(page, "readings-file-look"));
      assert.match(await page.locator("#refused + ul").innerText(), /3/);
      await look("preview");
      await press(page, button(page, "readings-file-do"));
      await page.getByRole("status").first().waitFor();
    });

    // The browser notes on its console that a correction without a reason is refused.
    test("met nothing that no page may do", () => {
      assert.deepEqual(problems, []);
    });
  });
}
