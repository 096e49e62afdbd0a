/** A page driven over WebDriver BiDi, which Firefox speaks. */
import { openSocket } from './json-socket.ts';
import { type Page, pageOf } from './page.ts';

/** The first page of the browser that listens there. */
export async function openBidiPage(url: string): Promise<Page> {
  const complaints: string[] = [];
  const { send } = await openSocket(url, ({ params }) => {
    if (params?.level === 'error') complaints.push(String(params.text));
  });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree');
  const context = contexts[0]?.context;
  return pageOf({
    complaints,
    navigate: (address) =>
      send('browsingContext.navigate', { context, url: address, wait: 'none' }),
    async evaluate<T>(expression: string) {
      const { result, exceptionDetails } = await send<{
        result?: { value?: string };
        exceptionDetails?: { text: string };
      }>('script.evaluate', {
        // As JSON, since the protocol has its own form of values.
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
        target: { context },
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result?.value ?? 'null') as T;
    },
  });
}
