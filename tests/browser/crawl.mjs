// Finds the pages there are by following links, as somebody of the cast would: addresses with an id lead somewhere only
// in a house with people in it.
import { PERSONAS, visitor } from "./rig.mjs";

/** So many pages of a kind are asked for the links on them: what leads on may stand on one of them only. */
const VISITS = 40;

/** Lists with more links than this are long, not different. */
const LINKS = 40;

/** Parts of lists that the first page of a list does not show. */
const ALSO = { hr: ["/people?outside=yes"] };

/** The row of the sitemap that an address belongs to; a word goes before a `:name`. */
export function rowOf(pages, address) {
  const segments = new URL(address, "http://house").pathname.split("/");
  const fits = ({ path }) => {
    const ours = path.split("/");
    return ours.length === segments.length && ours.every((part, at) => part === segments[at] || (part.startsWith(":") && segments[at]));
  };
  const found = pages.filter(fits);
  return found.sort((one, other) => one.path.split(":").length - other.path.split(":").length)[0];
}

/** What stands in these attributes in the main part of a page, once each, without the part behind a #. */
function addresses(html, attributes) {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const plain = (text) => text.replace(/&#x2f;/gi, "/").replaceAll("&amp;", "&").split("#")[0];
  return [...new Set([...main.matchAll(attributes)].map(([, address]) => plain(address)))];
}

/** The addresses in our own house that a page links to. */
const links = (html) => addresses(html, /<(?:a|iframe)\s[^>]*?\b(?:href|src)="([^"]*)"/g).filter((address) => address.startsWith("/"));

/** What can be done on a page: where its forms lead, whatever the ids. */
function controls(html) {
  const actions = addresses(html, /<form\s[^>]*?\baction="([^"]*)"/g);
  return [...new Set(actions.map((action) => action.split("?")[0].replace(/[^/]*\d[^/]*/g, ":id")))].sort().join(" ");
}

/**
 * Walks for one of the cast from every page without a `:name` that is theirs to whatever can be reached; `skip` says of
 * a row that it is no page, `most` how many addresses of a row are wanted, and one more of each on which something else can be
 * done. Gives `Map(path of the row → [{ address, controls }])`.
 */
export async function reach(browser, house, { pages, persona, skip, most }) {
  const somebody = await visitor(browser, house, { persona });
  const own = pages.filter(({ path, roles }) => !path.includes(":") && roles.includes(PERSONAS[persona]));
  const queue = [...(ALSO[persona] ?? []), ...own.map(({ path }) => path)];
  const found = new Map();
  const seen = new Set();
  const visits = new Map();
  while (queue.length > 0) {
    const address = queue.shift();
    const row = rowOf(pages, address);
    if (seen.has(address) || !row || skip(row, address)) continue;
    seen.add(address);
    const here = found.get(row.path) ?? [];
    const visit = (visits.get(row.path) ?? 0) + 1;
    if (visit > VISITS) continue;
    visits.set(row.path, visit);
    const answer = await somebody.page.request.get(address);
    // A link that leads nowhere is found by other tests; here it is only no page.
    if (answer.status() !== 200) continue;
    const html = await answer.text();
    const place = { address, controls: controls(html) };
    if (here.length < most || here.every((other) => other.controls !== place.controls)) found.set(row.path, [...here, place]);
    const next = links(html);
    queue.push(...next.slice(0, LINKS), ...next.slice(LINKS).slice(-LINKS));
  }
  await somebody.close();
  return found;
}
