import { type BrowserContext, expect } from '@playwright/test';
import { leakOf } from './leaks.ts';

/**
 * What the browser complained of during one test: console errors, uncaught errors, blocked content;
 * and requests that tell somebody something about the learner: to a foreign host, with a body, with
 * an answer in the address. A complaint that the test did not expect fails it.
 */
export class Complaints {
  readonly heard: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #allowed: RegExp[] = [];
  readonly #home: string;

  /** `home` is an address of the site; other origins are foreign. */
  constructor(home: string) {
    this.#home = home;
  }

  /** Listens to all pages of a context, and to its service workers. Call before the first page loads. */
  async listenTo(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.heard.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (webError) => {
      this.heard.push(`uncaught: ${webError.error().stack ?? webError.error().message}`);
    });
    context.on('request', (request) => {
      const asked = { method: request.method(), url: request.url(), body: request.postData() };
      const leak = leakOf(asked, this.#home);
      if (leak) this.heard.push(leak);
    });
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI}`);
      });
    });
  }

  /** Says that this test provokes such a complaint: it no longer fails the test, its absence does. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Says that this test may provoke such a complaint, as a page without network does. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Fails where an unknown complaint was heard, or an expected one was not. */
  settle(): void {
    const known = [...this.#expected, ...this.#allowed];
    const unexpected = this.heard.filter((words) => !known.some((it) => it.test(words)));
    const missing = this.#expected.filter((it) => !this.heard.some((words) => it.test(words)));
    expect(unexpected, 'the browser complained').toEqual([]);
    expect(missing, 'an expected complaint was not heard').toEqual([]);
  }
}
