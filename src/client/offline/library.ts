import type { Switch } from '../../core/messages.ts';
import type { Build } from '../../core/offline/build.ts';
import { type FileList, SHELL } from '../../core/offline/manifest.ts';
import { missingFiles, packOf, sizeOf, stillNeeded } from '../../core/offline/plan.ts';
import { alone } from './alone.ts';
import {
  deletePack,
  downloadFiles,
  downloadPack,
  fetchBuild,
  keptBuild,
  pausePack,
  storedDigests,
} from './packs.ts';
import { readShelf, type ShelvedPack, shelve } from './shelf.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { ownRegistration, presentState, tellWorker } from './worker.ts';

/** How a pack stands on this device. */
export interface PackStatus {
  id: string;
  /** All of it, and what is not here yet, in bytes as they are stored. */
  bytes: number;
  missing: number;
  state: 'absent' | 'partial' | 'waiting' | 'loading' | 'paused' | 'failed' | 'ready';
  trouble?: Trouble | undefined;
}

/** At most once a day: the search changes with every word of every lesson. */
export const SEARCH = 'search';
const SEARCH_REST = 24 * 60 * 60 * 1000;

/**
 * 离线包 of this device: what is wanted, what is here, and the downloads in between, one after the
 * other. The shell is one that everybody wants, and no pack is ready without it. Says `change` when
 * something of it has changed.
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

  /**
   * Looks at the server and at what is stored, and resolves with what is due: packs that are wanted and
   * not complete for the newest build, the shell first. They are those that somebody has asked for, and
   * of those that are `likely` to be wanted the ones that nobody has let go. Unless it is `frugal`, they
   * wait from then on, so that nobody is told in between that all is ready.
   */
  async open(likely: readonly string[], frugal = false): Promise<string[]> {
    await this.#ask();
    this.#build ??= await presentBuild();
    await this.#audit();
    if (this.#build && !this.trouble) await this.#collect(this.#build);
    const due = await this.#due(likely);
    for (const id of this.trouble || frugal ? [] : due) this.#set(id, { state: 'waiting' });
    this.#tell();
    return due;
  }

  /** Lets the worker drop what is not needed any more. */
  async #collect(newest: Build): Promise<void> {
    const { build, keep } = await switchTo(newest);
    const { active } = (await ownRegistration()) ?? {};
    tellWorker(active, 'collect', [build, ...keep]);
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

  /** Downloads these packs, each after the shell; resolves when nothing is going on. */
  download(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#set(id, { state: 'waiting', trouble: undefined });
    for (const id of ids) {
      this.#work = this.#work
        .then(() => this.#download(id))
        .catch((error) => console.warn(`The pack ${id} was not looked after.`, error));
    }
    return this.#work;
  }

  /** What has come of a pack stays; nothing more of it comes until somebody asks for it. */
  pause(id: string): void {
    this.#stops.get(id)?.abort();
    if (this.#packs.get(id)?.state === 'waiting') void this.#pause(id);
  }

  async #pause(id: string): Promise<void> {
    this.#set(id, { state: 'paused' });
    await pausePack(id).catch((error) => console.warn('The pause will be forgotten.', error));
  }

  async delete(id: string): Promise<void> {
    this.pause(id);
    await deletePack(id);
    await this.#audit();
    this.#tell();
  }

  async #due(likely: readonly string[]): Promise<string[]> {
    const rows = await readShelf();
    const known = rows.map(({ id }) => id);
    const fresh = likely.filter((id) => !known.includes(id));
    return [SHELL, ...wantedOf(rows), ...fresh].filter((id) => {
      const pack = this.#packs.get(id);
      return pack && pack.state !== 'ready';
    });
  }

  /**
   * The switch to the build that pages could come from instead of the present one: another one, with
   * its shell and every wanted pack but the search complete.
   */
  async next(): Promise<Switch | undefined> {
    const build = this.#build;
    const state = await presentState();
    if (!build || this.trouble || !state || state.build === build.id) return undefined;
    const have = await storedDigests();
    for (const id of [SHELL, ...wantedOf(await readShelf())]) {
      if (id !== SEARCH && missingFiles(packOf(build, id), have).length > 0) return undefined;
    }
    return switchTo(build);
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
      console.warn(`The pack ${id} is not complete.`, error);
      if (stop.signal.aborted) await this.#pause(id);
      else this.#set(id, { state: 'failed', trouble: this.trouble ?? troubleOf(error) });
    } finally {
      this.#stops.delete(id);
    }
  }

  /** Fetches a pack of this build, and what of it a newer build has changed that is known by then. */
  async #fetch(build: Build, id: string, signal: AbortSignal): Promise<void> {
    try {
      await alone(() => this.#fetchAlone(build, id, signal), signal);
    } catch (error) {
      // A portal answers the smallest question too; a build that was replaced cannot be had any more.
      if (signal.aborted || !['content', 'status'].includes(troubleOf(error))) throw error;
      await this.#ask();
      if (this.trouble || this.#build?.id === build.id) throw error;
    }
    if (this.#build && this.#build.id !== build.id) await this.#fetch(this.#build, id, signal);
  }

  async #fetchAlone(build: Build, id: string, signal: AbortSignal): Promise<void> {
    const progress = (done: number, total: number) =>
      this.#set(id, { state: 'loading', missing: total - done });
    await downloadFiles(packOf(build, SHELL), id === SHELL ? progress : () => undefined, signal);
    this.#set(SHELL, { state: 'ready', missing: 0, trouble: undefined });
    if (id !== SHELL) await downloadPack(build, id, progress, signal);
  }

  /** Compares every list with what is stored: a browser may have dropped some of it. */
  async #audit(): Promise<void> {
    const build = this.#build;
    if (!build) return;
    const [rows, have] = [await readShelf(), await storedDigests()];
    for (const id of new Set([SHELL, ...[...build.files.values()].map(({ pack }) => pack)])) {
      const known = this.#packs.get(id);
      const row = rows.find((pack) => pack.id === id);
      const status = await statusOf(packOf(build, id), id, row, have);
      // A pack that somebody has asked for, before this or meanwhile, says itself how it stands.
      if (this.#packs.get(id) === known && !isWanted(known)) this.#packs.set(id, status);
      // What is here whole stays wanted, whatever has become of its row.
      if (!row && id !== SHELL && status.state === 'ready') {
        await shelve({ id, build: build.id, at: Date.now() });
      }
    }
  }

  #set(id: string, change: Partial<PackStatus>): void {
    const pack = this.#packs.get(id);
    if (!pack) return;
    this.#packs.set(id, { ...pack, ...change });
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

async function statusOf(
  list: FileList,
  id: string,
  row: ShelvedPack | undefined,
  have: ReadonlySet<string>,
): Promise<PackStatus> {
  const goesOn = id === SEARCH && row !== undefined && (await isRecent(row, have));
  const missing = goesOn ? 0 : sizeOf(missingFiles(list, have));
  const bytes = sizeOf(list.files.values());
  return { id, bytes, missing, state: missing === 0 ? 'ready' : restOf(id, row) };
}

/** How a pack stands of which something is missing. */
function restOf(id: string, row: ShelvedPack | undefined): PackStatus['state'] {
  if (row?.rests === 'paused') return 'paused';
  return id === SHELL || (row && !row.rests) ? 'partial' : 'absent';
}

const wantedOf = (rows: readonly ShelvedPack[]): string[] =>
  rows.flatMap(({ id, rests }) => (rests ? [] : id));

const isWanted = (pack: PackStatus | undefined): boolean =>
  pack?.state === 'waiting' || pack?.state === 'loading';

/** Whether the search of an earlier build, less than a day old, is whole: then it goes on for now. */
async function isRecent({ build, at }: ShelvedPack, have: ReadonlySet<string>): Promise<boolean> {
  const age = Date.now() - at;
  const earlier = age >= 0 && age < SEARCH_REST ? await keptBuild(build) : undefined;
  return earlier !== undefined && missingFiles(packOf(earlier, SEARCH), have).length === 0;
}

/** The library of this page. */
export const library = new Library();

/** The build that pages come from. */
async function presentBuild(): Promise<Build | undefined> {
  const state = await presentState();
  return state?.build ? keptBuild(state.build) : undefined;
}

/** The switch to this build, with the earlier ones that are needed still. */
async function switchTo(build: Build): Promise<Switch> {
  const keep = stillNeeded(build, await readShelf(), await storedDigests());
  return { build: build.id, keep };
}
