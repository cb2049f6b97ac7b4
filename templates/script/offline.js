// A service worker: a register that was open today opens again while the network is away. What is kept is put there by
// register.js, and thrown away by app.js when somebody signs out.

const DAY = 86_400_000;
/** Bad wifi can say nothing for minutes. */
const PATIENCE = 6_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});

async function answer(request) {
  const kept = await caches.match(request, { cacheName: "registers", ignoreVary: true });
  if (!kept) return fetch(request);
  // Styles and scripts change their address with their content.
  if (request.mode !== "navigate") return kept;
  if (Date.now() - Date.parse(kept.headers.get("date")) > DAY) return fetch(request);
  const late = new Promise((done) => setTimeout(done, PATIENCE, kept));
  return Promise.race([fetch(request).catch(() => kept), late]);
}
