import { Reviewer } from '../../reviewer/reviewer';

/** Starts the worker that judges kept sets anew. */
export const startReviewer = (): Reviewer =>
  new Reviewer(
    () => new Worker(new URL('../../reviewer/worker.ts', import.meta.url), { type: 'module' }),
  );
