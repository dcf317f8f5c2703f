import { spawn } from 'node:child_process';
import { projectRoot } from '../../src/cli/setup.mjs';
import { expect, test } from './story';

/** Runs `node src/cli/start.mjs` until it listens. */
async function startProduct(port: string): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const child = spawn(process.execPath, ['src/cli/start.mjs'], {
    cwd: projectRoot,
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8');
  const exited = new Promise((resolve) => child.on('exit', resolve));
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: string) => {
      printed += chunk;
      const last = printed.trimEnd().split('\n').at(-1) ?? '';
      if (printed.endsWith('\n') && last.startsWith('http')) resolve(last);
    });
  });
  return {
    url,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

test('npm start serves the app, prints its address last, and stops when it is told to', async () => {
  const product = await startProduct('0');
  const response = await fetch(product.url);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<title>Hipline</title>');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  expect(await product.stop()).toBe(0);
});

test('the page is cross-origin isolated and needs no other origin', async ({ openApp }) => {
  const page = await openApp();
  expect(await page.evaluate(() => [crossOriginIsolated, isSecureContext])).toEqual([true, true]);
});
