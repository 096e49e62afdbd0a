/**
 * A build is immutable: a manifest that names a list of files for each pack, by the digest of the
 * list; the list names the files, by theirs. The build's id is the beginning of the SHA-256 of the
 * manifest's own text, so it vouches for everything below it, and an edit of one lesson changes the
 * manifest, one list and one page. Nothing else in the site carries the build's id.
 */
export interface Manifest {
  /**
   * Pack (`shell`, `search`, or the id of a module) -> the first 128 bits of its list's SHA-256, hex.
   * They are enough to vouch for it, and a manifest is fetched with every edit.
   */
  packs: ReadonlyMap<string, string>;
}

/** The files of a build, or of one pack of it: address below the base -> what stands there. */
export interface FileList {
  files: ReadonlyMap<string, ManifestFile>;
}

export interface ManifestFile {
  /** Hex, of the decoded bytes. */
  sha256: string;
  bytes: number;
  /** Media type with which it is stored, whatever the server said. */
  type: string;
  /** The pack that it belongs to. */
  pack: string;
}

/** Hex digits of a build id, and of a list's digest in its address. */
export const BUILD_ID_LENGTH = 16;

/** Hex digits of a list's digest in a manifest. */
export const LIST_DIGEST_LENGTH = 32;

/** The pack of what every page needs, and of the pages that every learner has. */
export const SHELL = 'shell';

/**
 * The pack of a file that stands in the list of `list`. The outline of a module stands in its module's,
 * since both change with a question, but everybody wants the outlines of all.
 */
export const packAt = (address: string, list: string): string =>
  address.startsWith('outline/') ? SHELL : list;

/** Address of a build's manifest below the base. */
export const manifestAddress = (build: string): string => `manifest.${build}.json`;

/** The build whose manifest stands at this address. */
export const buildAt = (address: string): string | undefined =>
  /^manifest\.([0-9a-f]+)\.json$/.exec(address)?.[1];

/** Address of a pack's list below the base. */
export const listAddress = (sha256: string): string =>
  `pack.${sha256.slice(0, BUILD_ID_LENGTH)}.json`;

/** The manifest as text; equal packs give equal text. */
export function printManifest({ packs }: Manifest): string {
  return JSON.stringify({ packs: Object.fromEntries(sorted(packs)) });
}

/** A pack's list as text; equal files give equal text. */
export function printList({ files }: FileList): string {
  const rows = sorted(files).map(([address, { sha256, bytes, type }]) => [
    address,
    [sha256, bytes, type],
  ]);
  return JSON.stringify({ files: Object.fromEntries(rows) });
}

/** Reads a manifest's text; throws when it is not one. Verify its digest first. */
export function parseManifest(text: string): Manifest {
  const packs = entriesOf(text, 'packs');
  if (!packs.every((entry): entry is [string, string] => isHex(entry[1], LIST_DIGEST_LENGTH))) {
    throw new Error('A manifest with a malformed pack');
  }
  return { packs: new Map(packs) };
}

/** Reads the text of the list of `pack`; throws when it is not one. Verify its digest first. */
export function parseList(text: string, pack: string): FileList {
  const files = entriesOf(text, 'files').map(([address, row]): [string, ManifestFile] => {
    const [sha256, bytes, type] = Array.isArray(row) ? row : [];
    if (!isHex(sha256, 64) || !Number.isSafeInteger(bytes) || typeof type !== 'string') {
      throw new Error('A list with a malformed file');
    }
    return [address, { sha256, bytes, type, pack: packAt(address, pack) }];
  });
  return { files: new Map(files) };
}

/** `current.json`: which build the server holds now; `undefined` when it is not one. */
export function parseCurrent(value: unknown): string | undefined {
  const build = (value as { build?: unknown } | null)?.build;
  return typeof build === 'string' && /^[0-9a-f]{16}$/.test(build) ? build : undefined;
}

/** `current.json` with `"disable": true`: the site wants no browser to work offline any more. */
export const isDisabled = (value: unknown): boolean =>
  (value as { disable?: unknown } | null)?.disable === true;

function entriesOf(text: string, field: string): [string, unknown][] {
  const value = (JSON.parse(text) as Record<string, unknown> | null)?.[field];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`Nothing with ${field}`);
  }
  return Object.entries(value);
}

const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

const isHex = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length === length && /^[0-9a-f]*$/.test(value);
