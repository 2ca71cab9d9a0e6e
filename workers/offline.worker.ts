/// <reference lib="webworker" />
import type { OfflineFiles } from './protocol.ts';

/**
 * Keeps every file of the app on this computer, so that it opens and works without a network. A new version is fetched
 * beside the old one and takes over when the last page of the old one is closed: a page never mixes the two.
 */
declare const self: ServiceWorkerGlobalScope;

const cachePrefix = 'cuntong-';
/** Remembers which version was fetched last: this worker may be ended and started again before it takes over. */
const markCache = 'cuntong-newest';
const markAddress = './newest-version';
/** Few enough at a time to leave the page's own requests room. */
const filesAtOnce = 6;

async function keepAll(): Promise<void> {
  const listing = await fetch('./offline-files.json', { cache: 'no-store' });
  if (!listing.ok) throw new Error(`offline-files.json: ${listing.status}`);
  const { version, files } = (await listing.json()) as OfflineFiles;
  const cache = await caches.open(cachePrefix + version);
  for (let start = 0; start < files.length; start += filesAtOnce)
    await cache.addAll(files.slice(start, start + filesAtOnce));
  const mark = await caches.open(markCache);
  await mark.put(markAddress, new Response(cachePrefix + version));
}

async function forgetOld(): Promise<void> {
  const newest = await (await caches.match(markAddress))?.text();
  for (const name of await caches.keys())
    if (name.startsWith(cachePrefix) && name !== markCache && name !== newest) await caches.delete(name);
  await self.clients.claim();
}

/** Files have their content's hash in their name, so that a kept one is never out of date; the page itself may be. */
async function answer(request: Request): Promise<Response> {
  if (request.mode === 'navigate') {
    try {
      return await fetch(request);
    } catch {
      return (await caches.match('./index.html')) ?? Response.error();
    }
  }
  // A font is asked for with another origin header than it was fetched with; it is the same file.
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOld()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const isOurs = request.method === 'GET' && new URL(request.url).origin === self.location.origin;
  if (isOurs) event.respondWith(answer(request));
});
