// A head assigns a workshop, enrols somebody of the team, holds seats, decides about requests and about more time, and appoints
// a deputy; the people whom it is about see it: with and without JavaScript, on a phone and on a desktop, in both languages, and
// once with the keyboard alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MODES, axe, eventually, inWords, openBrowser, openHouse, photograph, press, sideways, visitor, walkTo } from "./rig.mjs";

/** The browser notes on its console what is refused (422), what a rule stops (409), and the pages that are not for a deputy (403). */
const NOTED = /status of (422|409|403)/;

const browser = await openBrowser();
after(() => browser.close());

/** A day so many days from now, as a date field takes it. */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const lines = (page) => page.locator("main .list > li");
const path = (page) => new URL(page.url()).pathname;

for (const { name, tag, options } of MODES) {
  describe(`a head ${name}`, () => {
    const { word, pattern, button, link, said, heading } = inWords(options.language);
    let house, head, worker, guests, who, training, date;
    const visit = async (more) => {
      const somebody = await visitor(browser, house, { expects: NOTED, ...options, ...more });
      guests.push(somebody);
      return somebody.page;
    };
    before(async () => {
      house = await openHouse();
      guests = [];
      head = await visit({ persona: "head" });
    });
    after(async () => {
      for (const guest of guests) await guest.close();
      await house?.stop();
    });

    /** The page is well, and a picture of it is kept. */
    async function look(page, label) {
      if (options.javaScript) assert.deepEqual(await axe(page), []);
      assert.equal(await sideways(page), 0);
      await photograph(page, `head-${label}-${tag}`);
    }

    test("lets somebody without a mail address in with a printed code", async () => {
      await head.goto("/team");
      // The last of the page, who has asked for nothing.
      await press(head, head.locator('main a[href$="/sign-in-code"]').last());
      who = (await head.locator('main a[href^="/people/"]').first().innerText()).trim();
      await press(head, head.locator('form[action^="/sign-in-code/"] button'));
      const code = (await head.locator(".pass__code").innerText()).trim();
      const number = (await head.locator("#fresh dd strong").innerText()).trim();
      worker = await visit({});
      await worker.goto("/sign-in/code");
      await worker.locator("#number").fill(number);
      await worker.locator("#code").fill(code);
      await press(worker, button(worker, "sign-in-title").last());
      assert.equal(path(worker), "/");
    });

    test("assigns a workshop with a day and a reason, and the person sees it on the first page", async () => {
      // Of a workshop with a date that has room.
      await head.goto("/workshops?show=dates&free=yes");
      const dates = await head.locator('main a[href^="/sessions/"]').evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      for (date of [...new Set(dates)].reverse()) {
        await head.goto(date);
        if ((await link(head, "hold-do").count()) && !(await button(head, "session-ask").count())) break;
      }
      training = (await head.locator("h1").innerText()).trim();
      await head.goto("/team/assignments");
      await press(head, link(head, "assignment-new"));
      const subject = head.locator("#training option", { hasText: training });
      await head.locator("#training").selectOption(await subject.first().getAttribute("value"));
      assert.notEqual(await head.locator("#who").inputValue(), "", "the own department is filled in");
      await head.locator("#dueOn").fill(day(150));
      await press(head, button(head, "assignment-show"));
      assert.equal(await head.locator("#errors li a").count(), 1, "why is asked");
      await head.locator("#reason").fill("Voor onze nieuwe manier van werken.");
      await press(head, button(head, "assignment-show"));
      await heading(head, "assignment-preview");
      await look(head, "assignment-preview");
      await press(head, button(head, "assignment-make"));
      await said(head, "assignment-made");
      await look(head, "assignment");
      await worker.goto("/");
      await worker.locator("main").getByText("Voor onze nieuwe manier van werken.").first().waitFor({ timeout: 30_000 });
      await look(worker, "duty-home");
    });

    test("enrols that person in a date, who then sees the place", async () => {
      await head.goto(date);
      await head.locator("#of").fill(who);
      await press(head, head.locator("#of-team").getByRole("button", { name: word("desk-find") }));
      await look(head, "enrol");
      await press(head, head.locator("#of-team").getByRole("button", { name: who }));
      await said(head, "team-said-confirmed");
      await worker.goto("/places");
      assert.match(await worker.locator("main").innerText(), new RegExp(training));
      await worker.goto("/duties");
      const mine = worker.locator("main article", { hasText: training }).first();
      assert.match(await mine.innerText(), new RegExp(word("duty-state-enrolled")));
    });

    test("sees on one screen how the department stands, and goes from there to who is first", async () => {
      await head.goto("/team/overview");
      await heading(head, "overview-title");
      const number = (text) => Number(text.replaceAll(/\D/g, ""));
      const column = async (at) => (await head.locator(`main tbody td:nth-of-type(${at})`).allInnerTexts()).map(number);
      const [all, done, late] = [await column(1), await column(2), await column(3)];
      assert.ok(all.length > 0 && all.every((count, at) => count >= done[at] + late[at]), `${all} ${done} ${late}`);
      const overdue = number(await head.locator(".counters dd").first().innerText());
      const sum = late.reduce((sum, count) => sum + count, 0);
      assert.ok(overdue <= sum && overdue > 0 === sum > 0, `${overdue} people of ${sum} duties`);
      await look(head, "overview");
      await press(head, head.locator("#hurry + .list a").first());
      assert.match(path(head), /^\/team\/duties\//);
    });

    test("holds seats without a name, and gives one of them a name", async () => {
      await head.goto(date);
      await press(head, link(head, "hold-do"));
      await head.locator("#seats").fill("2");
      await look(head, "hold");
      await press(head, button(head, "hold-do"));
      await said(head, "hold-said-held");
      await look(head, "held");
      assert.match(await head.locator(".panel--tint").innerText(), /2/);
      await press(head, button(head, "hold-give"));
      await said(head, "hold-said-named");
      assert.match(await head.locator(".panel--tint").innerText(), /1/);
    });

    test("decides about a request from the link in the letter: a page first, and nothing by looking", async () => {
      // A workshop of which this person can take a place; from now on its head has to agree.
      await worker.goto("/workshops?show=dates&free=yes");
      const dates = await worker.locator('main a[href^="/sessions/"]').evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      let asked;
      for (asked of [...new Set(dates)].reverse()) {
        await worker.goto(asked);
        if (await button(worker, "session-take").count()) break;
      }
      const workshop = await worker.locator('main a[href^="/workshops/"]').first().getAttribute("href");
      const hr = await visit({ persona: "hr" });
      await hr.goto(`/desk${workshop}/edit`);
      await hr.locator("[name=approval][value=head]").check();
      await press(hr, hr.locator(".form__actions").getByRole("button").first());
      assert.equal(await hr.locator("#errors").count(), 0);
      await worker.goto(asked);
      await press(worker, button(worker, "session-ask"));
      await said(worker, "place-said-asked");
      const mine = path(worker);
      const letter = head.locator('main a[href^="/letters/"]').filter({ hasText: who });
      await eventually(async () => {
        await head.goto("/letters");
        return (await letter.count()) > 0;
      });
      await press(head, letter);
      const way = await head.frameLocator("iframe").locator('a[href*="/approvals/"]').first().getAttribute("href");
      await head.goto(new URL(way).pathname);
      await look(head, "request");
      await worker.goto(mine);
      await heading(worker, "place-state-asked");
      await press(head, button(head, "approval-grant"));
      await said(head, "approval-said-confirmed");
      await worker.goto(mine);
      await heading(worker, "place-state-confirmed");
    });

    test("decides about several at once, and is told who was skipped and why", async () => {
      await head.goto("/approvals");
      const ticks = head.locator("input[name=request]");
      const [first, second] = [await lines(head).nth(0).locator("b").first().innerText(), await lines(head).nth(1).locator("b").first().innerText()];
      await ticks.nth(0).check();
      await ticks.nth(1).check();
      // Meanwhile somebody else decides about the first.
      const other = await visit({ persona: "hr" });
      await other.goto("/approvals?all=yes");
      await press(other, lines(other).filter({ hasText: first }).getByRole("button"));
      await press(head, button(head, "approval-grant-all"));
      await heading(head, "approval-told");
      const told = head.locator("section[aria-labelledby=told] li");
      assert.match(await told.filter({ hasText: first }).innerText(), pattern("refusal-already-decided"));
      assert.match(await told.filter({ hasText: second }).innerText(), pattern("approval-result-confirmed"));
      await look(head, "bulk");
    });

    test("turns a request down only with a reason", async () => {
      await head.goto("/approvals");
      await head.locator("input[name=request]").first().check();
      await press(head, button(head, "approval-decline-all"));
      assert.equal(await head.locator("#errors li a").count(), 1, "why is asked");
      assert.ok(await head.locator("input[name=request]").first().isChecked(), "the choice is kept");
    });

    test("gives more time from the list that the first page leads to", async () => {
      await worker.goto("/duties");
      // Of what has a last day that is near.
      const one = worker.locator("main article").filter({ has: worker.locator("details") }).first();
      await one.locator("summary").click();
      await one.locator("[name=until]").fill(day(200));
      await one.locator("[name=reason]").fill("Ik ben lang met verlof.");
      await press(worker, one.getByRole("button", { name: word("duty-more-ask") }));
      await said(worker, "duty-asked");
      await head.goto("/");
      await press(head, head.locator('main a[href="/team/extensions"]'));
      await look(head, "extensions");
      const wish = head.locator("main article", { hasText: who });
      assert.match(await wish.innerText(), /Ik ben lang met verlof\./);
      const wishes = await head.locator("main article").count();
      await press(head, wish.getByRole("button", { name: word("duty-grant") }));
      await said(head, "duty-answered");
      assert.equal(await head.locator("main article", { hasText: who }).count(), 0);
      assert.equal(await head.locator("main article").count(), wishes - 1);
      await eventually(async () => {
        await head.goto("/letters");
        const letters = await head.locator('main a[href^="/letters/"]').allInnerTexts();
        // In the language of whoever opens it.
        return letters.some((text) => ["nl", "en"].some((language) => inWords(language).pattern("letter-more-time-subject").test(text)));
      });
    });

    test("lets somebody off with a reason, and that can be taken back", async () => {
      await head.goto("/team/assignments");
      await press(head, head.locator('main h3 a', { hasText: training }).first());
      await press(head, head.locator('#duty a[href^="/team/duties/"]').first());
      await press(head, button(head, "duty-exempt"));
      assert.equal(await head.locator("#errors li a").count(), 1, "why is asked");
      await head.locator("#reason").fill("Geeft deze workshop zelf.");
      await press(head, button(head, "duty-exempt"));
      await said(head, "duty-exempted");
      assert.match(await head.locator("main").innerText(), /Geeft deze workshop zelf\./);
      await look(head, "exempt");
      await press(head, button(head, "duty-again"));
      await said(head, "duty-not-exempted");
    });

    test("appoints a deputy until a day, who turns a request down and sees nothing else of the team", async () => {
      const other = await visit({ persona: "employee" });
      assert.equal(await other.locator('nav a[href="/approvals"]').count(), 0, "who decides about nobody has no such line");
      const hr = await visit({ persona: "hr" });
      const name = (await other.locator(".me__name").textContent()).trim();
      await hr.goto(`/people?q=${encodeURIComponent(name)}`);
      await press(hr, hr.locator("main").getByRole("link", { name, exact: true }).first());
      const address = (await hr.locator("main dd", { hasText: "@" }).first().innerText()).trim();
      await head.goto("/team/deputies");
      await head.locator("#person").fill(address);
      await head.locator("#until").fill(day(14));
      await press(head, button(head, "deputy-name"));
      await said(head, "deputy-said-named");
      await look(head, "deputies");
      await other.goto("/");
      assert.equal(await other.locator('nav a[href="/approvals"]').count(), 1);
      await other.goto("/approvals");
      await look(other, "deputy");
      await press(other, lines(other).first().getByRole("link"));
      await other.locator("#reason").fill("Dit kwartaal lukt het niet.");
      await press(other, button(other, "approval-decline"));
      await said(other, "approval-said-declined");
      assert.equal((await other.goto("/team")).status(), 403);
      assert.equal((await other.goto("/team/assignments")).status(), 403);
      await head.goto("/team/deputies");
      await press(head, button(head, "deputy-end"));
      await said(head, "deputy-said-ended");
      await other.goto("/");
      assert.equal(await other.locator('nav a[href="/approvals"]').count(), 0);
    });

    test("meets no error on the way", () => {
      assert.deepEqual(guests.flatMap((guest) => guest.problems), []);
    });
  });
}

describe("a head with the keyboard alone", () => {
  test("goes from the first page to a request and decides about it", async () => {
    const { button, said } = inWords("nl");
    const house = await openHouse();
    const { page, problems, close } = await visitor(browser, house, { persona: "head" });
    try {
      await walkTo(page, page.locator('nav a[href="/approvals"]'));
      await walkTo(page, page.locator('main a[href^="/approvals/"]'));
      await walkTo(page, button(page, "approval-grant"));
      await said(page, "approval-said-confirmed");
      assert.deepEqual(problems, []);
    } finally {
      await close();
      await house.stop();
    }
  });
});
