import type { WorkerState } from '../../core/messages.ts';
import type { Build } from '../../core/offline/build.ts';
import type { FileList } from '../../core/offline/manifest.ts';
import { packOf, sizeOf } from '../../core/offline/plan.ts';
import {
  deletePack,
  downloadFiles,
  downloadPack,
  fetchBuild,
  fetchCurrent,
  keptBuild,
  missingOf,
} from './packs.ts';
import { readShelf, type ShelvedPack } from './shelf.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { askWorker } from './worker.ts';

/** How a pack stands on this device. */
export interface PackStatus {
  id: string;
  /** All of it, and what is not here yet, in bytes as they are stored. */
  bytes: number;
  missing: number;
  state: 'absent' | 'partial' | 'waiting' | 'loading' | 'paused' | 'failed' | 'ready';
  trouble?: Trouble | undefined;
}

/** Name of the lock that a download holds. */
const DOWNLOADS = 'window-course-packs';

/** At most once a day: the search changes with every word of every lesson. */
const SEARCH = 'search';
const SEARCH_REST = 24 * 60 * 60 * 1000;

/**
 * 离线包 of this device: what is wanted, what is here, and the downloads in between, one after the
 * other. Says `change` when something of it has changed.
 */
export class Library extends EventTarget {
  /** The newest build that is known: the server's, else the one that pages come from. */
  #build: Build | undefined;
  #packs = new Map<string, PackStatus>();
  #stops = new Map<string, AbortController>();
  #work = Promise.resolve();
  /** Why the server's build could not be had. */
  trouble: Trouble | undefined;

