import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productionHeaders } from '../../src/cli/headers.mjs';
import { startServer } from '../../src/cli/serve.mjs';

let parent = '';
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'hipline-serve-'));
  mkdirSync(join(parent, 'dist', 'assets'), { recursive: true });
  mkdirSync(join(parent, 'dist-other'));
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(parent, 'dist-other', 'secret.txt'), 'secret');
  writeFileSync(join(parent, 'dist', 'index.html'), '<!doctype html>');
  writeFileSync(join(parent, 'dist', 'a clip.webm'), '0123456789');
  writeFileSync(join(parent, 'dist', 'empty.bin'), '');
  writeFileSync(join(parent, 'dist', 'assets', 'app-1a2b.js'), 'export {};');
  server = await startServer({ port: 0, folder: join(parent, 'dist') });
});

afterAll(() => {
  server.close();
  rmSync(parent, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks for a path exactly as it is written: `fetch` would tidy `..` away. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body });
      });
    });
    asked.on('error', reject).end();
  });

describe('the product’s server', () => {
  it('serves the shell at the root with every header of a production page', async () => {
    const { status, headers, body } = await ask('/?from=here');
    expect([status, body]).toEqual([200, '<!doctype html>']);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const [name, value] of Object.entries(productionHeaders)) {
      expect(headers[name.toLowerCase()]).toBe(value);
    }
  });

  it('never allows inline scripts, inline styles or eval', () => {
    expect(productionHeaders['Content-Security-Policy']).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  });

  it('lets hashed assets be kept and everything else be asked for again', async () => {
    expect((await ask('/assets/app-1a2b.js')).headers['cache-control']).toMatch(/immutable/);
    const first = await ask('/');
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await ask('/', { 'If-None-Match': String(first.headers.etag) });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=1-2,4-5', 200, '0123456789', undefined],
    ['bytes=-', 200, '0123456789', undefined],
  ])('answers the range %s', async (range, status, body, contentRange) => {
    const answer = await ask('/a%20clip.webm', { Range: range });
    expect([answer.status, answer.body]).toEqual([status, body]);
    expect(answer.headers['content-range']).toBe(contentRange);
  });

  it('serves an empty file and a HEAD request without a body', async () => {
    expect((await ask('/empty.bin')).status).toBe(200);
    const head = await ask('/a%20clip.webm', {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, '10', '']);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/../dist-other/secret.txt',
    '/%00',
    '/%E0%A4%A',
    '/assets',
    '/nothing.js',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  it('refuses to be written to', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });

  it('refuses a port that is taken when it was asked for by number', async () => {
    const taken = Number(new URL(server.url).port);
    await expect(startServer({ port: taken, folder: parent })).rejects.toThrow(/taken/);
  });

  it('takes another port when none was asked for and the usual one is busy', async () => {
    const first = await startServer({ folder: parent });
    const second = await startServer({ folder: parent });
    expect(second.url).not.toBe(first.url);
    first.close();
    second.close();
  });
});
