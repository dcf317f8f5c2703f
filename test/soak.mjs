/**
 * `npm run soak [-- --minutes N]`: trains before a looped clip for an hour, or as long as is asked
 * for, and prints memory, tensors, dropped pictures and the drift of the clocks.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../src/cli/setup.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    model: { type: 'string', default: 'full' },
  },
});
const { status } = spawnSync(
  process.execPath,
  [
    join(projectRoot, 'node_modules/@playwright/test/cli.js'),
    ...['test', '-c', 'test/soak/playwright.config.ts'],
  ],
  {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, HIPLINE_SOAK_MINUTES: values.minutes, HIPLINE_SOAK_MODEL: values.model },
  },
);
process.exitCode = status ?? 1;
