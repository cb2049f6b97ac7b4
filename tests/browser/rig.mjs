// What every browser test stands on: the demo on a free port, one Chromium, visitors with a persona, axe, screenshots. Whoever
// leaves fails when a page of theirs did what no page may do.
//
// What it expects of the product: `demo` answers /health/ready and lists its pages at /demo/sitemap; its sign-in page
// names the personas; every page ends with a button to the other language. Words come from templates/text, so that a
// test names a sentence by its key.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export { openEmptyHouse, openHouse } from "./house.mjs";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("../..", import.meta.url));
const texts = Object.fromEntries(
  await Promise.all(["nl", "en"].map(async (language) => [language, await readFile(join(root, `templates/text/${language}.ftl`), "utf8")])),
);
const axeSource = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

/** A phone and a desktop, in CSS pixels. */
export const WIDTHS = [390, 1280];
export const LANGUAGES = ["nl", "en"];
/** Whom one can be, and what the sitemap calls that; who may least comes first. */
export const PERSONAS = {
  visitor: "visitor",
  employee: "employee",
  trainer: "trainer",
  head: "department-head",
  facilitator: "facilitator",
  quality: "quality-officer",
  hr: "programme-manager",
  administrator: "administrator",
};

/** The sentence with this key, without its variables: what stands before the first of them. */
export function word(key, language = "nl") {
  const line = texts[language].split("\n").find((text) => text.startsWith(`${key} = `));
  if (!line) throw new Error(`there is no sentence ${key}`);
  return line.slice(key.length + 3).split("{")[0].trim();
}

/** The sentence with this key, whatever stands in its variables and whichever of its forms is said. */
export function pattern(key, language = "nl") {
  const lines = texts[language].split("\n");
  const start = lines.findIndex((text) => text.startsWith(`${key} = `));
  if (start < 0) throw new Error(`there is no sentence ${key}`);
  const end = lines.findIndex((text, at) => at > start && !/^[ }]/.test(text));
  const forms = lines.slice(start + 1, end).flatMap((text) => text.match(/^\s+\*?\[[^\]]+\] (.*)$/)?.[1] ?? []);
  const said = forms.length > 0 ? forms : [lines[start].slice(key.length + 3)];
  const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(said.map((form) => form.split(/\{[^}]*\}/).map(escaped).join(".+?")).join("|"));
}

/** Finds what is on a page by the key of its words, in one language. */
export function inWords(language) {
  const status = (page, key) => page.getByRole("status").getByText(pattern(key, language));
  return {
    word: (key) => word(key, language),
    pattern: (key) => pattern(key, language),
    button: (page, key) => page.getByRole("button", { name: pattern(key, language) }),
    link: (page, key) => page.getByRole("link", { name: pattern(key, language) }),
    said: (page, key) => status(page, key).waitFor({ timeout: 30_000 }),
    heading: (page, key) => page.getByRole("heading", { name: word(key, language), exact: true }).waitFor({ timeout: 30_000 }),
  };
}

/** The long check makes every journey in every way, and looks closer. */
export const LONG = Boolean(process.env.OLIEVLEK_TEST_LONG);

const EVERY = [true, false].flatMap((javaScript) =>
  WIDTHS.flatMap((width) =>
    LANGUAGES.map((language) => ({
      name: `with${javaScript ? "" : "out"} JavaScript at ${width} px in ${language}`,
      tag: `${width}-${language}-${javaScript ? "script" : "plain"}`,
      options: { javaScript, width, language },
    })),
  ),
);

/**
 * How a journey is made: with and without JavaScript, on a phone and on a desktop, in both languages. The usual check takes
 * the four ways in which every two of these meet.
 */
export const MODES = EVERY.filter(({ options }) => {
  const odd = [options.javaScript, options.width === WIDTHS[0], options.language === LANGUAGES[0]].filter(Boolean).length % 2;
  return LONG || odd === 1;
});

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Chromium from the distribution, with an empty profile that goes away with it. Closing it fails when a visitor is still there:
 * whoever never leaves is never asked for problems.
 */
export async function openBrowser() {
  const executablePath = process.env.OLIEVLEK_TEST_CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const close = browser.close.bind(browser);
  browser.close = async () => {
    const left = browser.contexts().length;
    await close();
    assert.equal(left, 0, "visitors who never left");
  };
  return browser;
}

/** Every page without parameters and who may ask for it: `[{ path, roles }]`, in the words of [PERSONAS]. */
export async function sitemap(house) {
  const answer = await fetch(`${house.url}/demo/sitemap`);
  if (!answer.ok) throw new Error(`/demo/sitemap answered ${answer.status}`);
  return answer.json();
}

/**
 * Somebody with a browser window of their own. `problems` collects what no page of it may do: script errors, everything on the
 * console at level error (a breach of the content security policy is one) and server errors. What the browser notes there
 * of an answer that a test asks for stands in `expects`. Closing the window fails when there are problems.
 */
export async function visitor(browser, house, options = {}) {
  const { persona, language = "nl", width = 1280, javaScript = true, expects, ...context } = options;
  const window = await browser.newContext({
    baseURL: house.url,
    viewport: { width, height: 900 },
    locale: language === "nl" ? "nl-NL" : "en-GB",
    timezoneId: "Europe/Amsterdam",
    javaScriptEnabled: javaScript,
    reducedMotion: "reduce",
    ...context,
  });
  // A machine that builds something else at the same time is slow, not wrong.
  window.setDefaultTimeout(90_000);
  const problems = watch(window, expects);
  const page = await window.newPage();
  if (persona && persona !== "visitor") await signIn(page, persona);
  await speak(page, language);
  const close = async () => {
    await window.close();
    assert.deepEqual(problems, [], "what no page may do");
  };
  return { page, problems, close };
}

