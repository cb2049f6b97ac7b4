// A service worker: a register that was open today opens again while the network is away. What is kept is put there by
// register.js, and thrown away by app.js when somebody signs out.

const DAY = 86_400_000;
/** Bad wifi can say nothing for minutes. */
const PATIENCE = 6_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  // Styles and scripts change their address with their content: what is kept holds.
  if (method === "GET" && mode === "navigate") event.respondWith(page(event.request));
  else if (method === "GET" && new URL(url).pathname.startsWith("/assets/")) event.respondWith(asset(event.request));
});

const find = (request) => caches.match(request, { cacheName: "registers", ignoreVary: true });

async function asset(request) {
  return (await find(request)) ?? fetch(request);
}

async function page(request) {
  const kept = await find(request);
  if (!kept || Date.now() - Date.parse(kept.headers.get("date")) > DAY) return fetch(request);
  const late = new Promise((done) => setTimeout(done, PATIENCE, kept));
  return Promise.race([fetch(request).catch(() => kept), late]);
}
