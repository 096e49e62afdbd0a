/**
 * `npm run test:nginx`: the built site on a real nginx, set up exactly as the guides in `deploy`
 * say, against every row of the table in `src/build/hosting.ts`. Where nginx is not installed it
 * says so and checks nothing.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { hostingFiles } from '../../src/build/hosting/files.ts';
import { siteFiles } from '../../src/build/site-files.ts';
import { findProgram } from '../../tools/find-program.ts';
import { checks, type Host, type Outcome } from './checks.ts';
import { codeBlocks } from './guide.ts';
import { freePort, startNginx, versionOf } from './nginx-server.ts';
import { ask } from './request.ts';
import { printTable, type Table } from './table.ts';

const run = promisify(execFile);
const dist = join(import.meta.dirname, '../../dist');

/** What servers bring along that are administered with a panel, and what our file has to outdo. */
const panel = `
    expires 30d;
    charset gbk;
    autoindex on;
    error_page 404 /beside.txt;
    location / { try_files $uri /beside.txt; }
    location ~ .*\\.(js|css|png|html|json)$ { expires 12h; }
`;

const nginx = findProgram('nginx');
const openssl = findProgram('openssl');
if (!nginx || !openssl) {
  console.log('test:nginx DID NOT RUN: nginx and openssl are not both installed here.');
} else if (!existsSync(join(dist, 'index.html'))) {
  console.error('Nothing built yet: npm run build first.');
  process.exitCode = 1;
} else {
  const machine = await mkdtemp(join(tmpdir(), 'machine-'));
  try {
    process.exitCode = (await checkGuides(nginx, openssl, machine)) > 0 ? 1 : 0;
  } finally {
    await rm(machine, { recursive: true });
  }
}

/** Sets up what the guides say; `machine` stands for the root of the server's disk. */
async function checkGuides(nginx: string, openssl: string, machine: string): Promise<number> {
  const whole = join(machine, 'srv/xuetang');
  const below = join(machine, 'srv/www/course');
  await publish(whole, '/');
  await publish(below, '/course/');
  await writeFile(join(machine, 'srv/www/beside.txt'), 'of another site\n');
  await writeCertificate(openssl, join(machine, 'etc/nginx/tls'));

  const [plainBlock = '', belowBlock = ''] = await codeBlocks('nginx.md', 'nginx');
  const [secureBlock = ''] = await codeBlocks('https-intranet.md', 'nginx');
  const ports = [await freePort(), await freePort(), await freePort(), await freePort()] as const;
  const servers = [
    onMachine(plainBlock, machine, { http: ports[0] }),
    onMachine(belowBlock.replace(/^ *include/m, `${panel}$&`), machine, { http: ports[1] }),
    onMachine(secureBlock, machine, { https: ports[2], http: ports[3] }),
  ];
  const server = await startNginx(nginx, servers.join('\n'), ports);
  try {
    const hosts: Record<string, Host> = {
      'http /': { origin: `http://127.0.0.1:${ports[0]}`, base: '/', root: whole },
      'http /course/': { origin: `http://127.0.0.1:${ports[1]}`, base: '/course/', root: below },
      'https /': { origin: `https://127.0.0.1:${ports[2]}`, base: '/', root: whole },
    };
    const warnings = { answers: 1, differences: server.warnings };
    const table: Table = new Map([['nginx reads its settings without a word', [warnings]]]);
    for (const [name, check] of Object.entries(checks)) {
      const row: Outcome[] = [];
      for (const host of Object.values(hosts)) row.push(await check(host));
      table.set(name, row);
    }
    const beside = await besideTheCourse(`http://127.0.0.1:${ports[1]}`);
    table.set('the rest of a server stays as it was', [undefined, beside]);
    const led = await leadsToHttps(`http://127.0.0.1:${ports[3]}`);
    table.set('http leads to https', [undefined, undefined, led]);

    console.log(`${await versionOf(nginx)}, answers looked at:`);
    return printTable(table, Object.keys(hosts));
  } finally {
    await server.stop();
  }
}

/** Copies the built folder; below another base the files for hosts differ. */
async function publish(folder: string, base: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await cp(dist, folder, { recursive: true });
  if (base === '/') return;
  const addresses = (await siteFiles(folder)).keys();
  for (const { path, content } of hostingFiles(base, addresses)) {
    await writeFile(join(folder, path), content);
  }
}

async function writeCertificate(openssl: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = ['-keyout', join(folder, 'xuetang.key'), '-out', join(folder, 'xuetang.crt')];
  const options = ['-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1'];
  await run(openssl, ['req', '-x509', ...options, ...files]);
}

/** A guide's block with its folders on this machine and its ports free. */
function onMachine(
  block: string,
  machine: string,
  { http, https = 0 }: { http: number; https?: number },
): string {
  return block
    .replaceAll(/ (\/srv|\/etc\/nginx\/tls)\//g, ` ${machine}$1/`)
    .replaceAll('listen 80;', `listen 127.0.0.1:${http};`)
    .replaceAll('listen 443 ssl;', `listen 127.0.0.1:${https} ssl;`);
}

async function besideTheCourse(origin: string): Promise<Outcome> {
  const { status, headers } = await ask(`${origin}/beside.txt`);
  const ours = ['content-security-policy', 'referrer-policy'].filter((name) => headers[name]);
  return { answers: 1, differences: status === 200 ? ours : [`status ${status}`, ...ours] };
}

async function leadsToHttps(origin: string): Promise<Outcome> {
  const { status, headers } = await ask(`${origin}/record/?from=chat`);
  const target = 'https://127.0.0.1/record/?from=chat';
  const led = status === 301 && headers.location === target;
  return { answers: 1, differences: led ? [] : [`${status} ${headers.location}`] };
}