  get packs(): readonly PackStatus[] {
    return [...this.#packs.values()];
  }

  /** Looks at the server and at what is stored. */
  async open(registration: ServiceWorkerRegistration): Promise<void> {
    const state = await workerState(registration);
    await this.#ask();
    this.#build ??= state?.build ? await keptBuild(state.build) : undefined;
    await this.#audit();
  }

  /** Asks the server which build it holds. */
  async #ask(): Promise<void> {
    try {
      this.#build = await fetchBuild();
      this.trouble = undefined;
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  /** Downloads these packs and, for a new build, the shell; resolves when nothing is going on. */
  download(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#set(id, { state: 'waiting', trouble: undefined });
    for (const id of ids) this.#work = this.#work.then(() => this.#download(id));
    return this.#work;
  }

  pause(id: string): void {
    this.#stops.get(id)?.abort();
    if (this.#packs.get(id)?.state === 'waiting') this.#set(id, { state: 'paused' });
  }

  async delete(id: string): Promise<void> {
    this.pause(id);
    const state = this.#packs.get(id);
    const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
    const present = active && (await stateOf(active));
    const builds = [this.#build, present?.build ? await keptBuild(present.build) : undefined];
    await deletePack(
      builds.flatMap((build) => build ?? []),
      id,
    );
    if (state) await this.#audit();
  }

  /** Packs that somebody wants and that are not complete for the newest build. */
  async due(): Promise<string[]> {
    const ids = (await readShelf()).map(({ id }) => id);
    return ids.filter((id) => this.#packs.has(id) && this.#packs.get(id)?.state !== 'ready');
  }

  /**
   * The build that pages could come from instead of the present one: another one, with its shell and
   * every wanted pack but the search complete. `frugal` downloads nothing for it.
   */
  async next(
    registration: ServiceWorkerRegistration,
    frugal: boolean,
  ): Promise<string | undefined> {
    const build = this.#build;
    const state = await workerState(registration);
    if (!build || this.trouble || !state || state.build === build.id) return undefined;
    const wanted = (await readShelf()).map(({ id }) => id).filter((id) => id !== SEARCH);
    const shell = packOf(build, 'shell');
    if (!frugal) await alone(() => downloadFiles(shell, () => undefined));
    for (const id of ['shell', ...wanted]) {
      if ((await missingOf(packOf(build, id))).length > 0) return undefined;
    }
    return build.id;
  }

  async #download(id: string): Promise<void> {
    if (this.#packs.get(id)?.state !== 'waiting') return;
    // Somebody has pressed a button: the network may be another one by now.
    if (this.trouble) await this.#ask();
    if (!this.#build || this.trouble) {
      return this.#set(id, { state: 'failed', trouble: this.trouble });
    }
    const stop = new AbortController();
    this.#stops.set(id, stop);
    try {
      await this.#fetch(this.#build, id, stop.signal);
      this.#set(id, { state: 'ready', missing: 0 });
    } catch (error) {
      const trouble = stop.signal.aborted ? 'paused' : await this.#explain(troubleOf(error));
      console.warn(`The pack ${id} is not complete.`, error);
      this.#set(id, { state: trouble === 'paused' ? 'paused' : 'failed', trouble });
    } finally {
      this.#stops.delete(id);
    }
  }

  /** Fetches a pack of this build, and what of it a newer build has changed that is known by then. */
  async #fetch(build: Build, id: string, signal: AbortSignal): Promise<void> {
    const progress = (done: number, total: number) =>
      this.#set(id, { state: 'loading', missing: total - done });
    await alone(() => downloadPack(build, id, progress, signal), signal);
    if (this.#build && this.#build.id !== build.id) await this.#fetch(this.#build, id, signal);
  }

  /** A portal answers the smallest question too, and then it is one; a proxy that alters does not. */
  async #explain(trouble: Trouble): Promise<Trouble> {
    if (trouble !== 'content' && trouble !== 'status') return trouble;
    return fetchCurrent().then(
      () => trouble,
      (error) => (troubleOf(error) === 'portal' ? 'portal' : trouble),
    );
  }

  /** Compares every list with what is stored: a browser may have dropped some of it. */
  async #audit(): Promise<void> {
    const build = this.#build;
    if (!build) return;
    const rows = await readShelf();
    for (const id of new Set([...build.files.values()].map(({ pack }) => pack))) {
      if (id === 'shell') continue;
      const known = this.#packs.get(id);
      const row = rows.find((pack) => pack.id === id);
      const status = await statusOf(packOf(build, id), id, row);
      // A pack that somebody has asked for, before this or meanwhile, says itself how it stands.
      if (this.#packs.get(id) === known && !isWanted(known)) this.#packs.set(id, status);
    }
    this.dispatchEvent(new Event('change'));
  }

  #set(id: string, change: Partial<PackStatus>): void {
    const pack = this.#packs.get(id);
    if (!pack) return;
    this.#packs.set(id, { ...pack, ...change });
    this.dispatchEvent(new Event('change'));
  }
}

async function statusOf(
  list: FileList,
  id: string,
  row: ShelvedPack | undefined,
): Promise<PackStatus> {
  const goesOn = id === SEARCH && row !== undefined && (await isRecent(row));
  const missing = goesOn ? 0 : sizeOf(await missingOf(list));
  const rest = row ? 'partial' : 'absent';
  const bytes = sizeOf(list.files.values());
  return { id, bytes, missing, state: missing === 0 ? 'ready' : rest };
}

const isWanted = (pack: PackStatus | undefined): boolean =>
  pack?.state === 'waiting' || pack?.state === 'loading';

/** Whether the search of an earlier build, less than a day old, is whole: then it goes on for now. */
async function isRecent({ build, at }: ShelvedPack): Promise<boolean> {
  const age = Date.now() - at;
  const earlier = age >= 0 && age < SEARCH_REST ? await keptBuild(build) : undefined;
  return earlier !== undefined && (await missingOf(packOf(earlier, SEARCH))).length === 0;
}

/** The library of this page. */
export const library = new Library();

async function workerState({
  active,
}: ServiceWorkerRegistration): Promise<WorkerState | undefined> {
  return active ? stateOf(active) : undefined;
}

/** What a worker says of itself; nothing where it does not answer. */
function stateOf(worker: ServiceWorker): Promise<WorkerState | undefined> {
  return askWorker(worker, 'state').catch((error) => {
    console.warn(error);
    return undefined;
  });
}

/** One tab downloads at a time: what the next one wants is mostly there when its turn comes. */
function alone<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!navigator.locks) return work();
  return navigator.locks.request(DOWNLOADS, signal ? { signal } : {}, work) as Promise<T>;
}
