import { expect, test } from './story';

const route = '#/train/gluteBridge?source=demo';

test.describe('a model that is missing', () => {
  // The browser itself reports what was not found.
  test.use({ expectedProblems: /answered 404: .*\/models\/|404 \(Not Found\)/ });

  test('is told, and trying again loads it once it is there', async ({ openApp }) => {
    let isThere = false;
    const page = await openApp({
      route,
      prepare: async (context) => {
        await context.route('**/models/**', (asked) =>
          isThere ? asked.continue() : asked.fulfill({ status: 404, body: '' }),
        );
      },
    });
    await expect(page.getByTestId('error-message')).toHaveAttribute('data-code', 'modelMissing', {
      timeout: 30_000,
    });
    isThere = true;
    await page.getByTestId('error-action').click();
    await expect(page.getByTestId('train-state')).toHaveAttribute('data-stage', 'running', {
      timeout: 30_000,
    });
  });
});

test('a processor without WebAssembly SIMD is told before anything is tried', async ({
  openApp,
}) => {
  const page = await openApp({
    route,
    prepare: async (context) => {
      await context.route('**/assets/worker-*.js', async (asked) => {
        const response = await asked.fetch();
        const body = `WebAssembly.validate = () => false;\n${await response.text()}`;
        await asked.fulfill({ response, body });
      });
    },
  });
  await expect(page.getByTestId('error-message')).toHaveAttribute('data-code', 'noWasmSimd', {
    timeout: 30_000,
  });
});
