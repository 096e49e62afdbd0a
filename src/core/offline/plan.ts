import type { FileList, ManifestFile } from './manifest.ts';

/** Downloads at a time. */
export const WIDTH = 6;

/** A file to fetch: where it stands and what has to come out. */
export interface Wanted extends ManifestFile {
  address: string;
}

/** Files of `list` whose content is not there yet, each content once. */
export function missingFiles(list: FileList, have: ReadonlySet<string>): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const [address, file] of list.files) {
    if (!have.has(file.sha256) && !wanted.has(file.sha256)) {
      wanted.set(file.sha256, { ...file, address });
    }
  }
  return [...wanted.values()];
}

/**
 * Addresses of the first build that can be answered from what is there, be it in the words of one of
 * the other builds.
 */
export function readyAddresses(builds: readonly FileList[], have: ReadonlySet<string>): string[] {
  const [present] = builds;
  return [...(present?.files.keys() ?? [])].filter((address) =>
    builds.some(({ files }) => have.has(files.get(address)?.sha256 ?? '')),
  );
}

/** A pack that was asked for, and the build of which it was last complete. */
interface LastComplete {
  id: string;
  build: string;
}

/** The earlier builds without which a switch to `build` would lose a pack that is not complete in it. */
export function stillNeeded(
  build: FileList,
  packs: readonly LastComplete[],
  have: ReadonlySet<string>,
): string[] {
  const incomplete = packs.filter(({ id }) => missingFiles(packOf(build, id), have).length > 0);
  return incomplete.map((pack) => pack.build).filter((id) => id !== '');
}

/** Digests that no kept build names. */
export function garbage(kept: readonly FileList[], have: ReadonlySet<string>): string[] {
  const named = new Set(kept.flatMap(({ files }) => [...files.values()].map((f) => f.sha256)));
  return [...have].filter((digest) => !named.has(digest));
}

/**
 * The file that answers a request for `path` below the base. People and links sometimes leave out
 * the last slash or write `index.html`.
 */
export function findFile(list: FileList, path: string): ManifestFile | undefined {
  const plain = path.replace(/(^|\/)index\.html$/, '$1');
  return list.files.get(plain) ?? list.files.get(`${plain}/`);
}

/** The part of a build that belongs to one pack. */
export function packOf(list: FileList, pack: string): FileList {
  return { files: new Map([...list.files].filter(([, file]) => file.pack === pack)) };
}

/**
 * Pages after what they consist of: a page that is there can be shown, however early a download
 * ended.
 */
export function pagesLast(files: readonly Wanted[]): [rest: Wanted[], pages: Wanted[]] {
  const isPage = ({ type }: Wanted) => type.startsWith('text/html');
  return [files.filter((file) => !isPage(file)), files.filter(isPage)];
}

/** Bytes of all files, decoded. */
export const sizeOf = (files: Iterable<{ bytes: number }>): number =>
  [...files].reduce((sum, { bytes }) => sum + bytes, 0);

/** Runs `work` on every item, `width` at a time; rejects with the first failure after all ended. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const failures: unknown[] = [];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      await work(item).catch((error) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  if (failures.length > 0) throw failures[0];
}
