import {
  buildAt,
  type FileList,
  listAddress,
  type ManifestFile,
  manifestAddress,
  parseList,
  parseManifest,
} from './manifest.ts';
import { inParallel, WIDTH } from './plan.ts';
import { fetchVerified, type Network } from './verify.ts';

/** Where manifests and lists are kept, by their addresses below the base. */
export interface TextCache {
  read(address: string): Promise<string | undefined>;
  write(address: string, text: string): Promise<void>;
  /** Where something is kept, in the order in which it came. */
  addresses(): Promise<readonly string[]>;
}

/** A build with everything that it lists. */
export interface Build extends FileList {
  id: string;
}

/**
 * The build `id` from what is kept, else from the network, verified and then kept. Its lists are
 * kept before its manifest: a manifest that is there is complete.
 */
export async function loadBuild(id: string, kept: TextCache, network: Network): Promise<Build> {
  const known = await readBuild(id, kept);
  if (known) return known;
  const text = await fetchText(manifestAddress(id), id, network);
  await inParallel([...parseManifest(text).packs.values()], WIDTH, async (sha256) => {
    const address = listAddress(sha256);
    if ((await kept.read(address)) !== undefined) return;
    await kept.write(address, await fetchText(address, sha256, network));
  });
  await kept.write(manifestAddress(id), text);
  const build = await readBuild(id, kept);
  if (!build) throw new Error(`Build ${id} was not kept`);
  return build;
}

/** The build `id` as it is kept; `undefined` where something of it is missing or cannot be read. */
export async function readBuild(id: string, kept: TextCache): Promise<Build | undefined> {
  const text = await kept.read(manifestAddress(id));
  if (text === undefined) return undefined;
  const files = new Map<string, ManifestFile>();
  try {
    for (const [pack, sha256] of parseManifest(text).packs) {
      const list = await kept.read(listAddress(sha256));
      if (list === undefined) return undefined;
      for (const [address, file] of parseList(list, pack).files) files.set(address, file);
    }
  } catch {
    return undefined;
  }
  return { id, files };
}

/** The builds that are kept, the oldest first. */
export async function keptIds(kept: TextCache): Promise<string[]> {
  return (await kept.addresses()).flatMap((address) => buildAt(address) ?? []);
}

/** Those of these builds that can be read, in this order. */
export async function readBuilds(ids: Iterable<string>, kept: TextCache): Promise<Build[]> {
  const builds = await Promise.all([...ids].map((id) => readBuild(id, kept)));
  return builds.flatMap((build) => build ?? []);
}

/** Addresses of the texts that a kept build needs. */
export function textsOf(id: string, manifest: string): string[] {
  return [manifestAddress(id), ...[...parseManifest(manifest).packs.values()].map(listAddress)];
}

async function fetchText(address: string, sha256: string, network: Network): Promise<string> {
  return network.decode(await fetchVerified(address, { sha256 }, network));
}
