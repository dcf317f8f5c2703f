/** The product's own server: dist/ on this machine only, with the headers of headers.mjs. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { productionHeaders } from './headers.mjs';
import { SetupError, ensureBuilt, orSayWhy, projectRoot } from './setup.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

const defaultPort = 4173;
const portsToTry = 20;

/** @type {Readonly<Record<string, string>>} */
const contentTypes = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * @param {string} folder
 * @param {string} url The request's path and query.
 * @returns {{ path: string, size: number, modifiedMs: number } | undefined} Undefined where there is
 *   no such file, or where the path would leave the folder.
 */
function findFile(folder, url) {
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return undefined;
  }
  if (name.includes('\0')) return undefined;
  const path = normalize(join(folder, name.endsWith('/') ? `${name}index.html` : name));
  if (!path.startsWith(folder + sep)) return undefined;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return undefined;
  return { path, size: stats.size, modifiedMs: stats.mtimeMs };
}

/**
 * @param {string | undefined} header A Range header; only a single range of bytes is understood.
 * @param {number} size
 * @returns {{ start: number, end: number } | 'whole' | 'unsatisfiable'} Inclusive bounds.
 */
function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return 'whole';
  const [, from, to] = match;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end ? { start, end } : 'unsatisfiable';
}

/**
 * Sends a file, or the one range of it that is asked for.
 * @param {{ path: string, size: number }} file
 * @param {Request} request
 * @param {Response} response
 */
function sendBytes(file, request, response) {
  const range = parseRange(request.headers.range, file.size);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end();
    return;
  }
  const { start, end } = range === 'whole' ? { start: 0, end: file.size - 1 } : range;
  response.setHeader('Content-Length', end - start + 1);
  if (range !== 'whole') response.setHeader('Content-Range', `bytes ${start}-${end}/${file.size}`);
  response.writeHead(range === 'whole' ? 200 : 206);
  if (request.method === 'HEAD' || file.size === 0) {
    response.end();
    return;
  }
  createReadStream(file.path, { start, end })
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * @param {string} folder
 * @param {Request} request
 * @param {Response} response
 */
function answer(folder, request, response) {
  for (const [name, value] of Object.entries(productionHeaders)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const url = request.url ?? '/';
  const file = findFile(folder, url);
  if (file === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const etag = `"${file.size.toString(36)}-${Math.round(file.modifiedMs).toString(36)}"`;
  response.setHeader(
    'Content-Type',
    contentTypes[extname(file.path)] ?? 'application/octet-stream',
  );
  response.setHeader('ETag', etag);
  response.setHeader('Accept-Ranges', 'bytes');
  // Names under assets/ carry a hash of their content; everything else is asked for again.
  response.setHeader(
    'Cache-Control',
    url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  sendBytes(file, request, response);
}

/**
 * @param {string} folder
 * @param {string} host
 * @param {number} port 0 for any free one.
 * @returns {Promise<import('node:http').Server>} Listening; rejects with the system's error.
 */
const listen = (folder, host, port) =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => answer(folder, request, response));
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });

/** @param {import('node:http').Server} server */
const portOf = (server) => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** @param {unknown} error @param {...string} codes */
const hasCode = (error, ...codes) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/**
 * Serves a folder on both loopback addresses, because `localhost` may mean either.
 * @param {string} folder
 * @param {number} port 0 for any free one.
 * @returns {Promise<{ url: string, close: () => void }>} Rejects with EADDRINUSE where it is taken.
 */
async function serveAt(folder, port) {
  const first = await listen(folder, '127.0.0.1', port);
  const servers = [first];
  try {
    servers.push(await listen(folder, '::1', portOf(first)));
  } catch (error) {
    if (!hasCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) {
      first.close();
      throw error;
    }
  }
  return {
    url: `http://localhost:${portOf(first)}/`,
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

/**
 * Serves the production build.
 * @param {{ port?: number | undefined, folder?: string }} [options] Without a port: 4173, or the
 *   next free one. A port that is asked for is taken or refused, never changed.
 * @returns {Promise<{ url: string, close: () => void }>} Rejects with a SetupError where the port is
 *   taken.
 */
export async function startServer({ port, folder = join(projectRoot, 'dist') } = {}) {
  const wanted =
    port === undefined
      ? [...Array.from({ length: portsToTry }, (_, index) => defaultPort + index), 0]
      : [port];
  for (const candidate of wanted) {
    try {
      return await serveAt(folder, candidate);
    } catch (error) {
      if (!hasCode(error, 'EADDRINUSE', 'EACCES')) throw error;
    }
  }
  throw new SetupError(`Port ${wanted.join(', ')} is taken: set PORT to another one.`);
}

/** @returns {number | undefined} The port that the environment asks for. */
function readPort() {
  const text = process.env['PORT'];
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new SetupError(`PORT must be a number from 0 to 65535, not "${text}".`);
  }
  return port;
}

/**
 * `npm start`: sets up what is missing, serves, and prints the address as its last line.
 * @returns {Promise<void>} Resolves when the server listens; it runs until it is interrupted.
 */
export const startProduct = () =>
  orSayWhy(async () => {
    const port = readPort();
    await ensureBuilt();
    const server = await startServer({ port });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
    console.log('Hipline is ready; Ctrl+C stops it. Open');
    console.log(server.url);
  });
