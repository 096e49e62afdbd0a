/** Web Locks as far as a sitting uses them: exclusive ones, in the order of asking. */

interface Options {
  ifAvailable?: boolean;
  signal?: AbortSignal;
}

type Callback = (lock: object | null) => Promise<unknown>;

export class FakeLocks {
  readonly #held = new Set<string>();
  readonly #waiting: { name: string; grant: () => void }[] = [];

  /** Names of the locks that somebody holds. */
  get held(): string[] {
    return [...this.#held];
  }

  request = (name: string, options: Options, callback: Callback): Promise<unknown> => {
    if (!this.#held.has(name)) return this.#run(name, callback);
    if (options.ifAvailable) return callback(null);
    return new Promise((resolve, reject) => {
      const waiting = { name, grant: () => this.#run(name, callback).then(resolve, reject) };
      this.#waiting.push(waiting);
      options.signal?.addEventListener('abort', () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(options.signal?.reason);
      });
    });
  };

  async #run(name: string, callback: Callback): Promise<unknown> {
    this.#held.add(name);
    try {
      return await callback({ name });
    } finally {
      this.#held.delete(name);
      const next = this.#waiting.findIndex((other) => other.name === name);
      if (next >= 0) this.#waiting.splice(next, 1)[0]?.grant();
    }
  }
}
