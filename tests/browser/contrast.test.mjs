// In forced colours: one page of each kind of part, a list, a form, a register, a table, a chart, a vote. The keyboard shows where it
// is, axe finds nothing, and what is chosen looks different from what is not.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { chosen } from "./chosen.mjs";
import { keyboard } from "./keyboard.mjs";
import { axe, inWords, openBrowser, openHouse, photograph, press, visitor } from "./rig.mjs";

const browser = await openBrowser();
after(() => browser.close());
const { button, link } = inWords("nl");

/** Whose page, where one begins, and what one presses on the way. */
const LOOKS = {
  "/": ["employee", "/"],
  "/workshops": ["employee", "/workshops"],
  "/sessions/:id": ["employee", "/workshops?show=dates", 'main a[href^="/sessions/"]'],
  "/places": ["employee", "/places"],
  "/enrolments/:id": ["employee", "/places", 'main a[href^="/enrolments/"]'],
  "/pulse/:code": ["employee", "/", 'main a[href^="/pulse/"]'],
  "/improvements/new": ["employee", "/improvements/new"],
  "/desk/meetings/:id/register": ["trainer", "/", 'main a[href$="/register"]'],
  "/conversations": ["facilitator", "/conversations"],
  "/conversations/:id/record": ["facilitator", "/conversations?which=to-record", 'main a[href$="/record"]'],
  "/conversations/:id/vote": ["facilitator", "/", 'main a[href$="/vote"]'],
  "/promises/:code": ["quality", "/promises", 'main a[href^="/promises/"]'],
  "/desk/sessions": ["hr", "/desk/sessions"],
  "/desk/sessions/:id/edit": ["hr", "/desk/sessions?state=open", "tbody th a", 'main a[href$="/edit"]'],
  "/desk/workshops/new": ["hr", "/desk/workshops/new"],
  "/desk/feedback/new": ["hr", "/desk/feedback/new"],
  "/adoption": ["hr", "/adoption"],
  "/conversations/coverage": ["hr", "/conversations/coverage"],
  "/people": ["administrator", "/people"],
  "/import": ["administrator", "/import"],
  "/audit": ["administrator", "/audit"],
};

describe("in forced colours", () => {
  let house;
  const seen = new Set();
  before(async () => (house = await openHouse()));
  after(() => house?.stop());

  async function look({ page }, name) {
    await keyboard(page);
    await photograph(page, `forced-colours-${name}`);
    assert.deepEqual(await axe(page), []);
    const { kinds, same } = await chosen(page);
    kinds.forEach((kind) => seen.add(kind));
    assert.deepEqual(same, [], `${page.url()}: these look the same chosen and not chosen`);
  }

  for (const [path, [persona, start, ...steps]] of Object.entries(LOOKS)) {
    test(`${path} shows what can be pressed, what is chosen and where the keyboard is`, async () => {
      const somebody = await visitor(browser, house, { persona, forcedColors: "active" });
      await somebody.page.goto(start);
      for (const step of steps) await press(somebody.page, somebody.page.locator(step));
      await look(somebody, path);
      await somebody.close();
    });
  }

  /** Both stand on a screen, for whoever has a phone. */
  const FORMS = {
    vote: ["facilitator", async (page) => press(page, link(page, "ballot-home-see"))],
    feedback: ["hr", async (page) => {
      await page.goto("/desk/feedback/forms");
      await page.locator("#name").fill("Poster bij de kassa");
      await press(page, button(page, "feedback-form-open"));
    }],
  };
  for (const [name, [persona, open]] of Object.entries(FORMS)) {
    test(`the form of a ${name} shows what can be pressed, what is chosen and where the keyboard is`, async () => {
      const desk = await visitor(browser, house, { persona });
      await desk.page.goto("/");
      await open(desk.page);
      const spoken = await desk.page.locator(".ballot__address").innerText();
      await desk.close();
      const phone = await visitor(browser, house, { width: 390, forcedColors: "active" });
      await phone.page.goto(`/${name}/${spoken.split(`/${name}/`)[1].toLowerCase()}`);
      await look(phone, name);
      await phone.close();
    });
  }

  test("what would look the same chosen and not chosen is noticed", async () => {
    const somebody = await visitor(browser, house, { persona: "hr", forcedColors: "active" });
    await somebody.page.goto("/desk/feedback/new");
    await somebody.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      const plain = "appearance: none; background: Canvas; color: CanvasText; border: 1px solid; outline: 0; box-shadow: none; font-weight: 400";
      sheet.replaceSync(`* { ${plain.replaceAll(";", " !important;")} !important } *::before, *::after { content: none !important }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    const { same } = await chosen(somebody.page);
    assert.ok(same.some((kind) => kind.startsWith("radio")), "a radio button without a dot");
    await somebody.close();
  });

  test("of every sort of thing that can be chosen one was looked at", () => {
    for (const sort of ["radio", "checkbox", "current"]) assert.ok([...seen].some((kind) => kind.startsWith(sort)), sort);
    console.log(`FIGURE kinds of choices told apart in forced colours | ${seen.size} | every one on ${Object.keys(LOOKS).length + 2} pages`);
  });
});
