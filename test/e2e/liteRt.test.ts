import { expect, goTo, test } from './story';

/** Runs before the page: asks the pose worker for LiteRT, which a fast machine would not choose. */
function askForLiteRt(): void {
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    override postMessage(
      message: unknown,
      options?: StructuredSerializeOptions | Transferable[],
    ): void {
      const { path, argumentList } = message as {
        readonly path?: readonly string[];
        readonly argumentList?: readonly { readonly value: { engine?: string } }[];
      };
      const [given] = argumentList ?? [];
      if (path?.[0] === 'loadEngine' && given !== undefined) given.value.engine = 'liteRt';
      super.postMessage(message, options as StructuredSerializeOptions);
    }
  };
}

test("LiteRT's threads run under the product's own policy, from its own origin", async ({
  openApp,
}) => {
  const page = await openApp({
    route: '#/train/gluteBridge?source=demo&model=lite',
    prepare: async (context) => {
      await context.addInitScript(askForLiteRt);
    },
  });
  await expect(page.getByTestId('train-clock')).toBeVisible({ timeout: 60_000 });
  await goTo(page, '#/diagnostics');
  await expect(page.getByTestId('diagnostics-speed')).toContainText('liteRt');
});
