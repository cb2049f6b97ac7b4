// Every page that exists, in both languages and at both widths: axe finds nothing, nothing scrolls sideways, and the
// console stays silent. Pages with an id in their address are found by following links.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LANGUAGES, PERSONAS, WIDTHS, axe, openBrowser, openHouse, photograph, sideways, sitemap, visitor } from "./rig.mjs";

/** Who follows a link from where: the first link whose address matches is checked. */
const TRAILS = [
  ["employee", "/workshops", /^\/workshops\/[^/?]+$/],
  ["employee", "/workshops?show=dates", /^\/sessions\/[^/?]+$/],
  ["employee", "/places", /^\/enrolments\/[^/?]+$/],
  ["trainer", "/desk/sessions", /^\/desk\/sessions\/[^/?]+$/],
  ["administrator", "/desk/sessions", /^\/desk\/sessions\/(?!new)[^/?]+$/, /^\/desk\/sessions\/[^/?]+\/edit$/],
  ["administrator", "/desk/sessions", /^\/desk\/sessions\/(?!new)[^/?]+$/, /^\/desk\/enrolments\/[^/?]+\/withdrawal$/],
  ["administrator", "/desk/workshops", /^\/desk\/workshops\/[^/?]+\/edit$/],
  ["administrator", "/desk/workshops", /^\/desk\/sessions\/new\?workshop=/],
  ["administrator", "/people", /^\/people\/[^/?]+$/],
  ["administrator", "/desk/sessions", /^\/desk\/sessions\/(?!new)[^/?]+$/, /\/guests$/],
  ["administrator", "/import", /^\/import\/[^/?]+$/],
  ["administrator", "/departments", /^\/departments\/[^/?]+$/],
  ["head", "/team", /\/sign-in-code$/],
  ["administrator", "/letters", /^\/letters\/[^/?]+$/],
];
/** What is text for machines, or leads elsewhere. */
const NO_PAGES = ["/.well-known/security.txt", "/demo", "/demo/sitemap", "/language"];

const house = await openHouse();
const browser = await openBrowser();
const pages = (await sitemap(house)).filter(({ path }) => !NO_PAGES.includes(path) && !path.includes(":"));
after(async () => {
  await browser.close();
  await house.stop();
});

test("the demo lists its pages, and somebody of the cast may see each of them", () => {
  assert.ok(pages.length >= 10, `${pages.length} pages`);
  for (const { path, roles } of pages) assert.ok(first(roles), `nobody of the cast may see ${path}: ${roles}`);
});

function first(roles) {
  return Object.keys(PERSONAS).find((persona) => roles.includes(PERSONAS[persona]));
}

function stops(persona) {
  // The first page differs for everybody; the others are looked at by who may least.
  const own = pages.filter(({ path, roles }) => path === "/" || first(roles) === persona);
  return own.map(({ path }) => [path]).concat(TRAILS.filter(([who]) => who === persona).map(([, ...trail]) => trail));
}

/** Follows links until the last page of a trail. */
async function follow(page, [start, ...steps]) {
  let answer = await page.goto(start);
  for (const step of steps) {
    const links = await page.locator("main a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    const next = links.find((href) => step.test(href));
    assert.ok(next, `${page.url()} has no link to ${step}`);
    answer = await page.goto(next);
  }
  return answer;
}

for (const persona of Object.keys(PERSONAS)) {
  for (const language of LANGUAGES) {
    describe(`as ${persona} in ${language}`, () => {
      let somebody;
      before(async () => (somebody = await visitor(browser, house, { persona, language })));
      after(() => somebody?.close());

      for (const trail of stops(persona)) {
        const name = trail.map((step) => step.source ?? step).join(" → ");
        test(`${name} is accessible on a phone and on a desktop`, async () => {
          const { page, problems } = somebody;
          problems.length = 0;
          await page.setViewportSize({ width: WIDTHS[0], height: 900 });
          const answer = await follow(page, trail);
          assert.equal(answer.status(), 200, `${page.url()} answered ${answer.status()}`);
          assert.equal(await page.getAttribute("html", "lang"), language);
          await check(page, `${name}-${persona}-${language}`);
          assert.deepEqual(problems, []);
        });
      }
    });
  }
}

async function check(page, name) {
  await page.setViewportSize({ width: 320, height: 900 });
  assert.equal(await sideways(page), 0, `${page.url()} scrolls sideways at 320 px`);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await axe(page), [], `${page.url()} at ${width} px`);
    assert.equal(await sideways(page), 0, `${page.url()} scrolls sideways at ${width} px`);
    await photograph(page, `page-${name}-${width}`);
  }
}

for (const language of LANGUAGES) {
  test(`a page that does not exist says so and leads on, in ${language}`, async () => {
    const somebody = await visitor(browser, house, { persona: "employee", language });
    const answer = await somebody.page.goto("/nowhere");
    assert.equal(answer.status(), 404);
    await check(somebody.page, `error-${language}`);
    await somebody.close();
  });
}
