import * as v from 'valibot';
import type { AppError } from './errors';

const storageKey = 'hipline.errors';
/** Errors that are kept; older ones go first. */
const keptErrors = 20;

/**
 * Errors whose detail comes from the code and never from the athlete: no file's or camera's name.
 * Of any other only the code is kept.
 */
const safeDetails: ReadonlySet<string> = new Set([
  'unexpected',
  'backendFailed',
  'modelMissing',
  'modelCorrupt',
  'workerDied',
  'contextLost',
]);

const schema = v.array(
  v.object({
    code: v.pipe(v.string(), v.maxLength(60)),
    detail: v.pipe(v.string(), v.maxLength(300)),
    // A date can be made of it, whoever wrote it: the year 2286 is far enough.
    atMs: v.pipe(v.number(), v.minValue(0), v.maxValue(1e13)),
  }),
);

/** An error as it is kept: nothing in it tells who trained, with what file or camera. */
export type LoggedError = v.InferOutput<typeof schema>[number];

/** The errors out of stored text; none where it cannot be read. */
export function parseErrors(text: string | null): readonly LoggedError[] {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text ?? '[]'));
    return parsed.success ? parsed.output.slice(-keptErrors) : [];
  } catch {
    // Not JSON: written by nobody we know.
    return [];
  }
}

/** An error without what might be personal: addresses lose what follows the host's name. */
export function toLogged({ code, detail }: AppError, atMs: number): LoggedError {
  const kept = safeDetails.has(code) ? detail.replace(/\bhttps?:\/\/[^\s/]+/g, '') : '';
  return { code, detail: kept.slice(0, 300), atMs };
}

/** The last errors, the newest last. */
export function readErrors(): readonly LoggedError[] {
  try {
    return parseErrors(localStorage.getItem(storageKey));
  } catch {
    // Forbidden by the browser's privacy settings.
    return [];
  }
}

/** Notes an error for the report. */
export function noteError(error: AppError, atMs: number): void {
  try {
    const errors = [...readErrors(), toLogged(error, atMs)].slice(-keptErrors);
    localStorage.setItem(storageKey, JSON.stringify(errors));
  } catch {
    // Storage is full or forbidden: the error was shown all the same.
  }
}
