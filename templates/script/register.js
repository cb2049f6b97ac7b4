// The register of a meeting, mark by mark: each is sent as soon as it is made, and kept in this browser until the house has
// it, also when the network is away or the page is closed meanwhile. Without this file the form below is sent as a whole.

const list = document.getElementById("register");
const state = document.getElementById("state");
const words = list.dataset;
// Whoever signs in next on this device does not send what somebody else marked.
const store = `marks:${words.marks}:${words.who}`;
const RETRY = 5_000;
/** So long after the last mark the page is kept anew. */
const SETTLED = 1_000;
const rest = document.querySelector("button[name=rest]");

/** Random, also where the house is reached without https. */
const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Marks that the house does not have yet, by enrolment: {mark, was, key}. */
let waiting = read();
/** The sending that is under way. */
let sending;
let timer;
let keeping;

function read() {
  try {
    return JSON.parse(localStorage.getItem(store)) ?? {};
  } catch {
    return {};
  }
}

function keep() {
  if (Object.keys(waiting).length) localStorage.setItem(store, JSON.stringify(waiting));
  else localStorage.removeItem(store);
}

const row = (enrolment) => list.querySelector(`[data-enrolment="${CSS.escape(enrolment)}"]`);
const was = (item) => item.querySelector("input[type=hidden]");

const unmarked = () => [...list.children].filter((item) => !item.querySelector("input:checked")).length;

/** How many are left, and whether all is saved or why not. */
function tell(text) {
  const [left, count] = [unmarked(), Object.keys(waiting).length];
  const line = document.createElement("b");
  line.className = count ? "register__unsent" : "";
  line.textContent = count ? `${words.waiting.replace("#", count)} ${text}` : text;
  state.replaceChildren(left ? words.left.replace("#", left) : words.all, " ", line);
  if (rest) rest.hidden = !left;
}

/** A sentence beside somebody; an empty one takes it away. */
function note(item, text) {
  item.querySelector(".register__note")?.remove();
  if (!text) return;
  const line = document.createElement("p");
  line.className = "register__note";
  line.setAttribute("role", "alert");
  line.textContent = text;
  item.append(line);
}

function choose(item, mark) {
  const box = item.querySelector(`input[type=radio][value="${CSS.escape(mark)}"]`);
  if (box) box.checked = true;
}

async function send(enrolment, { mark, was: seen, key }) {
  // This page may still be open when somebody else has signed in: the house refuses what is not of whoever asks.
  const body = new URLSearchParams({ enrolment, mark, was: seen, key, who: words.who });
  return fetch(words.marks, { method: "POST", body, redirect: "manual", headers: { accept: "application/json" } });
}

/** One after the other, in the order in which they were made. */
function flush() {
  sending ??= sendAll().finally(() => (sending = undefined));
  return sending;
}

async function sendAll() {
  clearTimeout(timer);
  try {
    for (let next = Object.keys(waiting)[0]; next; next = Object.keys(waiting)[0]) {
      const sent = waiting[next];
      tell(words.sending);
      const answer = await send(next, sent);
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
        tell(words.signedOut);
        return;
      }
      if (answer.status >= 500 || answer.status === 429) {
        tell(words.again);
        later();
        return;
      }
      settle(next, sent, await answer.json());
    }
  } catch {
    // No network, or no answer that we know.
    tell(words.offline);
    later();
  }
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(flush, RETRY);
}

/** The house has answered: the mark holds, or another one does, or it may not be made. */
function settle(enrolment, sent, answer) {
  const item = row(enrolment);
  // Somebody pressed another one meanwhile: that one goes next.
  if (waiting[enrolment]?.key === sent.key) delete waiting[enrolment];
  else if (answer.saved) waiting[enrolment].was = sent.mark;
  keep();
  if (item) {
    if (answer.held && !waiting[enrolment]) choose(item, answer.held);
    if (answer.held) was(item).value = answer.held;
    note(item, answer.saved ? "" : answer.text);
  }
  tell(answer.saved || !item ? answer.text : "");
  clearTimeout(keeping);
  keeping = setTimeout(() => keepPage("no-cache").catch(() => {}), SETTLED);
}

/** Keeps this page in the browser, so that it opens again while the network is away: as it came, or as it is now. */
async function keepPage(cache) {
  if (!window.caches) return;
  const page = await fetch(location.pathname, { redirect: "error", cache });
  // On a device that others use too, nothing is kept.
  if (!page.ok || page.headers.get("cache-control")?.includes("no-store")) return;
  const parts = performance.getEntriesByType("resource").map((part) => new URL(part.name).pathname);
  const kept = await caches.open("registers");
  await kept.put(location.pathname, page);
  await kept.addAll(new Set(parts.filter((path) => path.startsWith("/assets/"))));
}

list.addEventListener("change", (event) => {
  const item = event.target.closest("[data-enrolment]");
  if (!item) return;
  const enrolment = item.dataset.enrolment;
  waiting[enrolment] = { mark: event.target.value, was: was(item).value, key: fresh() };
  keep();
  note(item, "");
  flush();
});

// First what waits, then the form: closing a register would make who is not marked yet absent.
document.addEventListener(
  "submit",
  async (event) => {
    if (!Object.keys(waiting).length) return;
    event.preventDefault();
    event.stopPropagation();
    await flush();
    if (!Object.keys(waiting).length) event.target.requestSubmit(event.submitter);
  },
  { capture: true },
);

addEventListener("online", flush);
document.addEventListener("visibilitychange", () => document.hidden || flush());

// What was made before this page was opened.
for (const [enrolment, { mark }] of Object.entries(waiting)) {
  const item = row(enrolment);
  if (item) choose(item, mark);
}
flush();
if (!navigator.onLine) tell(words.offline);
navigator.serviceWorker?.register(words.worker, { scope: "/desk/meetings/" });
keepPage("force-cache").catch(() => {});

// Many people: narrow the list by name.
const find = document.getElementById("find");
if (list.children.length > 8) {
  document.getElementById("narrow").hidden = false;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  find.addEventListener("input", () => {
    const wanted = plain(find.value.trim());
    for (const item of list.children) item.hidden = !plain(item.querySelector("legend").textContent).includes(wanted);
  });
}
