import { openBrowser, visitor } from "./rig.mjs";
const browser = await openBrowser();
const house = { url: "http://127.0.0.1:19999" };
const [persona, language, width, ...paths] = process.argv.slice(2);
const { page } = await visitor(browser, house, { persona, language, width: Number(width) });
let n = 0;
for (const path of paths) {
  if (path.startsWith("@")) { const l = page.locator(`main a[href*="${path.slice(1)}"]`).first(); await page.goto(new URL(await l.getAttribute("href"), house.url).href); }
  else await page.goto(house.url + path);
  await page.waitForTimeout(300);
  console.log(page.url(), await page.title());
  await page.screenshot({ path: `/tmp/look-${persona}-${language}-${width}-${n++}.png`, fullPage: true });
}
await browser.close();
