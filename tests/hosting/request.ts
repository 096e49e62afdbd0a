/** One request as it goes over the wire: nothing followed, nothing unpacked. */
import { type IncomingHttpHeaders, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Wishes {
  method?: string;
  headers?: Record<string, string>;
}

/** Asks our own server; its certificate is one that this run has made. */
export function ask(url: string, { method = 'GET', headers = {} }: Wishes = {}): Promise<Answer> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const asked = request(url, { method, headers, rejectUnauthorized: false }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part) => parts.push(part));
    response.on('error', reject);
    response.on('end', () => {
      const { statusCode: status = 0, headers } = response;
      resolve({ status, headers, body: Buffer.concat(parts) });
    });
  });
  asked.on('error', reject);
  asked.end();
  return promise;
}
