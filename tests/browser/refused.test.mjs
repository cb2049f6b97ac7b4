// What goes wrong is a page too: it says what, leads on and is as accessible as any other; a form that is refused comes back with what
// was filled in and a way to each mistake. And the rig itself: what no page may do does not pass unseen.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { check } from "./check.mjs";
import { keyboard } from "./keyboard.mjs";
import { LANGUAGES, eventually, openBrowser, openHouse, press, visitor } from "./rig.mjs";

const browser = await openBrowser();
const house = await openHouse();
after(async () => {
  await browser.close();
  await house.stop();
});

/** Whom it is not for, and where; what is not there is for nobody. */
const CLOSED = { "/nowhere": 404, "/people": 403 };

for (const language of LANGUAGES) {
  for (const [path, status] of Object.entries(CLOSED)) {
    test(`a page that answers ${status} says so and leads on, in ${language}`, async () => {
      const somebody = await visitor(browser, house, { persona: "employee", language, expects: new RegExp(`status of ${status}`) });
      assert.equal((await somebody.page.goto(path)).status(), status);
      await check(somebody.page, `error-${status}-${language}`);
      await keyboard(somebody.page);
      await somebody.close();
    });
  }
}

/** Forms with something that has to be filled in, one of each area and kind of field. */
const FORMS = {
  visitor: ["/sign-in", "/sign-in/code", "/sign-in/password"],
  employee: ["/improvements/new"],
  head: ["/team/assignments/new", "/team/deputies", "/team/date-wishes/new"],
  facilitator: ["/conversations/new"],
  quality: ["/desk/promises/new", "/desk/feedback/new"],
  hr: ["/desk/workshops/new", "/externals/new", "/desk/tracks/new", "/desk/feedback/forms", "/desk/compliments/new"],
};

for (const [persona, paths] of Object.entries(FORMS)) {
  describe(`a form that ${persona} sends empty`, () => {
    let somebody;
    before(async () => (somebody = await visitor(browser, house, { persona, expects: /status of 422/ })));
    after(() => somebody?.close());

    for (const path of paths) {
      test(`comes back from ${path} with what is missing, and the way there`, async () => {
        const { page } = somebody;
        await page.goto(path);
        const form = page.locator("main form:has(.form__actions)").first();
        for (const field of await form.locator("input:is([type=text], [type=email], [type=date], [type=number], [type=password]), textarea").all()) {
          if (await field.isVisible()) await field.fill("");
        }
        assert.equal((await press(page, form.locator(".form__actions button").last())).status(), 422);
        const leads = (all) => all.map((one) => ({ text: one.textContent, leads: document.querySelector(one.getAttribute("href"))?.matches("input, select, textarea, fieldset") ?? false }));
        const ways = await page.locator("#errors a").evaluateAll(leads);
        assert.ok(ways.length > 0, "what is missing is said");
        assert.deepEqual(ways.filter((way) => !way.leads), [], "each mistake leads to a field");
        assert.equal(new Set(ways.map((way) => way.text)).size, ways.length, `each mistake says which field it is: ${ways.map((way) => way.text).join(" ")}`);
        const order = (all) => all.map((one) => document.querySelector(one.getAttribute("href"))).every((field, at, fields) => at === 0 || fields[at - 1].compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING);
        assert.ok(await page.locator("#errors a").evaluateAll(order), `mistakes are told as they stand in the form: ${ways.map((way) => way.text).join(" ")}`);
        await check(page, `refused-${path}`);
        await keyboard(page);
      });
    }
  });
}

describe("what no page may do", () => {
  const BREACHES = {
    "a style in the page": () => document.body.insertAdjacentHTML("beforeend", '<p style="color: red">red</p>'),
    "a script in the page": () => document.body.append(Object.assign(document.createElement("script"), { textContent: "window.wasHere = true" })),
    "a picture from elsewhere": () => document.body.insertAdjacentHTML("beforeend", '<img alt="" src="https://elsewhere.example/a.png">'),
    "an error in a script": () => setTimeout(() => nowhereToBeFound()),
  };
  for (const [name, breach] of Object.entries(BREACHES)) {
    test(`${name} is noticed, and whoever saw it cannot leave in peace`, async () => {
      const somebody = await visitor(browser, house);
      await somebody.page.evaluate(breach);
      await eventually(() => somebody.problems.length > 0);
      assert.equal(await somebody.page.evaluate(() => window.wasHere), undefined, "and it did not run");
      await assert.rejects(somebody.close(), /what no page may do/);
    });
  }

  test("it is noticed in a second window too", async () => {
    const somebody = await visitor(browser, house);
    const second = await somebody.page.context().newPage();
    await second.goto("/");
    await second.evaluate(BREACHES["a style in the page"]);
    await eventually(() => somebody.problems.length > 0);
    await assert.rejects(somebody.close(), /what no page may do/);
  });
});
