import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  listAddress,
  type ManifestFile,
  manifestAddress,
  parseList,
  parseManifest,
} from '../../src/core/offline/manifest.ts';

/** Every file that a build in `root` lists, by its address below the base. */
export async function listedFiles(root: string, build: string): Promise<Map<string, ManifestFile>> {
  const read = (address: string) => readFile(join(root, address), 'utf8');
  const files = new Map<string, ManifestFile>();
  for (const [pack, sha256] of parseManifest(await read(manifestAddress(build))).packs) {
    const list = parseList(await read(listAddress(sha256)), pack);
    for (const [address, file] of list.files) files.set(address, file);
  }
  return files;
}