/** Of every page of a window. */
function watch(window, expects) {
  const problems = [];
  const note = (problem) => expects?.test(problem) || problems.push(problem);
  // The slide from page to page is left out when the machine is too busy for it: no fault of the page.
  const isSlide = (error) => /^Transition was (aborted|skipped)/.test(error.message);
  window.on("weberror", (web) => isSlide(web.error()) || note(`${web.page()?.url()}: ${web.error().message}`));
  window.on("console", (message) => {
    if (message.type() === "error") note(`${message.page()?.url()}: ${message.text()}`);
  });
  window.on("response", (response) => {
    if (response.status() >= 500) note(`${response.url()} answered ${response.status()}`);
  });
  return problems;
}

/** Choose a persona on the demo's sign-in page. */
export async function signIn(page, persona) {
  await page.goto("/sign-in");
  const language = await page.getAttribute("html", "lang");
  const line = page.locator("li", { has: page.getByText(word(`persona-${persona}`, language), { exact: true }) });
  await press(page, line.getByRole("button"));
}

/** Switch the language with the page's own button, when the page speaks another one. */
export async function speak(page, language) {
  if (page.url() === "about:blank") await page.goto("/");
  if ((await page.getAttribute("html", "lang")) === language) return;
  await press(page, page.locator(`footer form[action="/language"] button`));
}

/** Press something that leads to another page, and wait for that page. */
export async function press(page, locator) {
  const [answer] = await Promise.all([page.waitForNavigation(), locator.first().click()]);
  return answer;
}

/** Walk with the Tab key until this has the focus, opening what it is folded under. */
export async function tabTo(page, locator) {
  const target = await locator.first().elementHandle();
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press("Tab");
    const folded = await target.evaluate((element) => {
      const fold = element.closest("details:not([open])");
      return fold !== null && document.activeElement === fold.querySelector("summary");
    });
    if (folded) await page.keyboard.press("Enter");
    // Of a group of radio buttons the Tab key visits one; the arrows go on from there.
    const isThere = (element) => element === document.activeElement || (element.type === "radio" && document.activeElement.name === element.name && document.activeElement.form === element.form);
    if (await target.evaluate(isThere)) return;
  }
  throw new Error(`the Tab key never reaches ${locator}`);
}

/** Walk there with the Tab key, then press Enter and wait for the page that follows. */
export async function walkTo(page, locator) {
  await tabTo(page, locator);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
}

/** Try until it holds: letters leave a moment after the page that caused them. */
export async function eventually(holds, milliseconds = 15_000) {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not so within ${milliseconds} ms: ${holds}`);
    await new Promise((later) => setTimeout(later, 250));
  }
}

/** What axe looks for. */
const TAGS = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** What may differ with the length of the words alone. */
export const LAYOUT = { type: "rule", values: ["target-size", "scrollable-region-focusable", "link-in-text-block"] };

/** What axe finds wrong on the page as it is now, one line a rule; empty when nothing is. */
export async function axe(page, runOnly = TAGS) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate((only) => window.axe.run(document, { resultTypes: ["violations"], runOnly: only }), runOnly);
  return violations.map((rule) => `${rule.id}: ${rule.help} — ${rule.nodes.slice(0, 5).map((node) => node.target.join(" ")).join(" · ")}`);
}

/** Whether the page is wider than its window: at these widths nothing may scroll sideways. */
export function sideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * What is cut off or scrolls sideways when a reader spaces the text (WCAG 1.4.12). The policy of the pages forbids styles
 * in them, not those that a reader's program adds.
 */
export function spaced(page) {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const clips = (style) => ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
    /** Whether letters lie outside the frame of what clips them; an ornament may. */
    const isCut = (element) => {
      const style = getComputedStyle(element);
      // Words for screen readers only are cut off on purpose.
      if (!clips(style) || style.clipPath !== "none" || !element.textContent.trim()) return false;
      const range = document.createRange();
      range.selectNodeContents(element);
      const frame = element.getBoundingClientRect();
      const outside = (box) => box.width > 1 && (box.right > frame.right + 1 || box.bottom > frame.bottom + 1 || box.left < frame.left - 1);
      const letters = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (letters.nextNode()) {
        if (letters.currentNode.parentElement.closest("[aria-hidden=true], .hidden-text")) continue;
        range.selectNodeContents(letters.currentNode);
        if ([...range.getClientRects()].some(outside)) return true;
      }
      return false;
    };
    const wrong = [...document.body.querySelectorAll("*")].filter(isCut).map((element) => `${element.tagName} ${element.className} is cut off`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) wrong.push(`scrolls sideways by ${scrollWidth - clientWidth} px`);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    return wrong;
  });
}

/** What of a page is in its picture, in CSS pixels from the top; below are more rows of the same. */
const TALL = LONG ? 40_000 : 6_000;

/** A picture of the page in target/screenshots. */
export async function photograph(page, name) {
  const folder = join(root, "target/screenshots");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name.replace(/[^a-z0-9-]+/gi, "-").replace(/^-|-$/g, "")}.png`);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }));
  const take = () => page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, TALL) } });
  // Chromium on a busy machine now and then has no frame ready, and refuses at once; asked again it takes the same picture.
  await take().catch((refusal) => (refusal.message.includes("Unable to capture screenshot") ? take() : Promise.reject(refusal)));
}
