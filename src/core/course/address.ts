/** Address of a page or file below the site's base path, which always ends with a slash. */
export function address(base: string, path = ''): string {
  return `${base.endsWith('/') ? base : `${base}/`}${path}`;
}
