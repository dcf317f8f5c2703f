/** What is allocated for a frame and thrown away again: by a sampling profiler that counts garbage too. */
import { Session } from 'node:inspector/promises';

/** What a frame may throw away, KB. Beyond the judge's it is TF.js' own, and the picture's. */
export const budgetKb = { judge: 30, lite: 800, full: 1000 };

export const sampling = {
  samplingInterval: 4096,
  includeObjectsCollectedByMajorGC: true,
  includeObjectsCollectedByMinorGC: true,
};

/** Bytes of each function, the largest first, and of all. */
export function readProfile({ head }) {
  const byName = new Map();
  let bytes = 0;
  const walk = (node) => {
    const own = node.selfSize;
    bytes += own;
    const name = node.callFrame.functionName || '(anonymous)';
    byName.set(name, (byName.get(name) ?? 0) + own);
    node.children.forEach(walk);
  };
  walk(head);
  return { bytes, sorted: [...byName].sort((a, b) => b[1] - a[1]) };
}

/**
 * What judging a minute allocates, once it has been judged for two.
 * @param {(lastSec: number) => { readonly frames: number }} judge
 */
export async function measureJudgeGarbage(judge) {
  judge(120);
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.enable');
  await session.post('HeapProfiler.startSampling', sampling);
  const { frames } = judge(60);
  const { profile } = await session.post('HeapProfiler.stopSampling');
  session.disconnect();
  return { ...readProfile(profile), frames };
}
