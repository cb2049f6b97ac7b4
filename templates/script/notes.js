// Notes of a conversation, heading by heading: each is sent while somebody types, and kept in this browser until the house has it,
// also when the network is away or the page is closed meanwhile. Without this file the form is sent as a whole.

const root = document.getElementById("notes");
const words = root.dataset;
const form = root.closest("form");
const keeps = words.keeps === "yes";
// Whoever signs in next on this device neither sees nor sends what somebody else wrote.
const store = (topic) => `note:${words.who}:${words.notes}:${topic}`;
const WAIT = 1_200;
const RETRY = 5_000;

const heads = [...root.querySelectorAll("[data-topic]")].map((box) => ({
  box,
  topic: box.dataset.topic,
  text: box.querySelector("textarea"),
  version: box.querySelector("input[type=hidden]"),
  state: box.querySelector(".notes__state"),
  names: box.querySelector(".notes__names"),
  /** What the house has. */
  saved: box.querySelector("textarea").value,
  conflict: false,
  timer: undefined,
  sending: undefined,
}));

const differs = (head) => head.text.value !== head.saved;

function tell(head, text, unsent = false) {
  head.state.textContent = text;
  head.state.toggleAttribute("data-unsent", unsent);
}

function draft(head) {
  try {
    return JSON.parse(localStorage.getItem(store(head.topic)));
  } catch {
    return null;
  }
}

/** Keeps what the house does not have yet; nothing on a device that others use too. */
function keep(head) {
  if (!keeps) return;
  try {
    if (differs(head)) {
      const kept = { text: head.text.value, version: head.version.value, at: Date.now() };
      localStorage.setItem(store(head.topic), JSON.stringify(kept));
    } else localStorage.removeItem(store(head.topic));
  } catch {
    // A browser that keeps nothing: what is typed is sent all the same.
  }
}

function warn(head, names) {
  head.names.hidden = !names.length;
  head.names.textContent = names.length ? words.names.replace("#", names.join(", ")) : "";
}

function later(head, wait) {
  clearTimeout(head.timer);
  head.timer = setTimeout(() => send(head), wait);
}

/** One at a time for each heading, so that no version overtakes another. */
function send(head) {
  clearTimeout(head.timer);
  if (head.conflict || !differs(head)) return Promise.resolve();
  head.sending ??= post(head).finally(() => {
    head.sending = undefined;
    if (differs(head) && !head.conflict && !head.state.hasAttribute("data-unsent")) later(head, WAIT);
  });
  return head.sending;
}

async function post(head) {
  const sent = head.text.value;
  const body = new URLSearchParams({ topic: head.topic, text: sent, version: head.version.value, who: words.who });
  tell(head, words.saving);
  let answer;
  try {
    answer = await fetch(words.notes, { method: "POST", body, redirect: "manual", headers: { accept: "application/json" } });
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return tell(head, words.signedOut, true);
    if (answer.status >= 500 || answer.status === 429) {
      later(head, RETRY);
      return tell(head, words.again, true);
    }
    answer = await answer.json();
  } catch {
    later(head, RETRY);
    return tell(head, words.offline, true);
  }
  settle(head, sent, answer);
}

function settle(head, sent, answer) {
  if (answer.saved) {
    head.saved = sent;
    head.version.value = answer.version;
    keep(head);
    warn(head, answer.names);
    tell(head, answer.text);
  } else if (answer.there != null) compare(head, answer);
  else tell(head, answer.text, true);
}

const made = (name, text, style = "") => Object.assign(document.createElement(name), { textContent: text, className: style });

/** Both texts side by side; whoever wrote chooses one, or takes both. Until then nothing is sent, and both stay. */
function compare(head, { there, version, text }) {
  head.conflict = true;
  tell(head, text, true);
  head.box.querySelector(".notes__there")?.remove();
  const box = made("div", "", "notes__there");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", text);
  const two = made("div", "", "notes__two");
  for (const [title, content] of [[words.there, there], [words.mine, head.text.value]]) {
    const side = document.createElement("div");
    side.append(made("b", title), made("p", content, "notes__text"));
    two.append(side);
  }
  const row = made("div", "", "cluster");
  const choose = (label, choice) => {
    const button = made("button", label, "button button--secondary");
    button.type = "button";
    button.addEventListener("click", () => {
      box.remove();
      Object.assign(head, { conflict: false, saved: there });
      head.version.value = version;
      head.text.value = choice();
      keep(head);
      if (differs(head)) send(head);
      else tell(head, "");
      head.text.focus();
    });
    row.append(button);
  };
  choose(words.take, () => there);
  choose(words.keep, () => head.text.value);
  choose(words.both, () => `${there}\n\n${head.text.value}`);
  box.append(two, row);
  head.text.before(box);
}

for (const head of heads) {
  head.text.addEventListener("input", () => {
    keep(head);
    if (!head.conflict) later(head, WAIT);
  });
  head.text.addEventListener("blur", () => send(head));
  // What was written before this page was opened, on the version it was written on.
  const kept = draft(head);
  if (kept && kept.text !== head.text.value) {
    head.text.value = kept.text;
    head.version.value = kept.version;
    tell(head, words.found, true);
    send(head);
  } else keep(head);
}

// First the notes, each on its own; then the form with the rest, on the versions that came back.
form.addEventListener(
  "submit",
  async (event) => {
    if (!heads.some((head) => differs(head) && !head.conflict)) return;
    event.preventDefault();
    event.stopPropagation();
    await Promise.all(heads.map(send));
    await Promise.all(heads.map(send));
    if (!heads.some(differs)) form.requestSubmit(event.submitter);
    else heads.find(differs).text.focus();
  },
  { capture: true },
);

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  form.requestSubmit();
});

addEventListener("online", () => heads.forEach(send));
document.addEventListener("visibilitychange", () => heads.forEach(send));
