import type { RequestName, Requests } from '../../core/messages.ts';

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
