/**
 * How the finished site is served: one table of headers and media types. The build writes each
 * host's own file from it (`hosting/`), and the server of `npm start` and of the tests obeys the
 * same rows. An unknown address is a 404 with the page `404.html`, never the home page.
 */

/** Where a policy stands: `frame-ancestors` works only as a header and is an error in a meta tag. */
export type PolicyPlace = 'header' | 'meta';

const policy: readonly string[] = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app default offline',
];

/**
 * The Content-Security-Policy of every page. It is constant: a policy with hashes of inline code
 * would change every page, and so every learner's download, with each edit.
 */
export function csp(place: PolicyPlace): string {
  const directives =
    place === 'header' ? policy : policy.filter((line) => !line.startsWith('frame-ancestors'));
  return directives.join('; ');
}

/** Headers of every answer, whatever its address. */
export const constantHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': csp('header'),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Over plain http browsers ignore these and report an error on every page: send them on https only. */
export const secureOnlyHeaders = ['Cross-Origin-Opener-Policy'];

/** Days that a file named by its content may be kept. */
export const keptDays = 365;

/** The two values of Cache-Control. */
export const revalidate = 'no-cache';
export const keepForAYear = `public, max-age=${keptDays * 24 * 60 * 60}, immutable`;

/**
 * Files below the base whose name carries the hash of their content; `*` is any run of characters.
 * All else is revalidated: pages, `sw.js`, `current.json`, `course.json`, `local.json`.
 */
export const hashedFiles = [
  '_astro/*',
  '_entries/*',
  'pagefind-*',
  'manifest.*.json',
  'pack.*.json',
] as const;

/** Whether an address below the base names its own content, so that it never changes. */
export function isHashed(address: string): boolean {
  return hashedFiles.some((rule) => matches(rule, address));
}

function matches(rule: string, address: string): boolean {
  const [head = '', tail = ''] = rule.split('*');
  return address.length >= rule.length && address.startsWith(head) && address.endsWith(tail);
}

/** The headers of one address. `base` is the site's base path, with a slash at both ends. */
export function headersFor(path: string, base: string): Record<string, string> {
  const hashed = path.startsWith(base) && isHashed(path.slice(base.length));
  return { ...constantHeaders, 'Cache-Control': hashed ? keepForAYear : revalidate };
}

/**
 * What a published folder holds for its host alone; a host that can, answers 404 there. A name
 * with a slash at its end is a folder.
 */
export const filesForHosts = ['_headers', '_hosting/', 'web.config', '.nojekyll'] as const;

const utf8 = '; charset=utf-8';

/** Media types by the end of a file's name. */
export const mediaTypes: Readonly<Record<string, string>> = {
  css: `text/css${utf8}`,
  csv: `text/csv${utf8}`,
  html: `text/html${utf8}`,
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: `text/javascript${utf8}`,
  json: `application/json${utf8}`,
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: `text/plain${utf8}`,
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: `application/xml${utf8}`,
};

/** The type of all that the table does not name. */
export const plainBytes = 'application/octet-stream';

/** Pagefind's files; its loader unpacks them. They are named for hosts that serve known types only. */
export const packedExtensions = ['pagefind', 'pf_fragment', 'pf_index', 'pf_meta'] as const;

/** The Content-Type of a file. */
export function contentType(path: string): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1] ?? '';
  return mediaTypes[extension.toLowerCase()] ?? plainBytes;
}

/** Bytes from which on a file is compressed: a smaller one would not become smaller. */
export const compressedFrom = 256;

/** Whether bytes of this type become smaller on the wire. */
export function isCompressible(type: string): boolean {
  return /^text\/|javascript|json|xml|wasm/.test(type);
}
