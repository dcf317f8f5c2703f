import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { firstVisitMaxBytes, weighBuild } from '../bench/sizes.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

test('the first visit fetches the shell, the worker and the lite model, in at most 6 MB', () => {
  const { first, firstBytes } = weighBuild(dist);
  expect(Object.keys(first)).toEqual(
    expect.arrayContaining(['app and workers', 'TF.js wasm', 'model detector', 'model lite']),
  );
  // Each other model and engine comes when it is asked for.
  expect(Object.keys(first).filter((part) => /full|heavy|LiteRT/.test(part))).toEqual([]);
  expect(firstBytes).toBeLessThanOrEqual(firstVisitMaxBytes);
});
