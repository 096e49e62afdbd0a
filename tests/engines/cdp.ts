/** A page driven over the DevTools protocol: Playwright no longer speaks to browsers of 2020. */
import { type Message, openSocket } from './json-socket.ts';
import { type Page, pageOf } from './page.ts';

/** Connects to the first page of the browser that listens on `port`. */
export async function openPage(port: string): Promise<Page> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
    type: string;
    webSocketDebuggerUrl: string;
  }[];
  const target = targets.find(({ type }) => type === 'page');
  if (!target) throw new Error('The browser has no page');
  const complaints: string[] = [];
  const { send } = await openSocket(target.webSocketDebuggerUrl, (message) => {
    if (isComplaint(message)) complaints.push(JSON.stringify(message.params));
  });
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`);
  return pageOf({
    complaints,
    navigate: (url) => send('Page.navigate', { url }),
    async evaluate<T>(expression: string) {
      const { result, exceptionDetails } = await send<{
        result: { value: T };
        exceptionDetails?: unknown;
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    },
  });
}

function isComplaint({ method, params }: Message): boolean {
  if (method === 'Runtime.exceptionThrown') return true;
  if (method === 'Runtime.consoleAPICalled') return params?.type === 'error';
  const entry = params?.entry as { level: string } | undefined;
  return method === 'Log.entryAdded' && entry?.level === 'error';
}
