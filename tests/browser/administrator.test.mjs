// An administrator loads the staff, is shown what is wrong with a broken file, plans a date of two meetings and puts a
// workshop in the catalogue: with and without JavaScript, on a desktop and on a phone, in both languages.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { MODES, axe, inWords, openBrowser, openHouse, photograph, press, sideways, tabTo, visitor, walkTo } from "./rig.mjs";

const STAFF = fileURLToPath(new URL("../../src/demo/data/people-directory.csv", import.meta.url));

/** A form that is refused is answered with 422, which the browser notes on its console. */
const REFUSED = /status of 4(09|22)/;

const browser = await openBrowser();
after(() => browser.close());

async function upload(page, file, button) {
  await page.goto("/import");
  await page.locator('input[name=kind][value="people"]').check();
  await page.locator("input[type=file]").setInputFiles(file);
  return press(page, button(page, "import-page-look"));
}

/** The staff file with more lines: `lines` takes the header and one line, both as lists. */
async function staffWith(lines) {
  const rows = (await readFile(STAFF, "utf8")).trimEnd().split(/\r?\n/);
  const more = lines(rows[0].replace(/^\uFEFF/, "").split(","), rows[1].split(","));
  return { buffer: Buffer.from([...rows, ...more.map((row) => row.join(","))].join("\n") + "\n"), rows: rows.length };
}

/** The same line with other values. */
const other = (header, row, values) => header.map((name, at) => values[name] ?? row[at]);

async function people(page, search) {
  await page.goto(`/people?q=${search}&search=${search}`);
  return page.locator("main").innerText();
}

