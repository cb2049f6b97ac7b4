// Somebody of a team says what could be better, the head answers and agrees on who does it, the owner does it, and the team reads
// "you said, we did": with and without JavaScript, on a phone and on a desktop, in both languages.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MODES, axe, inWords, openBrowser, openHouse, photograph, press, sideways, visitor } from "./rig.mjs";

/** A form that is refused is answered with 422, which the browser notes on its console. */
const REFUSED = /status of 422/;

const browser = await openBrowser();
after(() => browser.close());

/** A day so many days from now, as a date field takes it. */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const path = (page) => new URL(page.url()).pathname;
const TITLE = "Eén vast nummer voor spoed";

for (const { name, tag, options } of MODES) {
  describe(`a team that says what could be better ${name}`, () => {
    const { word, button, link, said, heading } = inWords(options.language);
    let house, head, worker, guests, address, who, number;
    const visit = async (more) => {
      const somebody = await visitor(browser, house, { expects: REFUSED, ...options, ...more });
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
      await photograph(page, `improvement-${label}-${tag}`);
    }

    test("somebody of the team of that head comes in with a printed code", async () => {
      await head.goto("/team");
      await press(head, head.locator('main a[href$="/sign-in-code"]').last());
      who = (await head.locator('main a[href^="/people/"]').first().innerText()).trim();
      await press(head, head.locator('form[action^="/sign-in-code/"] button'));
      const code = (await head.locator(".pass__code").innerText()).trim();
      number = (await head.locator("#fresh dd strong").innerText()).trim();
      worker = await visit({});
      await worker.goto("/sign-in/code");
      await worker.locator("#number").fill(number);
      await worker.locator("#code").fill(code);
      await press(worker, button(worker, "sign-in-title").last());
      assert.equal(path(worker), "/");
    });

    test("raises an idea, and is asked for a title first", async () => {
      await worker.goto("/improvements");
      await look(worker, "house");
      await press(worker, link(worker, "improvement-new").first());
      await press(worker, button(worker, "improvement-do-raise"));
      assert.equal(await worker.locator("#errors li a").count(), 1, "a title is asked");
      await look(worker, "new");
      await worker.locator("#title").fill(TITLE);
      await worker.locator("#text").fill("Nu belt iedereen een ander nummer.");
      await press(worker, button(worker, "improvement-do-raise"));
      await said(worker, "improvement-said-raised");
      address = path(worker);
      await look(worker, "idea");
    });

    test("colleagues elsewhere do not find it", async () => {
      const colleague = await visit({ persona: "employee", expects: /status of 404/ });
      assert.equal((await colleague.goto(address)).status(), 404);
    });

    test("the head finds it to answer, and a no asks why", async () => {
      await head.goto("/");
      await press(head, link(head, "home-ideas-see"));
      await look(head, "work");
      await press(head, head.getByRole("link", { name: TITLE }));
      await head.locator("[name=answer][value=no]").check();
      await press(head, button(head, "improvement-do-answer"));
      assert.equal(await head.locator("#errors li a").count(), 1, "why is asked");
      await look(head, "answer");
    });

    test("says yes, with who does it and by when", async () => {
      await head.locator("[name=answer][value=yes]").check();
      await head.locator("#other").fill(number);
      await head.locator("#due").fill(day(30));
      await press(head, button(head, "improvement-do-answer"));
      await said(head, "improvement-said-answered");
      await look(head, "agreed");
    });

    test("who does it says what is better now", async () => {
      await worker.goto("/improvements/mine");
      await heading(worker, "improvements-own");
      await look(worker, "mine");
      await press(worker, worker.getByRole("link", { name: TITLE }).first());
      await worker.locator("#effect").fill("Bij spoed belt iedereen nu hetzelfde nummer.");
      await press(worker, button(worker, "improvement-do-finish"));
      await said(worker, "improvement-said-done");
      await look(worker, "done");
    });

    test("the team and everybody in the house read: you said, we did", async () => {
      await worker.goto("/");
      await heading(worker, "home-improvements");
      assert.match(await worker.locator("main").innerText(), new RegExp(TITLE));
      const colleague = await visit({ persona: "employee" });
      await colleague.goto("/improvements?step=done");
      await press(colleague, colleague.getByRole("link", { name: TITLE }));
      const text = await colleague.locator("main").innerText();
      assert.match(text, /Bij spoed belt iedereen nu hetzelfde nummer\./);
      assert.ok(!text.includes(who), "not who did it");
      assert.match(text, new RegExp(word("improvement-seen-all")));
    });
  });
}
