/** A page of a browser that Playwright does not speak to. */
export interface Page {
  /** Console errors, uncaught errors and blocked content heard so far. */
  readonly complaints: readonly string[];
  goto(url: string): Promise<void>;
  /** Evaluates an expression in the page; awaits a promise; returns its JSON value. */
  evaluate<T>(expression: string): Promise<T>;
  /** Resolves when the expression is truthy; throws after 20 seconds. */
  until(expression: string): Promise<void>;
}

/** A running browser with one page and an empty profile. */
export interface Engine {
  page: Page;
  close(): Promise<void>;
}

/** What a protocol has to be able to do. */
export interface Driver {
  complaints: readonly string[];
  evaluate<T>(expression: string): Promise<T>;
  /** Sets off for a page; it need not have come yet. */
  navigate(url: string): Promise<unknown>;
}

export function pageOf({ complaints, evaluate, navigate }: Driver): Page {
  const until = async (expression: string): Promise<void> => {
    const begun = Date.now();
    while (Date.now() - begun < 20_000) {
      // Between two pages there is nothing to evaluate in.
      if (await evaluate(`Boolean(${expression})`).catch(() => false)) return;
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
      await evaluate('(window.before = true)');
      await navigate(url);
      await until('!window.before && document.readyState === "complete"');
    },
  };
}
