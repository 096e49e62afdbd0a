/**
 * The packages of which some code reaches a browser: what `client` and `core` may import (a test
 * holds them to it) and the runtime of the search. With each stands the file of its license.
 */
export const shippedPackages = new Map([
  ['idb', 'LICENSE'],
  ['pagefind', 'LICENSE/LICENSE'],
]);

/** One package of other people's. */
export interface Component {
  name: string;
  version: string;
  /** An SPDX expression, where the lock file knows it. */
  license?: string;
  /** `sha512-` and the digest of the package in base64. */
  integrity?: string;
  /** Whether code of it reaches a browser; the rest builds and tests. */
  shipped: boolean;
}

/** What is read of `package-lock.json`. */
export interface Lock {
  packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  name?: string;
  version?: string;
  license?: string;
  integrity?: string;
}

/**
 * Every package of the lock file once, in order of name and version. Read from the lock and not
 * from `node_modules`, so that the list is the same on every machine.
 */
export function readComponents(lock: Lock): Component[] {
  const components = new Map<string, Component>();
  for (const [place, entry] of Object.entries(lock.packages)) {
    const { name = nameAt(place), version, license, integrity } = entry;
    if (place === '' || version === undefined) continue;
    const id = `${name}@${version}`;
    // Our own imports find the copy at the top; other copies belong to other packages.
    const top = place === `node_modules/${name}` && shippedPackages.has(name);
    const shipped = top || components.get(id)?.shipped === true;
    components.set(id, {
      name,
      version,
      ...(license && { license }),
      ...(integrity && { integrity }),
      shipped,
    });
  }
  return [...components].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, component]) => component);
}

/** `node_modules/a/node_modules/@b/c` holds `@b/c`. */
function nameAt(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
