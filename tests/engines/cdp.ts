/** A page driven over the DevTools protocol: Playwright no longer speaks to browsers of 2020. */
export interface Page {
  /** Console errors, uncaught errors and blocked content heard so far. */
  readonly complaints: readonly string[];
  goto(url: string): Promise<void>;
  /** Evaluates an expression in the page; awaits a promise; returns its JSON value. */
  evaluate<T>(expression: string): Promise<T>;
  /** Resolves when the expression is truthy; throws after ten seconds. */
  until(expression: string): Promise<void>;
}

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: { message: string };
}

/** Connects to the first page of the browser that listens on `port`. */
export async function openPage(port: string): Promise<Page> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
    type: string;
    webSocketDebuggerUrl: string;
  }[];
  const target = targets.find(({ type }) => type === 'page');
  if (!target) throw new Error('The browser has no page');
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((open) => socket.addEventListener('open', open, { once: true }));

  const waiting = new Map<number, (message: Message) => void>();
  const complaints: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    if (isComplaint(message)) complaints.push(JSON.stringify(message.params));
  });

  let last = 0;
  const send = (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ result, error }) => {
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`);

  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = (await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as { result: { value: T }; exceptionDetails?: unknown };
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  };

  const until = async (expression: string): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await evaluate(`Boolean(${expression})`)) return;
      await new Promise((wait) => setTimeout(wait, 100));
    }
    throw new Error(`Never came true: ${expression}\n${complaints.join('\n')}`);
  };

  return {
    complaints,
    evaluate,
    until,
    async goto(url) {
      // The load event of the page before may come late: only the new page has no such mark.
      await evaluate('window.before = true');
      await send('Page.navigate', { url });
      await until('!window.before && document.readyState === "complete"');
    },
  };
}

function isComplaint({ method, params }: Message): boolean {
  if (method === 'Runtime.exceptionThrown') return true;
  if (method === 'Runtime.consoleAPICalled') return params?.type === 'error';
  const entry = params?.entry as { level: string } | undefined;
  return method === 'Log.entryAdded' && entry?.level === 'error';
}
