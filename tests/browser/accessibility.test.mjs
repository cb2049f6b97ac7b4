// Every page that exists, in both languages and at both widths: axe finds nothing, nothing scrolls sideways, also when
// text is spaced or zoomed, the keyboard reaches everything and shows where it is, and the console stays silent (a breach
// of the content security policy is an error there). Pages with an id in their address are found by following links.
// The long check looks at more instances of each, and as closely at the English pages, which have the same structure.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { reach } from "./crawl.mjs";
import { keyboard } from "./keyboard.mjs";
import { LANGUAGES, LAYOUT, LONG, PERSONAS, WIDTHS, axe, openBrowser, openHouse, photograph, sideways, sitemap, spaced, visitor } from "./rig.mjs";

/** Of each kind of page so many are looked at, because they differ: a place that is certain, an offer, one of last year. */
const INSTANCES = 3;

/** What is text for machines, a file, or leads elsewhere; and the letter in its frame, where no script runs, axe's neither. */
const NO_PAGES = ["/.well-known/security.txt", "/demo", "/demo/sitemap", "/language", "/calendar/:secret", "/letters/:id/calendar", "/letters/:id/html"];
const isFile = ({ path }, address = "") => /\.(xlsx|csv|json|pdf|zip)$/.test(path) || /[?&]file=/.test(address);
const skip = (row, address) => NO_PAGES.includes(row.path) || isFile(row, address);

/** Pages that no link of the demonstration leads to, and which test opens them. */
const ELSEWHERE = {
  "/set-up/:secret": "only an empty house has it: tests/it/people/set_up.rs",
  "/sign-in/link/:secret": "stands in a letter: tests/it/web/sign_in.rs",
  "/check-in/:code": "stands on the trainer's screen for half a minute: tests/it/web/register.rs",
  "/vote/:key": "stands on a screen in the room: vote.test.mjs opens it",
  "/desk/adoption/periods/:id/closing": "opens once a period is over: tests/it/adoption/page.rs",
  "/desk/pulse/colleagues/:id": "somebody who was found by name: feedback.test.mjs opens it",
  "/desk/meetings/:id/check-in": "opens with a button: trainer.test.mjs looks at it",
};

const house = await openHouse();
const browser = await openBrowser();
const pages = await sitemap(house);
after(async () => {
  await browser.close();
  await house.stop();
});

// Who may least comes first, and has the first look at a page.
const reached = new Map();
for (const persona of Object.keys(PERSONAS)) reached.set(persona, await reach(browser, house, { pages, persona, skip, most: INSTANCES }));

/** What somebody looks at: the first page, which differs for everybody, and what nobody before reached. */
function stops(persona) {
  const before = Object.keys(PERSONAS).slice(0, Object.keys(PERSONAS).indexOf(persona));
  const isNew = ([path]) => path === "/" || !before.some((other) => reached.get(other).has(path));
  return [...reached.get(persona)].filter(isNew);
}

test("every page of the sitemap is reached by somebody", () => {
  const all = pages.filter((row) => !skip(row)).map(({ path }) => path);
  const found = new Set([...reached.values()].flatMap((map) => [...map.keys()]));
  assert.deepEqual(all.filter((path) => !found.has(path) && !ELSEWHERE[path]), []);
  assert.deepEqual(Object.keys(ELSEWHERE).filter((path) => found.has(path)), [], "these can be reached now");
  console.log(`FIGURE pages looked at | ${found.size} of ${all.length} | every one but ${Object.keys(ELSEWHERE).length}`);
});

for (const persona of Object.keys(PERSONAS)) {
  for (const language of LANGUAGES) {
    describe(`as ${persona} in ${language}`, () => {
      let somebody;
      before(async () => (somebody = await visitor(browser, house, { persona, language })));
      after(() => somebody?.close());

      for (const [path, addresses] of stops(persona)) {
        test(`${path} is accessible on a phone and on a desktop`, async () => {
          const { page, problems } = somebody;
          problems.length = 0;
          const one = LONG ? undefined : 1;
          for (const [at, address] of addresses.slice(0, language === "nl" ? undefined : one).entries()) {
            const answer = await page.goto(address);
            assert.equal(answer.status(), 200, `${page.url()} answered ${answer.status()}`);
            assert.equal(await page.getAttribute("html", "lang"), language);
            await check(page, `${path}-${at}-${persona}-${language}`, { whole: at === 0, close: LONG || language === "nl" });
            if (language === "nl" && at === 0) await keyboard(page);
          }
          assert.deepEqual(problems, []);
        });
      }
    });
  }
}

/**
 * The `whole` of it; of the other instances of a page only what differs with what stands on it. Looked at `close`, axe
 * tries everything at both widths.
 */
async function check(page, name, { whole, close }) {
  for (const width of whole ? [320, 640] : [320]) {
    await page.setViewportSize({ width, height: 900 });
    assert.equal(await sideways(page), 0, `${page.url()} scrolls sideways at ${width} px`);
  }
  for (const [at, width] of (whole ? WIDTHS : WIDTHS.slice(0, 1)).entries()) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await axe(page, close || at === 0 ? undefined : LAYOUT), [], `${page.url()} at ${width} px`);
    assert.equal(await sideways(page), 0, `${page.url()} scrolls sideways at ${width} px`);
    if (!whole) continue;
    assert.deepEqual(await spaced(page), [], `${page.url()} with spaced text at ${width} px`);
    if (close) await photograph(page, `page-${name}-${width}`);
  }
}

for (const language of LANGUAGES) {
  test(`a page that does not exist says so and leads on, in ${language}`, async () => {
    const somebody = await visitor(browser, house, { persona: "employee", language });
    const answer = await somebody.page.goto("/nowhere");
    assert.equal(answer.status(), 404);
    await check(somebody.page, `error-${language}`, { whole: true, close: true });
    await somebody.close();
  });
}

describe("in forced colours", () => {
  /** A list, a form, a register, a table: one page of each kind of part. */
  const LOOKS = ["/", "/workshops", "/sessions/:id", "/places", "/enrolments/:id", "/desk/sessions", "/desk/sessions/:id/edit", "/desk/meetings/:id/register", "/people", "/audit"];
  for (const path of LOOKS) {
    test(`${path} shows what can be pressed, what is chosen and where the keyboard is`, async () => {
      const persona = Object.keys(PERSONAS).findLast((one) => reached.get(one).has(path));
      const somebody = await visitor(browser, house, { persona, forcedColors: "active" });
      await somebody.page.goto(reached.get(persona).get(path)[0]);
      await keyboard(somebody.page);
      await photograph(somebody.page, `forced-colours-${path}`);
      assert.deepEqual(await axe(somebody.page), []);
      await somebody.close();
    });
  }
});
