/** Judges an hour of training as fast as it can, by the code that runs in the worker. */
import { join } from 'node:path';
import { createServer } from 'vite';
import { projectRoot } from '../../src/cli/setup.mjs';

const hourSec = 3600;
const traces = ['bridge_side_drop_female', 'deadlift_side_male'];

/** Head and rows: times real time, and what an hour costs. */
export async function measureJudge() {
  const server = await createServer({
    root: projectRoot,
    configFile: join(projectRoot, 'vite.config.ts'),
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, hmr: false },
    appType: 'custom',
  });
  try {
    const { judgeHour } = await server.ssrLoadModule('/test/bench/judgeHour.ts');
    const rows = traces.map((name) => {
      const { frames, seconds } = judgeHour(name, hourSec);
      return [name, String(frames), seconds.toFixed(2), (hourSec / seconds).toFixed(0)];
    });
    return [['an hour of', 'frames', 'seconds', 'times real time'], rows];
  } finally {
    await server.close();
  }
}
