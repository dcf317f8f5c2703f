import { ensureBrowser } from '../../src/cli/browser.mjs';
import { startServer } from '../../src/cli/serve.mjs';
import { ensureBuilt } from '../../src/cli/setup.mjs';

/**
 * Builds what is out of date and serves it with the product's own server for all stories.
 * @returns Stops the server.
 */
export default async function setUp(): Promise<() => void> {
  await ensureBuilt();
  process.env.HIPLINE_BROWSER = await ensureBrowser();
  const server = await startServer({ port: 0 });
  process.env.HIPLINE_ORIGIN = new URL(server.url).origin;
  return () => {
    server.close();
  };
}