for (const { name, tag, options } of MODES) {
  describe(`an administrator ${name}`, () => {
    const { word, button, link, said } = inWords(options.language);
    let house, page, problems, close;
    before(async () => {
      house = await openHouse();
      ({ page, problems, close } = await visitor(browser, house, { persona: "administrator", expects: REFUSED, ...options }));
    });
    after(async () => {
      await close?.();
      await house?.stop();
    });

    test("sees what a staff file would change, and applies it", async () => {
      const added = { id: "0d2b1f5e-1b7c-4a55-9d62-5f0c2f6e7a11", employeeId: "99001", displayName: "Zilver Zonneveld", surname: "Zonneveld", givenName: "Zilver", mail: "z.zonneveld@gemeente.example", userPrincipalName: "z.zonneveld@gemeente.example" };
      const { buffer } = await staffWith((header, row) => [other(header, row, added)]);
      await upload(page, { name: "personeel.csv", mimeType: "text/csv", buffer }, button);
      await page.getByRole("heading", { level: 1, name: word("import-page-preview-title") }).waitFor({ timeout: 30_000 });
      assert.match(await page.locator("main").innerText(), /Zonneveld/);
      assert.doesNotMatch(await people(page, "Zonneveld"), /Zilver/);
      await page.goBack();
      if (options.javaScript) assert.deepEqual(await axe(page), []);
      await photograph(page, `import-preview-${tag}`);
      await press(page, button(page, "import-page-apply"));
      await said(page, "import-page-done");
      assert.match(await people(page, "Zonneveld"), /Zilver/);
    });

    test("is shown line and reason of a broken file, and nothing is written", async () => {
      const added = { id: "7d0b9a0e-53c7-4e0c-a2f5-0b8a9d6a1c22", employeeId: "99002", displayName: "Wolk Waterval", surname: "Waterval", givenName: "Wolk", mail: "w.waterval@gemeente.example", userPrincipalName: "w.waterval@gemeente.example" };
      const { buffer, rows } = await staffWith((header, row) => [
        other(header, row, added),
        other(header, row, { ...added, employeeId: "", id: "", mail: "geen adres", userPrincipalName: "geen adres" }),
      ]);
      await upload(page, { name: "stuk.csv", mimeType: "text/csv", buffer }, button);
      const refused = page.locator("section", { has: page.locator("#refused") });
      assert.match(await refused.innerText(), new RegExp(`${word("import-page-at-line")} ${rows + 2}:\\s*\\S+`));
      await photograph(page, `import-refused-${tag}`);
      await press(page, button(page, "import-page-apply"));
      assert.match(await page.locator("main").innerText(), new RegExp(`${word("import-page-at-line")} ${rows + 2}:`));
      assert.doesNotMatch(await people(page, "Waterval"), /Wolk/);
    });

    test("plans a date of two meetings", async () => {
      await page.goto("/desk/sessions");
      await press(page, link(page, "desk-session-new"));
      await press(page, button(page, "desk-next"));
      for (const number of [1, 2]) {
        if (!(await page.locator(`[name="date-${number}"]`).count())) await press(page, button(page, "desk-meeting-add"));
        await page.locator(`[name="date-${number}"]`).fill(workingDay(30 + 7 * number));
        await page.locator(`[name="start-${number}"]`).fill("09:30");
        await page.locator(`[name="end-${number}"]`).fill("12:30");
        await page.locator(`[name="location-${number}"]`).fill(`Zaal ${number}.01`);
      }
      await photograph(page, `plan-${tag}`);
      await press(page, page.locator(".form__actions").getByRole("button", { name: word("desk-save") }));
      await said(page, "desk-session-planned");
      const facts = await page.locator("aside").filter({ hasText: word("desk-facts") }).innerText();
      assert.ok(facts.includes("Zaal 1.01") && facts.includes("Zaal 2.01"), facts);
      await photograph(page, `desk-session-${tag}`);
    });

    test("writes a workshop and puts it in the catalogue", async () => {
      await page.goto("/desk/workshops/new");
      await page.locator("[name=code]").fill("W99");
      await page.locator("[name=title]").fill("Praten met planten");
      await page.locator("[name=summary]").fill("Groen in het stadhuis, en wat het met ons doet.");
      await page.locator("[name=duration]").fill("90");
      await page.locator("[name=parts]").fill("1");
      await page.locator("[name=form]").first().check();
      await page.locator("[name=offering]").first().check();
      await press(page, page.locator(".form__actions").getByRole("button", { name: word("desk-save") }));
      await said(page, "desk-workshop-made");
      await page.goto("/workshops");
      assert.equal(await page.getByRole("link", { name: "Praten met planten" }).count(), 0);
      await page.goBack();
      await press(page, button(page, "desk-publish"));
      await said(page, "desk-workshop-published");
      await page.goto("/workshops");
      await page.getByRole("link", { name: "Praten met planten" }).waitFor({ timeout: 30_000 });
    });

    test("meets no error and nothing that scrolls sideways on the way", async () => {
      for (const path of ["/", "/desk/sessions", "/desk/workshops", "/import", "/people", "/letters"]) {
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

describe("an administrator with the keyboard alone", () => {
  test("goes from signing in to a colleague who gets a role, and takes it back", async () => {
    const { word, button, said } = inWords("nl");
    const house = await openHouse();
    const { page, close } = await visitor(browser, house);
    try {
      await page.goto("/sign-in");
      await walkTo(page, page.locator("main li").filter({ hasText: word("persona-administrator") }).getByRole("button"));
      await walkTo(page, page.locator('main a[href="/people"]'));
      await tabTo(page, page.locator("main input[type=search]"));
      await page.keyboard.type("Formbach");
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      await walkTo(page, page.locator("main").getByRole("link", { name: "Formbach" }));
      await tabTo(page, page.locator("#role"));
      await page.keyboard.type(word("role-editor"));
      assert.equal(await page.locator("#role").inputValue(), "editor");
      await walkTo(page, button(page, "role-grant"));
      await said(page, "role-granted");
      await walkTo(page, page.locator('form[action$="/revocation"] button'));
      await said(page, "role-revoked");
    } finally {
      await close();
      await house.stop();
    }
  });
});

/** So many days from now, or the Monday after when that is a weekend: `2026-12-03`. */
function workingDay(days) {
  const day = new Date(Date.now() + days * 86_400_000);
  while ([0, 6].includes(day.getDay())) day.setDate(day.getDate() + 1);
  return day.toISOString().slice(0, 10);
}
