// An employee finds a workshop, takes a place, waits, accepts an offer and gives a place back: with and without
// JavaScript, on a phone and on a desktop, in both languages, and once with the keyboard alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MODES, eventually, inWords, openBrowser, openHouse, photograph, press, sideways, signIn, visitor, walkTo } from "./rig.mjs";

const browser = await openBrowser();
after(() => browser.close());

/** The links in the page's main part whose address begins so, in their order and once each. */
async function links(page, start) {
  const all = await page.locator(`main a[href^="${start}"]`).evaluateAll((found) => found.map((link) => link.getAttribute("href")));
  return [...new Set(all)];
}

/** The first of these pages that has a button with this name; it stays open. */
async function firstWith(page, addresses, name) {
  for (const address of addresses) {
    await page.goto(address);
    if (await page.getByRole("button", { name }).count()) return address;
  }
  throw new Error(`none of ${addresses.length} pages has a button ${name}`);
}

/** A date with a free seat, as late as possible: giving it back needs no reason then. */
async function freeDate(page, word) {
  await page.goto("/workshops?show=dates&free=yes");
  return firstWith(page, (await links(page, "/sessions/")).reverse(), word("session-take"));
}

for (const { name, tag, options } of MODES) {
  describe(`an employee ${name}`, () => {
    const { word, pattern, button, link, said, heading } = inWords(options.language);
    let house, page, problems, close, place, title;
    before(async () => {
      house = await openHouse();
      ({ page, problems, close } = await visitor(browser, house, { persona: "employee", ...options }));
    });
    after(async () => {
      await close?.();
      await house?.stop();
    });

    test("goes from signing in to a certain place in at most four clicks", async () => {
      const session = await freeDate(page, word);
      title = (await page.locator("h1").innerText()).trim();
      await page.context().clearCookies();
      let clicks = 0;
      const click = (locator) => (clicks++, press(page, locator));
      await page.goto("/sign-in");
      await signIn(page, "employee");
      clicks++;
      const direct = page.locator(`main a[href="${session}"]`);
      if (!(await direct.count())) {
        await click(page.locator('main a[href="/workshops"]'));
        await click(page.locator("main").getByRole("link", { name: title, exact: true }));
        // Among the dates of the workshop one with a seat can be taken at once.
        await click(button(page, "session-take"));
      } else {
        await click(direct);
        await click(button(page, "session-take"));
      }
      await said(page, "place-said-confirmed");
      await heading(page, "place-state-confirmed");
      assert.ok(clicks <= 4, `${clicks} clicks`);
      place = new URL(page.url()).pathname;
      await photograph(page, `enrolment-${tag}`);
    });

    test("sees the place among the own places, and the letter in what was mailed", async () => {
      await page.goto("/places");
      await page.locator(`main a[href="${place}"]`).filter({ hasText: title }).waitFor({ timeout: 30_000 });
      await photograph(page, `places-${tag}`);
      const letter = page.locator('main a[href^="/letters/"]').filter({ hasText: title });
      await eventually(async () => {
        await page.goto("/letters");
        return (await letter.count()) > 0;
      });
      await press(page, letter);
      const frame = page.frameLocator("iframe");
      await frame.getByText(title).first().waitFor({ timeout: 30_000 });
      await photograph(page, `letter-${tag}`);
    });

    test("asks for a place in a full date and waits with a position", async () => {
      await page.goto("/workshops?show=dates");
      const full = await firstWith(page, await links(page, "/sessions/"), word("session-join-queue"));
      await photograph(page, `session-full-${tag}`);
      await press(page, button(page, "session-join-queue"));
      await said(page, "place-said-waiting");
      assert.match(await page.locator("main").innerText(), pattern("place-position"));
      await page.goto(full);
      await heading(page, "session-place-mine");
    });

    test("accepts an offer", async () => {
      await page.goto("/places");
      await press(page, button(page, "offer-accept"));
      await said(page, "place-said-accepted");
      await heading(page, "place-state-confirmed");
    });

    test("gives a place back and takes one again", async () => {
      await page.goto(place);
      const reason = page.locator("textarea[name=reason]");
      if (await reason.count()) await reason.fill("Ik ben die dag ziek.");
      await press(page, button(page, "place-withdraw-button"));
      await said(page, "place-said-withdrawn");
      await page.goto(place);
      await heading(page, "place-state-withdrawn");
      await press(page, link(page, "place-again"));
      await press(page, button(page, "session-take"));
      await said(page, "place-said-confirmed");
    });

    test("swaps to another date, and keeps the old place until then", async () => {
      await page.goto("/places");
      const mine = await links(page, "/enrolments/");
      for (const address of mine) {
        await page.goto(address);
        const way = link(page, "swap-choose");
        if (!(await way.count())) continue;
        await press(page, way);
        const dates = page.locator("input[name=session]");
        if (!(await dates.count())) continue;
        await dates.first().check();
        await photograph(page, `swap-${tag}`);
        const reason = page.locator("textarea[name=reason]");
        if (await reason.count()) await reason.fill("Ik ben die dag weg.");
        await press(page, button(page, "swap-button"));
        const text = await page.getByRole("status").innerText();
        const said = ["place-said-swapped", "place-said-swap-waiting", "place-said-requested"].find((key) => pattern(key).test(text));
        assert.ok(said, text);
        const kept = said !== "place-said-swapped";
        await page.goto(address);
        await heading(page, kept ? "place-state-confirmed" : "place-state-swapped");
        return;
      }
      assert.fail("no place has another date to choose");
    });

    test("meets no error and nothing that scrolls sideways on the way", async () => {
      for (const path of ["/", "/workshops", "/places", place]) {
        await page.goto(path);
        for (const width of [320, options.width]) {
          await page.setViewportSize({ width, height: 900 });
          assert.equal(await sideways(page), 0, `${path} at ${width} px`);
        }
      }
      assert.deepEqual(problems, []);
    });
  });
}

describe("an employee with the keyboard alone", () => {
  test("goes from signing in to a certain place", async () => {
    const { word, button, said } = inWords("nl");
    const house = await openHouse();
    const { page, problems, close } = await visitor(browser, house, { persona: "employee" });
    try {
      await freeDate(page, word);
      const title = (await page.locator("h1").innerText()).trim();
      await page.context().clearCookies();
      await page.goto("/sign-in");
      await walkTo(page, page.locator("main li").filter({ hasText: word("persona-employee") }).getByRole("button"));
      await walkTo(page, page.locator('nav a[href="/workshops"]'));
      await walkTo(page, page.locator("main").getByRole("link", { name: title, exact: true }));
      await walkTo(page, button(page, "session-take"));
      await said(page, "place-said-confirmed");
      assert.deepEqual(problems, []);
    } finally {
      await close();
      await house.stop();
    }
  });
});
