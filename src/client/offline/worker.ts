import type { RequestName, Requests, WorkerState } from '../../core/messages.ts';
import { home } from '../base.ts';

/** How long a worker may think, in milliseconds; one of an older build may not know the question. */
const PATIENCE = 10_000;

/** Asks a worker and resolves with its answer, or rejects without one; see `core/messages.ts`. */
export function askWorker<Name extends RequestName>(
  worker: ServiceWorker,
  request: Name,
  ...[details]: Requests[Name]['with'] extends undefined ? [] : [Requests[Name]['with']]
): Promise<Requests[Name]['answer']> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => {
      port1.close();
      reject(new Error(`The worker did not answer to “${request}”.`));
    }, PATIENCE);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(data);
    };
    worker.postMessage({ request, with: details }, [port2]);
  });
}

/** Tells a worker what needs no answer; see `core/messages.ts`. */
export function tellWorker<Name extends RequestName>(
  worker: ServiceWorker | null | undefined,
  request: Name,
  ...[details]: Requests[Name]['with'] extends undefined ? [] : [Requests[Name]['with']]
): void {
  worker?.postMessage({ request, with: details });
}

/** The registration of this site's worker; not that of what lies in a folder around it. */
export async function ownRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker?.getRegistration(home());
  return registration?.scope === home() ? registration : undefined;
}

/** What the present worker says of itself; nothing where there is none, or where it does not answer. */
export async function presentState(): Promise<WorkerState | undefined> {
  const { active } = (await ownRegistration()) ?? {};
  if (!active) return undefined;
  return askWorker(active, 'state').catch((error) => {
    console.warn(error);
    return undefined;
  });
}
