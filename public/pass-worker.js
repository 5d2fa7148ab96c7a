// Shows the pass at once on a bad network. Registered by components/access/passes/pass-offline.tsx for /me/<gym>; pages below it are
// left to the network. The page and its scripts are stored in a cache of this version, which every sign-in and sign-out deletes
// (lib/client/pass-cache.ts), and so does an answer that is not the pass.

const CACHE = "fitflow-pass-1";
const PATIENCE_MS = 2500;
const MAX_SCRIPTS = 120;

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOld().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && isPass(url)) event.respondWith(pass(event));
  else if (url.pathname.startsWith("/_next/static/") || url.pathname.startsWith("/fonts/")) event.respondWith(asset(request));
});

const isPass = ({ pathname }) => pathname === new URL(self.registration.scope).pathname;

async function removeOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("fitflow-pass-") && name !== CACHE).map((name) => caches.delete(name)));
}

// The network first. Where it does not answer in time, the stored page; its codes are renewed by the page itself.
async function pass(event) {
  const { request } = event;
  const answer = fetch(request).then((response) => remember(request, response));
  event.waitUntil(answer.catch(() => {}));
  const stored = await (await caches.open(CACHE)).match(request, { ignoreSearch: true });
  if (!stored) return answer;
  const late = new Promise((resolve) => setTimeout(() => resolve(stored), PATIENCE_MS));
  return Promise.race([answer.catch(() => stored), late]);
}

// A redirect to sign-in, and a page that is refused, mean that this pass is not this person's any more. A server that fails says nothing.
async function remember(request, response) {
  const cache = await caches.open(CACHE);
  if (response.ok && response.type === "basic" && !response.redirected) await cache.put(request, response.clone());
  else if (response.status < 500) await caches.delete(CACHE);
  return response;
}

// The names contain a hash of the content.
async function asset(request) {
  const cache = await caches.open(CACHE);
  const stored = await cache.match(request);
  if (stored) return stored;
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
    const keys = await cache.keys();
    const scripts = keys.filter(({ url }) => url.includes("/_next/static/"));
    await Promise.all(scripts.slice(0, Math.max(0, scripts.length - MAX_SCRIPTS)).map((key) => cache.delete(key)));
  }
  return response;
}
