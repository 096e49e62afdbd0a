import { isHashed } from '../hosting.ts';
import { headersFile } from './headers-file.ts';
import { iisFile } from './iis.ts';
import { nginxFile } from './nginx.ts';

/** A file of the published folder that tells a host how to serve the rest. */
export interface HostingFile {
  path: string;
  content: string;
}

/** The files for hosts of a built site with these addresses below its base. */
export function hostingFiles(base: string, addresses: Iterable<string>): HostingFile[] {
  return [
    { path: '_headers', content: headersFile(base) },
    { path: '_hosting/nginx.conf', content: nginxFile(base) },
    { path: 'web.config', content: iisFile(base, hashedNames(addresses)) },
    // Without it GitHub's pages leave out all folders whose name begins with an underscore.
    { path: '.nojekyll', content: '' },
    // The institution's own contact data is for its learners, not for a search engine.
    { path: 'robots.txt', content: `User-agent: *\nDisallow: ${base}local.json\n` },
  ];
}

/** The first part of every hashed address: a folder or a file of the published folder itself. */
function hashedNames(addresses: Iterable<string>): string[] {
  const hashed = [...addresses].filter(isHashed);
  return [...new Set(hashed.map((address) => address.replace(/\/.*/, '')))].sort();
}
