import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { projectRoot } from '../../src/cli/setup.mjs';
import { appOrigin, expect, test } from './story';
import { readSummary } from './summary';

const folder = join(projectRoot, 'test', 'replay', 'traces');

/** The text of the recorded trace whose file name begins so. */
function readTrace(prefix: string): string {
  const name = readdirSync(folder).find((entry) => entry.startsWith(prefix));
  if (name === undefined) throw new Error(`test/replay/traces has no ${prefix}`);
  const bytes = readFileSync(join(folder, name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

const asFile = (
  name: string,
  content: string | Buffer,
): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

const route = '#/train/gluteBridge?source=trace&targetSec=1';
const whole = readTrace('bridge_side_drop_female');
const [header = '', ...frames] = whole.trimEnd().split('\n');

for (const [kind, name, content] of [
  ['plain', 'set.trace.ndjson', whole],
  ['gzipped', 'set.trace.ndjson.gz', gzipSync(whole)],
] as const) {
  test(`a ${kind} trace comes to the same summary as the video it was made of`, async ({
    openApp,
  }) => {
    const page = await openApp({ route });
    await page.getByTestId('error-action').locator('input').setInputFiles(asFile(name, content));
    const { reps, faults } = await readSummary(page);
    expect(reps.map(({ kind: counted, quality }) => [counted, quality])).toEqual([
      ['hold', true],
      ['hold', false],
      ['hold', false],
    ]);
    const fails = faults.filter(({ level }) => level === 'fail');
    expect(fails.map(({ fault, rep }) => `${rep} ${fault}`)).toEqual([
      '2 hipsSag',
      '3 overHeight',
      '3 backArch',
    ]);
  });
}

const refusals: readonly (readonly [name: string, content: string | Buffer, says: RegExp])[] = [
  ['cut off in the middle of a line', whole.slice(0, whole.length / 2), /line/i],
  ['cut off in the middle of its gzip', gzipSync(whole).subarray(0, 20_000), /cut off/i],
  ['without a header', frames.join('\n'), /line 1/i],
  ['whose time runs backwards', [header, frames[2], frames[1]].join('\n'), /line 3/i],
  [
    'of a version to come',
    [header.replace('"version":1', '"version":99'), ...frames.slice(0, 4)].join('\n'),
    /version/i,
  ],
  ['that is empty', '', /header|line 1|no frames/i],
];

for (const [kind, content, says] of refusals) {
  test(`a trace ${kind} is refused with the reason`, async ({ openApp }) => {
    const page = await openApp({ route });
    const chooser = page.getByTestId('error-action').locator('input');
    await chooser.setInputFiles(asFile('set.trace.ndjson', content));
    const message = page.getByTestId('error-message');
    await expect(message).toHaveAttribute('data-code', 'traceRefused');
    await expect(message).toContainText(says);
  });
}

test('a hostile trace runs nothing and is only text on the screen', async ({ openApp }) => {
  const page = await openApp({ route });
  const marked = '<img src=x onerror="document.title=1">';
  const hostile = JSON.stringify({ format: marked, version: 1, source: marked });
  const chooser = page.getByTestId('error-action').locator('input');
  await chooser.setInputFiles(asFile('set.trace.ndjson', `${hostile}\n{"__proto__":{"image":1}}`));
  await expect(page.getByTestId('error-message')).toHaveAttribute('data-code', 'traceRefused');
  expect(await page.title()).toMatch(/Hipline/);
  expect(await page.locator('#app img').count()).toBe(0);
  expect(new URL(page.url()).origin).toBe(appOrigin());
});
