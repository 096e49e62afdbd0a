/** Requests and events as JSON over a WebSocket: what CDP and WebDriver BiDi have in common. */
export interface JsonSocket {
  send<T>(method: string, params?: object): Promise<T>;
  close(): void;
}

export interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  /** An object in CDP, a code in BiDi, which has the message beside it. */
  error?: { message: string } | string;
  message?: string;
}

/** `hear` is called with each event. */
export async function openSocket(
  url: string,
  hear: (message: Message) => void,
): Promise<JsonSocket> {
  const socket = new WebSocket(url);
  await new Promise((open, fail) => {
    socket.addEventListener('open', open, { once: true });
    socket.addEventListener('error', fail, { once: true });
  });
  const waiting = new Map<number, (message: Message) => void>();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data) as Message;
    if (message.id === undefined || message.id === null) hear(message);
    else waiting.get(message.id)?.(message);
  });
  let last = 0;
  return {
    send: <T>(method: string, params: object = {}) =>
      new Promise<T>((resolve, reject) => {
        last += 1;
        waiting.set(last, ({ result, error, message }) => {
          if (error) reject(new Error(`${method}: ${message ?? JSON.stringify(error)}`));
          else resolve(result as T);
        });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    close: () => socket.close(),
  };
}
