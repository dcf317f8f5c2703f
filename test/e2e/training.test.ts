import { expect, expectAccessible, goTo, readVoice, test } from './story';

test('settings are kept and say what the clinician changes', async ({ openApp }) => {
  const page = await openApp({ route: '#/settings' });
  await page.getByTestId('strictness-clinician').check();
  const sag = page.getByTestId('rule-hipsSag').getByRole('checkbox');
  await sag.uncheck();
  await expectAccessible(page);
  await page.reload();
  await expect(sag).not.toBeChecked();
  await page.getByTestId('settings-reset').click();
  await expect(page.getByTestId('strictness-standard')).toBeChecked();
});

test('what speaks against training is asked before the camera', async ({ openApp }) => {
  const page = await openApp({
    prepare: async (context) => {
      await context.addInitScript(() => {
        if (location.protocol !== 'about:') localStorage.removeItem('hipline.safety');
      });
    },
  });
  await goTo(page, '#/train/gluteBridge?source=camera&model=full');
  await expect(page.getByTestId('safety')).toBeVisible();
  await expectAccessible(page);
  await page.getByTestId('safety').getByRole('checkbox').first().check();
  await expect(page.getByTestId('safety-stop')).toBeVisible();
  await expect(page.getByTestId('safety-none')).toHaveCount(0);
  await page.getByTestId('safety').getByRole('checkbox').first().uncheck();
  await page.getByTestId('safety-none').click();
  // There is no camera in this browser: the way goes on to it all the same.
  await expect(page.getByTestId('error-message')).toHaveAttribute('data-code', 'notFound');
});

test('words that no voice speaks become an earcon and a large caption', async ({ openApp }) => {
  const page = await openApp({ route: '#/settings' });
  await page.evaluate(() => {
    // A synthesiser with no voice of this machine.
    window.speechSynthesis.getVoices = () => [];
  });
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect
    .poll(async () => (await readVoice(page)).map(({ kind }) => kind))
    .toEqual(['earcon', 'speech', 'silent']);
});
