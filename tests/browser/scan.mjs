// The picture of a code as a phone reads it.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const wasmBinary = await readFile(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary } });

/** The address in the code on a page. */
export async function scan(page) {
  const picture = await page.locator(".qr__picture").screenshot();
  const [code] = await readBarcodes(new Uint8Array(picture), { formats: ["QRCode"] });
  if (!code) throw new Error(`no phone reads the code on ${page.url()}`);
  return code.text;
}
