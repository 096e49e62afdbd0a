import { findFile } from '../core/offline/plan.ts';
import { collectGarbage, keptBuilds, storedContent, switchUnseen } from './builds.ts';

declare const self: ServiceWorkerGlobalScope;

/** Without an answer to a navigation for this long, in milliseconds, the offline page is shown. */
const PATIENCE = 10_000;

/**
 * Answers a page's request from what is stored. A page comes whole from one build: the one that was switched
 * to, or, where its pack has not been downloaded for that one yet, an earlier one that has it. A file
 * of a page may come from any kept build: its name carries its content. What is not stored comes from
 * the network; a page that cannot be had at all, or not in time, becomes the offline page.
 */
export async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const navigation = request.mode === 'navigate';
  try {
    const switched = navigation ? await switchUnseen() : undefined;
    // Nobody waits for what goes.
    if (switched) event.waitUntil(collectGarbage(switched.keep));
    const response = await storedAnswer(pathBelowScope(request.url), navigation);
    if (response) return response;
  } catch (error) {
    // A storage that cannot be read must not cost the pages that the network has.
    console.warn(`${request.url} was not looked up.`, error);
  }
  if (!navigation) return fetch(request);
  const page = await offlinePage().catch(() => undefined);
  if (!page) return fetch(request);
  return Promise.race([fetch(request).catch(() => page), after(PATIENCE, page)]);
}

async function storedAnswer(path: string, navigation: boolean): Promise<Response | undefined> {
  const builds = await keptBuilds();
  // What the present build does not have any more is not brought back from an earlier one.
  if (navigation && !(builds[0] && findFile(builds[0], path))) return undefined;
  for (const build of builds) {
    const file = findFile(build, path);
    const response = file && (await storedContent(file));
    if (response) return response;
  }
  return undefined;
}

async function offlinePage(): Promise<Response | undefined> {
  const [build] = await keptBuilds();
  const file = build?.files.get('offline/');
  return file && storedContent(file);
}

const after = <T>(milliseconds: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));

function pathBelowScope(url: string): string {
  const path = new URL(url).pathname.slice(new URL(self.registration.scope).pathname.length);
  try {
    return decodeURI(path);
  } catch {
    // Malformed escapes: no file of ours has such a name.
    return path;
  }
}
