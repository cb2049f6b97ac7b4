// How it goes: whoever runs the programme reads the report, goes from a department to a figure and its definition, and takes the text
// for a proposal along; a head sees the own department and no other; everybody reads the annex. With and without JavaScript, on a
// phone and on a desktop, in both languages, and once with the keyboard alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MODES, axe, inWords, openBrowser, openHouse, photograph, press, sideways, visitor, walkTo } from "./rig.mjs";

const browser = await openBrowser();
const house = await openHouse();
after(async () => {
  await browser.close();
  await house.stop();
});

const path = (page) => new URL(page.url()).pathname;

for (const { name, tag, options } of MODES) {
  describe(`the report ${name}`, () => {
    const { word, pattern, link, heading } = inWords(options.language);
    let guests;
    before(() => (guests = []));
    after(async () => {
      for (const guest of guests) await guest.close();
    });
    const visit = async (persona) => {
      const somebody = await visitor(browser, house, { ...options, persona });
      guests.push(somebody);
      return somebody.page;
    };

    /** The page is well, and a picture of it is kept. */
    async function look(page, label) {
      if (options.javaScript) assert.deepEqual(await axe(page), []);
      assert.equal(await sideways(page), 0);
      await photograph(page, `adoption-${label}-${tag}`);
    }

    test("whoever runs the programme goes from the report to a department and to a definition", async () => {
      const hr = await visit("hr");
      await hr.goto("/adoption");
      await heading(hr, "spread-stain");
      await look(hr, "report");
      assert.ok((await hr.locator('svg[role="img"]').count()) > 1, "there are pictures");
      await hr.locator("figure summary").click();
      assert.ok((await hr.locator("figure tbody tr").count()) >= 1, "and their numbers");
      await press(hr, hr.locator('section[aria-labelledby="ladder-heading"] tbody th a'));
      assert.match(path(hr), /^\/adoption\/units\//);
      await look(hr, "unit");
      await press(hr, hr.locator("#values th a, #reach th a").first());
      assert.match(path(hr), /^\/adoption\/indicators\//);
      await heading(hr, "spread-definition");
      await look(hr, "indicator");
    });

    test("and takes the text for a proposal along", async () => {
      const hr = await visit("hr");
      await hr.goto("/adoption");
      await press(hr, link(hr, "spread-paragraph-title"));
      await look(hr, "paragraph");
      assert.match(await hr.locator("article").innerText(), pattern("spread-paragraph-begin"));
      const [download] = await Promise.all([hr.waitForEvent("download"), link(hr, "spread-paragraph-word").click()]);
      assert.match(download.suggestedFilename(), /\.docx$/);
    });

    test("a head finds the own department from the first page, and no other", async () => {
      const head = await visit("head");
      await head.goto("/");
      await press(head, link(head, "spread-home-link"));
      const own = path(head);
      await look(head, "own");
      const hr = await visit("hr");
      await hr.goto("/adoption");
      const all = await hr.locator('section[aria-labelledby="heat-heading"] tbody th a').evaluateAll((links) => links.map((one) => one.pathname));
      const other = all.find((one) => one !== own);
      assert.ok(other, "there are more departments");
      await head.goto("/adoption");
      await look(head, "report-of-head");
      const shown = await head.locator('main a[href*="/adoption/units/"]').evaluateAll((links) => links.map((one) => one.pathname));
      assert.ok(shown.length > 0 && shown.every((one) => one === own), shown.join(" "));
    });

    test("everybody reads the annex", async () => {
      const worker = await visit("employee");
      await worker.goto("/adoption");
      await look(worker, "report-of-employee");
      assert.equal(await worker.locator('main a[href*="/adoption/units/"]').count(), 0);
      await press(worker, link(worker, "spread-annex-link"));
      await heading(worker, "spread-annex-rules");
      await look(worker, "annex");
      assert.ok((await worker.locator("main").innerText()).includes(word("spread-annex-always")));
    });
  });
}

test("with the keyboard alone one reaches the definition of a figure", async () => {
  const { page, close } = await visitor(browser, house, { persona: "hr" });
  await page.goto("/adoption");
  await walkTo(page, page.locator("#reach th a"));
  assert.match(path(page), /^\/adoption\/indicators\/reach/);
  await close();
});
