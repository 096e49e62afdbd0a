import type { Request as Message } from '../core/messages.ts';
import { answer } from './answer.ts';
import { collectGarbage, installShell, isFirst, prepare, stateNow, switchTo } from './builds.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  // No skipWaiting: a new worker takes over when the learner agrees or the last page is closed.
  event.waitUntil(installShell());
});

self.addEventListener('activate', (event) => {
  // On the very first visit there is no older build that an open page could mix with.
  event.waitUntil(isFirst().then((first) => (first ? self.clients.claim() : undefined)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const inScope = request.url.startsWith(self.registration.scope);
  // A page that downloads the next build wants the server's bytes, not those of this build.
  const download = request.cache === 'no-store';
  if (request.method === 'GET' && inScope && !download) event.respondWith(answer(event));
});

self.addEventListener('message', (event) => {
  const message = event.data as Message;
  const reply = (value: unknown) => event.ports[0]?.postMessage(value);
  if (message.request === 'take-over') event.waitUntil(self.skipWaiting());
  if (message.request === 'prepare') event.waitUntil(prepare(message.with));
  if (message.request === 'collect') event.waitUntil(collectGarbage(message.with));
  if (message.request === 'state') event.waitUntil(stateNow().then(reply));
  if (message.request === 'switch') {
    const { build, keep } = message.with;
    const switched = switchTo(build);
    switched.then(reply, () => reply(false));
    event.waitUntil(switched.then((done) => (done ? collectGarbage(keep) : undefined)));
  }
});
