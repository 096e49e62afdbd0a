/** A real nginx of this machine, started with our own settings on ports of its own. */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A running nginx. */
export interface RunningNginx {
  /** What it has said about its settings. */
  warnings: string[];
  stop(): Promise<void>;
}

/** `nginx/1.22.1` */
export async function versionOf(nginx: string): Promise<string> {
  const { stderr } = await run(nginx, ['-v']);
  return stderr.trim().replace('nginx version: ', '');
}

/** Starts nginx with these `server` blocks and waits until all ports answer. */
export async function startNginx(
  nginx: string,
  servers: string,
  ports: readonly number[],
): Promise<RunningNginx> {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  const settings = join(folder, 'nginx.conf');
  await writeFile(settings, mainSettings(folder, servers));
  const child = spawn(nginx, ['-e', 'stderr', '-p', folder, '-c', settings]);
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const nginxIsGone = () => child.exitCode !== null || child.signalCode !== null;
  for (const port of ports) {
    while (!(await answers(port))) {
      if (nginxIsGone()) throw new Error(`nginx does not start:\n${said}`);
      await sleep(20);
    }
  }
  return {
    warnings: said.split('\n').filter(Boolean),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** What a distribution's own nginx.conf says around the `server` blocks, kept to one folder. */
function mainSettings(folder: string, servers: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log stderr warn;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  ${servers}
}
`;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
