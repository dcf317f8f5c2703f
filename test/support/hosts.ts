import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { projectRoot } from '../../src/cli/setup.mjs';

/** The production build. */
const buildFolder = join(projectRoot, 'dist');

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** What a host answers for single paths in place of the build's file; undefined is a 404. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** A static host as the cheapest are: it serves the build's files and sets no header of ours. */
export class PlainHost {
  #server: Server | undefined;
  #changes: Changes = {};
  #port = 0;
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];

  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Serves on the port that it had before, or on any. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
      this.asked.push(path);
      const name = path === '/' ? '/index.html' : path;
      const type = mediaTypes[extname(name)] ?? 'application/octet-stream';
      if (name in this.#changes) {
        const text = this.#changes[name];
        response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': type }).end(text);
        return;
      }
      const file = join(buildFolder, name);
      if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'Content-Type': type });
      createReadStream(file).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(this.#port, 'localhost', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** From now on these paths are answered so. */
  change(changes: Changes): void {
    this.#changes = changes;
  }

  /** The network is gone. */
  stop(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
    this.#server = undefined;
  }
}

const readBuilt = (name: string): string => readFileSync(join(buildFolder, name), 'utf8');

/** As the service worker's list of files has it. */
const integrityOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The build with another page, as a release would be: the worker knows the page's new hash. */
export function releaseWith(change: (page: string) => string): Changes {
  const before = readBuilt('index.html');
  const page = change(before);
  const worker = readBuilt('serviceWorker.js').replace(integrityOf(before), integrityOf(page));
  return { '/index.html': page, '/serviceWorker.js': worker };
}
