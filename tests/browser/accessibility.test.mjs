// Every page that exists, in both languages and at both widths: axe finds nothing, nothing scrolls sideways, also when
// text is spaced or zoomed, the keyboard reaches everything and shows where it is, and the console stays silent (a breach
// of the content security policy is an error there). Pages with an id in their address are found by following links.
// The long check looks at more instances of each, at each as everybody who reaches it, and as closely at the English pages,
// which have the same structure.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { check } from "./check.mjs";
import { reach } from "./crawl.mjs";
import { keyboard, tally } from "./keyboard.mjs";
import { LANGUAGES, LONG, PERSONAS, openBrowser, openHouse, sitemap, visitor } from "./rig.mjs";

/** Of each kind of page so many are looked at, because they differ: a place that is certain, an offer, one of last year. */
const INSTANCES = 3;

/** What is text for machines, a file, or leads elsewhere at once; and the letter in its frame, where no script runs, axe's neither. */
const NO_PAGES = ["/.well-known/security.txt", "/demo", "/demo/sitemap", "/language", "/calendar/:secret", "/letters/:id/calendar", "/letters/:id/html"];
const isFile = ({ path }, address = "") => /\.(xlsx|csv|json|pdf|zip)$/.test(path) || /[?&]file=/.test(address);
const skip = (row, address) => NO_PAGES.includes(row.path) || isFile(row, address);

/** Pages that no link of the demonstration leads to, why, and which test looks at them with axe. */
const ELSEWHERE = {
  "/set-up/:secret": ["only an empty house has it", "arrival"],
  "/sign-in/link/:secret": ["stands in a letter", "arrival"],
  "/check-in/:code": ["stands on the trainer's screen for half a minute", "arrival"],
  "/desk/adoption/periods/:id/closing": ["opens once a period is over", "arrival"],
  "/vote/:key": ["stands on a screen in the room", "vote"],
  "/desk/pulse/colleagues/:id": ["is of somebody who was found by name", "feedback"],
  "/desk/meetings/:id/check-in": ["opens with a button", "trainer"],
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

/**
 * What somebody looks at: the first page, which differs for everybody, what nobody before reached, and of the rest where
 * something can be done that nobody before could do there; in the long check one of each in any case. `isNew`: it is the first
 * look at this kind of page, so everything is tried.
 */
function stops(persona) {
  const before = Object.keys(PERSONAS).slice(0, Object.keys(PERSONAS).indexOf(persona));
  return [...reached.get(persona)].flatMap(([path, places]) => {
    const seen = before.flatMap((other) => reached.get(other).get(path) ?? []);
    const isNew = path === "/" || seen.length === 0;
    const differs = places.filter(({ controls }, at) => seen.every((other) => other.controls !== controls) || (LONG && at === 0));
    const mine = isNew ? places : differs;
    return mine.length > 0 ? [{ path, places: mine, isNew }] : [];
  });
}

test("every page of the sitemap is reached by somebody", () => {
  const all = pages.filter((row) => !skip(row)).map(({ path }) => path);
  const found = new Set([...reached.values()].flatMap((map) => [...map.keys()]));
  assert.deepEqual(all.filter((path) => !found.has(path) && !ELSEWHERE[path]), []);
  assert.deepEqual(Object.keys(ELSEWHERE).filter((path) => found.has(path)), [], "these can be reached now");
  console.log(`FIGURE pages looked at | ${found.size} of ${all.length} | the other ${Object.keys(ELSEWHERE).length} in other tests`);
});

test("what nobody reaches is looked at with axe in another test", async () => {
  for (const [path, [why, name]] of Object.entries(ELSEWHERE)) {
    const source = await readFile(new URL(`${name}.test.mjs`, import.meta.url), "utf8");
    assert.match(source, /\b(axe|check)\(/, `${path} ${why}`);
    const word = path.split("/").findLast((part) => !part.startsWith(":"));
    assert.ok(source.includes(word), `${name}.test.mjs says nothing of ${path}`);
  }
});

test("the address for choosing a persona leads to the page where one does", async () => {
  const answer = await fetch(`${house.url}/demo`, { redirect: "manual" });
  assert.deepEqual([answer.status, answer.headers.get("location")], [303, "/sign-in"]);
});

for (const persona of Object.keys(PERSONAS)) {
  for (const language of LANGUAGES) {
    describe(`as ${persona} in ${language}`, () => {
      let somebody;
      before(async () => (somebody = await visitor(browser, house, { persona, language })));
      after(() => somebody?.close());

      for (const { path, places, isNew } of stops(persona)) {
        // In the other language the same can be done.
        if (!isNew && language !== "nl") continue;
        test(`${path} is accessible on a phone and on a desktop${isNew ? "" : ", also with what else can be done there"}`, async () => {
          const { page, problems } = somebody;
          problems.length = 0;
          const most = LONG || language === "nl" ? undefined : 1;
          for (const [at, { address }] of places.slice(0, most).entries()) {
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

test("the Tab key walked through every page to its end", () => {
  const rest = tally.cut.length > 0 ? `the other ${tally.cut.length} are long lists, not walked to the end` : "every one to the end";
  console.log(`FIGURE pages walked through with the Tab key | ${tally.whole} of ${tally.whole + tally.cut.length} | ${rest}`);
  if (LONG) assert.deepEqual(tally.cut, []);
});
