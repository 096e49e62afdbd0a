import { constantHeaders, hashedFiles, keepForAYear } from '../hosting.ts';

/**
 * The file `_headers` that Netlify and Cloudflare read. Where several rules match, both join the
 * values of one header with a comma, so no Cache-Control stands in the general rule: their own
 * default already revalidates. A host that knows no `*` inside a name revalidates too, which is
 * slower, never stale.
 */
export function headersFile(base: string): string {
  const blocks = [
    headerBlock(`${base}*`, constantHeaders),
    ...hashedFiles.map((rule) => headerBlock(base + rule, { 'Cache-Control': keepForAYear })),
  ];
  return blocks.join('\n');
}

function headerBlock(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${path}\n${lines.join('')}`;
}
