import { expect, test } from './story';

const route = '#/train/gluteBridge?source=camera&targetSec=1&doseReps=3';

test('without a camera the page says so and leads to what works without one', async ({
  openApp,
}) => {
  const page = await openApp({ route });
  const message = page.getByTestId('error-message');
  await expect(message).toHaveAttribute('data-code', 'notFound');
  await expect(message).toHaveRole('alertdialog');
  await expect(page.getByTestId('error-action')).toBeFocused();
  await page.getByTestId('error-action').click();
  await expect(message).toHaveAttribute('data-code', 'notFound');
  await message.getByRole('link').click();
  await expect(page.getByTestId('source-demo')).toBeVisible();
});

test('a refused camera says how to allow it', async ({ openApp }) => {
  const page = await openApp({
    route,
    grantCamera: false,
    args: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'],
  });
  await expect(page.getByTestId('error-message')).toHaveAttribute('data-code', 'notAllowed');
});

test('a camera in use says so, and trying again works once it is free', async ({ openApp }) => {
  const page = await openApp({
    route,
    camera: 'bridge_side_male',
    prepare: async (context) => {
      await context.addInitScript(() => {
        // The empty page before ours is not secure and has none.
        if (!isSecureContext) return;
        const { mediaDevices } = navigator;
        const real = mediaDevices.getUserMedia.bind(mediaDevices);
        let isFree = false;
        mediaDevices.getUserMedia = (constraints) => {
          if (isFree) return real(constraints);
          isFree = true;
          return Promise.reject(
            new DOMException('Could not start video source', 'NotReadableError'),
          );
        };
      });
    },
  });
  await expect(page.getByTestId('error-message')).toHaveAttribute('data-code', 'inUse');
  await page.getByTestId('error-action').click();
  await expect(page.getByTestId('framing-message')).toBeVisible();
  await expect(page.getByTestId('error-message')).toHaveCount(0);
});
