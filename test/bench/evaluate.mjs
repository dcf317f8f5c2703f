/**
 * npm run --silent evaluate -- DIR... [--json] [--only TEXT] [--keep] [--back | --wide]
 * Tracks every clip with ground truth under the folders by the product's own pipeline, judges it and
 * says how far the product is from the truth; also the labelled pictures and the recorded swings.
 * Writes test/bench/ACCURACY.md.
 */
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ensureInstalled, orSayWhy, projectRoot, SetupError } from '../../src/cli/setup.mjs';

await orSayWhy(async () => {
  await ensureInstalled();
  const file = join(projectRoot, 'test', 'bench', 'accuracy', 'evaluate.ts');
  const { module } = await runnerImport(file, { root: projectRoot, configFile: false });
  const startedIn = process.env['INIT_CWD'];
  if (process.env['npm_lifecycle_event'] === 'evaluate' && startedIn !== undefined) {
    process.chdir(startedIn);
  }
  try {
    await module.evaluate(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof module.Refused)) throw error;
    throw new SetupError(error.message);
  }
});
