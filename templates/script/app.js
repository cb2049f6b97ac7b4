// Small comforts. Everything works without this file.

// After a refused form the reader starts at the summary of what went wrong.
document.getElementById("errors")?.focus();

// A second press while the first is under way sends nothing; the hidden key would catch it too.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-once]")) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  form.querySelectorAll("button[type=submit]").forEach((button) => button.setAttribute("aria-disabled", "true"));
});

// Says how much room a text still has, in words that came with the page.
document.querySelectorAll("textarea[data-most]").forEach((text) => {
  const room = document.createElement("p");
  room.className = "field__hint";
  text.after(room);
  const say = () => {
    const left = Number(text.dataset.most) - [...text.value.trim()].length;
    room.textContent = (left < 0 ? text.dataset.over : text.dataset.left).replace("#", Math.abs(left));
  };
  text.addEventListener("input", say);
  say();
});

// Back in the browser's history shows a page from memory: its forms may be sent again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
  });
});

// Following a link inside a small menu closes that menu, also when only the fragment changes.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[popover] a");
  link?.closest("[popover]").hidePopover?.();
});

// A part of the menu that hangs over the page closes when one goes on elsewhere, or with Escape.
const parts = document.querySelectorAll(".menu__part");
const closeAll = () => parts.forEach((part) => { part.open = false; });
document.addEventListener("click", (event) => event.target.closest(".menu") || closeAll());
document.addEventListener("keydown", (event) => {
  const part = event.key === "Escape" && document.querySelector(".menu__part[open]");
  if (!part) return;
  const within = part.contains(document.activeElement);
  closeAll();
  if (within) part.querySelector("summary").focus();
});

// Whoever speaks to the browser or types with difficulty can switch the key off: WCAG 2.1.4.
const slash = document.getElementById("slash");
if (slash) {
  slash.closest("label").hidden = false;
  slash.checked = localStorage.getItem("slash") !== "off";
  slash.addEventListener("change", () => localStorage.setItem("slash", slash.checked ? "on" : "off"));
}

// The key / leads to searching, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (localStorage.getItem("slash") === "off") return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const words = document.querySelector("form[role=search] input[type=search]");
  const way = document.getElementById("to-search");
  if (!words && !way) return;
  event.preventDefault();
  if (words) words.focus();
  else way.click();
});

// Whoever signs out leaves no register behind on this device.
if (location.pathname.startsWith("/sign-in")) window.caches?.delete("registers");

// What was written in a conversation and not sent yet goes with who signs out, and after a week.
const WEEK = 7 * 24 * 3_600_000;
function forgetNotes(old) {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith("note:"))) {
    let at = 0;
    try {
      at = JSON.parse(localStorage.getItem(key)).at;
    } catch {
      // Not ours any more.
    }
    if (!old || !(Date.now() - at < WEEK)) localStorage.removeItem(key);
  }
}
try {
  forgetNotes(true);
} catch {
  // A browser that keeps nothing.
}
document.addEventListener("submit", (event) => {
  if (new URL(event.target.action).pathname.startsWith("/sign-out")) forgetNotes(false);
});
