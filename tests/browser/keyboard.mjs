// The keyboard alone: the Tab key reaches all that can be pressed or typed in, in view, with a mark that shows where it is
// (WCAG 2.1.1, 2.1.2, 2.4.7, 2.4.11).
import assert from "node:assert/strict";
import { LONG } from "./rig.mjs";

/** Runs in the page: marks all that the Tab key should reach, and says how many there are. */
function number() {
  const names = "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex='0']";
  const seen = new Set();
  const isReached = (element) => {
    if (element.disabled || !element.checkVisibility({ visibilityProperty: true })) return false;
    // Out of the Tab key's way on purpose: the button for Enter in a field, which stands below once more.
    if (element.closest("[inert]") || element.tabIndex < 0) return false;
    // Of a group of radio buttons the Tab key visits one.
    if (element.type !== "radio") return true;
    const group = `${element.form ? [...document.forms].indexOf(element.form) : ""} ${element.name}`;
    return !seen.has(group) && seen.add(group);
  };
  const all = [...document.querySelectorAll(names)].filter(isReached);
  all.forEach((element, at) => (element.dataset.stop = element.type === "radio" ? `group ${element.name}` : at));
  document.querySelectorAll("input[type=radio]").forEach((radio) => (radio.dataset.stop = `group ${radio.name}`));
  return [...new Set(all.map((element) => element.dataset.stop))];
}

/** Runs in the page: what has the focus, and what is wrong with how that looks. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const marked = (one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  // The mark may stand on what surrounds the control, or beside it.
  const shows = [element, element.nextElementSibling, element.closest("label"), element.closest(".card, li, summary")].some((one) => one && marked(one));
  const middle = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
  const covered = box.width > 1 && middle && !element.contains(middle) && !middle.contains(element) && !middle.closest("label")?.contains(element);
  const outside = box.width > 1 && (box.bottom <= 0 || box.top >= innerHeight);
  const name = `${element.tagName.toLowerCase()} ${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}`;
  const wrong = [!shows && "no mark", covered && `covered by ${middle.tagName} ${middle.className}`, outside && "out of view"].filter(Boolean);
  // A date has stops inside; a frame shows the focus in the page that it holds.
  const moment = "[type=date], [type=time], [type=month], [type=datetime-local]";
  const inner = element.matches("iframe") || (element === window.lastStop && element.matches(moment));
  window.lastStop = element;
  if (inner) return { stop: element.dataset.stop ?? null, wrong: [] };
  return { stop: element.dataset.stop ?? null, wrong: wrong.map((what) => `${name}: ${what}`) };
}

/** More stops than this are many rows of one kind: only the long check walks on. */
const MOST = LONG ? Infinity : 150;
/** A field for a date with a time has so many stops inside. */
const INSIDE = 7;

/** How many pages were walked through to the end, and which have too many stops for that. */
export const tally = { whole: 0, cut: [] };

/** Walks through the page with the Tab key, and fails when something is not reached, not in view or not marked. */
export async function keyboard(page) {
  await page.evaluate(() => document.activeElement?.blur());
  const expected = await page.evaluate(number);
  const reached = new Set();
  const wrong = [];
  // Behind the last stop the focus leaves the page, and comes back at the first.
  for (let step = 0; step < INSIDE * Math.min(expected.length, MOST) && reached.size < expected.length; step++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(focused);
    if (!here) continue;
    if (here.stop !== null) reached.add(here.stop);
    wrong.push(...here.wrong);
  }
  assert.deepEqual([...new Set(wrong)], [], page.url());
  if (expected.length > MOST) return tally.cut.push(page.url());
  tally.whole += 1;
  assert.deepEqual(expected.filter((stop) => !reached.has(stop)), [], `${page.url()} is not reached by the Tab key`);
}
