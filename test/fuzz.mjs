/** `npm run fuzz [-- COUNT]`: every parser under 10,000 harmed inputs, or as many as are asked for. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../src/cli/setup.mjs';

const count = Number(process.argv[2] ?? 10_000);
const { status } = spawnSync(
  process.execPath,
  [
    join(projectRoot, 'node_modules/vitest/vitest.mjs'),
    ...['run', '--project', 'long', 'test/unit/fuzz', '--reporter=verbose'],
  ],
  { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, HIPLINE_FUZZ: String(count) } },
);
process.exitCode = status ?? 1;
