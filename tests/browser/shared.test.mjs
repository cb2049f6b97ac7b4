// Two people keep registers with one phone: what the first marked while the network was away is never sent in the name of the
// second, and leaves as soon as the first is back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventually, inWords, openBrowser, openHouse, press, signIn, visitor } from "./rig.mjs";

/** The browser notes on its console that it was offline, what the test kept from the house, and who has signed out (401, 403). */
const NOTED = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 40[13]/;

const browser = await openBrowser();
after(() => browser.close());

describe("two people on one phone", () => {
  const { pattern, button } = inWords("nl");
  let house, phone, close, register;
  before(async () => {
    house = await openHouse();
    ({ page: phone, close } = await visitor(browser, house, { persona: "trainer", width: 390, expects: NOTED }));
  });
  after(async () => {
    await close?.();
    await house?.stop();
  });

  const people = () => phone.locator(".register > li");
  const state = () => phone.locator(".register__state").innerText();
  const marks = (page) => page.locator(".register input:checked").evaluateAll((all) => all.map((one) => one.value));
  const signOut = async () => {
    await phone.goto("/");
    await phone.locator("button.me").click();
    await press(phone, button(phone, "layout-sign-out"));
  };

  /** What the house holds, as somebody with another device sees it. */
  async function held() {
    const other = await visitor(browser, house, { persona: "administrator" });
    await other.page.goto(register);
    const found = await marks(other.page);
    await other.close();
    return found;
  }

  test("the first marks somebody while the network is away", async () => {
    await phone.goto("/");
    await press(phone, phone.locator('.hello__next a:not([href$="/register"])'));
    await press(phone, phone.locator('main a[href$="/register"]'));
    register = new URL(phone.url()).pathname;
    await phone.context().setOffline(true);
    await people().nth(0).locator("input[value=absent]").check();
    await eventually(async () => pattern("register-offline").test(await state()));
  });

  test("the page of the first that is still open sends nothing once the second has signed in", async () => {
    const left = phone;
    // The network is back, and reaches this page only after somebody else came in, in another window of the phone.
    await left.route("**/marks", (route) => route.abort());
    await left.context().setOffline(false);
    const window = await left.context().newPage();
    await window.goto("/");
    await window.locator("button.me").click();
    await press(window, window.getByRole("button", { name: pattern("layout-sign-out") }));
    await signIn(window, "hr");
    await left.unroute("**/marks");
    await eventually(async () => pattern("register-signed-out").test(await state()));
    assert.deepEqual(await held(), []);
    await window.close();
  });

  test("the second opens the same register and finds nothing of it, and sends only what is marked there", async () => {
    await phone.goto(register);
    assert.deepEqual(await marks(phone), []);
    await people().nth(1).locator("input[value=present]").check();
    await eventually(async () => pattern("register-saved").test(await state()));
    assert.deepEqual(await held(), ["present"]);
  });

  test("and what the first marked is sent when the first is back", async () => {
    await signOut();
    await signIn(phone, "trainer");
    await phone.goto(register);
    await eventually(async () => (await held()).length === 2);
    assert.deepEqual(await held(), ["absent", "present"]);
    assert.equal(await phone.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("marks:")).length), 0);
  });
});
