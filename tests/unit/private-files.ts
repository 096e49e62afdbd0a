/** The origin private file system, in memory, as far as the second copy uses it. */
import { vi } from 'vitest';

export class PrivateFiles {
  /** Name and text of each file. */
  readonly files = new Map<string, string>();
  /** Refuses to finish the next write, as when the page is closed in the middle of it. */
  failNextWrite = false;
  /** What removing a file is refused with. */
  refuse: DOMException | undefined;

  /** Gives this page such a file system; `writable: false` as in Safari before version 26. */
  install({ writable = true } = {}): void {
    class Handle {}
    if (writable) Object.assign(Handle.prototype, { createWritable: () => undefined });
    vi.stubGlobal('FileSystemFileHandle', Handle);
    vi.stubGlobal('navigator', { storage: { getDirectory: async () => this.#folder() } });
  }

  #folder() {
    return {
      getFileHandle: async (name: string, { create = false } = {}) => {
        if (!this.files.has(name)) {
          if (!create) throw new DOMException(name, 'NotFoundError');
          this.files.set(name, '');
        }
        return {
          getFile: async () => ({ text: async () => this.files.get(name) ?? '' }),
          createWritable: async () => this.#writable(name),
        };
      },
      removeEntry: async (name: string) => {
        if (this.refuse) throw this.refuse;
        if (!this.files.delete(name)) throw new DOMException(name, 'NotFoundError');
      },
    };
  }

  /** What is written takes the file's place when it is closed, not before. */
  #writable(name: string) {
    let text = '';
    return {
      write: async (more: string) => {
        text += more;
      },
      close: async () => {
        if (this.failNextWrite) {
          this.failNextWrite = false;
          throw new DOMException(name, 'AbortError');
        }
        this.files.set(name, text);
      },
    };
  }
}
