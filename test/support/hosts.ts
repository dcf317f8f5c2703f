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

/** What a host does beyond serving files. */
export interface HostOptions {
  /** What it serves; the production build where absent. */
  readonly folder?: string;
  /** Headers of every answer; none of ours where absent. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where a host takes what browsers report of a broken policy. */
export const reportPath = '/policy-report';

/** A static host as the cheapest are: it serves the build's files and sets no header of ours. */
export class PlainHost {
  #server: Server | undefined;
  #changes: Changes = {};
  #port = 0;
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  /** What browsers have reported. */
  readonly reports: string[] = [];

  constructor(private readonly options: HostOptions = {}) {}

  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Serves on the port that it had before, or on any. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
      this.asked.push(path);
      for (const [name, value] of Object.entries(this.options.headers ?? {})) {
        response.setHeader(name, value);
      }
      if (path === reportPath) {
        let text = '';
        request.on('data', (piece) => (text += String(piece)));
        request.on('end', () => {
          this.reports.push(text);
          response.writeHead(204).end();
        });
        return;
      }
      const name = path === '/' ? '/index.html' : path;
      const type = mediaTypes[extname(name)] ?? 'application/octet-stream';
      if (name in this.#changes) {
        const text = this.#changes[name];
        response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': type }).end(text);
        return;
      }
      const file = join(this.options.folder ?? buildFolder, name);
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

/** A proxy that goes nowhere: whatever a browser wants of the world beyond this machine ends here. */
export class Wall {
  readonly #server = createServer((request, response) => {
    this.asked.push(request.url ?? '');
    response.writeHead(502).end();
  }).on('connect', (request, socket) => {
    this.asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  /** Addresses that were asked for, by whatever part of the browser. */
  readonly asked: string[] = [];

  /** @returns the browser's arguments that send everything but this machine's own addresses to it */
  async start(): Promise<readonly string[]> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return [`--proxy-server=http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`];
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
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
