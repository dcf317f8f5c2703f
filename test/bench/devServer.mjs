/** Vite's own server with MediaPipe Tasks' files beside the app's; none of them is part of the product. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { projectRoot } from '../../src/cli/setup.mjs';
import { buildPoseTask } from './taskBundle.mjs';

const tasksWasm = join(projectRoot, 'node_modules/@mediapipe/tasks-vision/wasm');

const tasksAssets = {
  name: 'hipline:bench-tasks',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const path = new URL(request.url, 'file://').pathname;
      const task = /^\/tasks\/(lite|full|heavy)\.task$/.exec(path)?.[1];
      if (task !== undefined) {
        response.end(buildPoseTask(task));
        return;
      }
      const wasm = /^\/tasks-wasm\/([\w.]+)$/.exec(path)?.[1];
      const file = wasm === undefined ? undefined : join(tasksWasm, wasm);
      if (file === undefined || !existsSync(file)) {
        next();
        return;
      }
      const type = file.endsWith('.js') ? 'text/javascript' : 'application/wasm';
      response.setHeader('Content-Type', type);
      createReadStream(file).pipe(response);
    });
  },
};

/** Serves the sources. */
export async function startDevServer() {
  const server = await createServer({
    root: projectRoot,
    configFile: join(projectRoot, 'vite.config.ts'),
    cacheDir: join(projectRoot, 'node_modules/.cache/hipline/bench'),
    logLevel: 'error',
    plugins: [tasksAssets],
    optimizeDeps: { include: ['@mediapipe/tasks-vision', '@litertjs/core'] },
    server: { port: 0, watch: null, hmr: false },
  });
  await server.listen();
  return server;
}
