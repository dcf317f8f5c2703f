import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/setup.mjs';
import { appOrigin, expect, goTo, test } from './story';

const trace = readFileSync(
  join(projectRoot, 'test/replay/traces/bridge_side_drop_female.trace.ndjson.gz'),
);

test('a disk that fills up in a set stops the recording, not the set', async ({ openApp }) => {
  const page = await openApp({ route: '#/train/gluteBridge?source=trace&targetSec=1' });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: appOrigin(),
    quotaSize: 300_000,
  });
  await page.getByTestId('error-action').locator('input').setInputFiles({
    name: 'set.trace.ndjson.gz',
    mimeType: 'application/octet-stream',
    buffer: trace,
  });
  await expect(page.getByTestId('summary-sentence')).toContainText('of 3 held');
  await expect(page.getByTestId('recording-problem')).toHaveAttribute('data-code', 'diskFull');

  await devtools.send('Storage.overrideQuotaForOrigin', { origin: appOrigin() });
  await goTo(page, '#/library');
  await page.getByTestId('cut-off-recover').click();
  await expect(page.getByTestId('library-row')).toHaveCount(1);
});
