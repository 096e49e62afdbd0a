/** Where the test browser lies, and how it gets there. */
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const run = promisify(execFile);

const packages = join(import.meta.dirname, '../../node_modules');
const chromiumPackage = join(packages, '@sparticuz/chromium');
const fontPackage = join(packages, '@expo-google-fonts/noto-sans-sc');
const { version } = JSON.parse(readFileSync(join(chromiumPackage, 'package.json'), 'utf8'));
const cacheFolder = join(packages, '.cache/test-browser');

/** The folder of the unpacked browser: the program `chromium` and its libraries in `lib`. */
export const browserFolder = join(cacheFolder, `chromium-${version}`);

/** The fontconfig file that offers the Chinese test fonts and nothing else. */
export const fontsFile = join(cacheFolder, 'fonts.conf');

/**
 * Unpacks the browser unless it is there. All is written under a temporary name and renamed at the
 * end, so a run that is cut short, or a second run beside this one, never sees half a file.
 */
export async function prepareBrowser(): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(fontsFile, fontconfig());
  if (existsSync(browserFolder)) return;
  const staging = await mkdtemp(`${browserFolder}-`);
  try {
    await decompress('chromium.br', join(staging, 'chromium'));
    await unpackLibraries(staging);
    await rename(staging, browserFolder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another run may have been first: its folder is as good as ours.
    if (!existsSync(browserFolder)) throw error;
  }
}

async function unpackLibraries(folder: string): Promise<void> {
  const archive = join(folder, 'al2023.tar');
  await decompress('al2023.tar.br', archive);
  await run('tar', ['-xf', archive, '-C', folder]);
  await rm(archive);
}

async function decompress(name: string, target: string): Promise<void> {
  const packed = createReadStream(join(chromiumPackage, 'bin', name));
  await pipeline(packed, createBrotliDecompress(), createWriteStream(target, { mode: 0o755 }));
}

function fontconfig(): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${join(fontPackage, '400Regular')}</dir>
  <dir>${join(fontPackage, '700Bold')}</dir>
  <cachedir>${join(cacheFolder, 'fonts')}</cachedir>
</fontconfig>
`;
}
