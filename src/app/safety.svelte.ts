import * as v from 'valibot';

const storageKey = 'hipline.safety';
/** Asked before first use and monthly (spec 7.1). */
const validMs = 30 * 24 * 3600 * 1000;

const schema = v.object({ version: v.literal(1), answeredAtMs: v.pipe(v.number(), v.finite()) });

/** When the questions were answered with no, out of stored text; undefined where they were not. */
export function parseSafety(text: string | null): number | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.output.answeredAtMs : undefined;
  } catch {
    // Not JSON: written by nobody we know.
    return undefined;
  }
}

/** Whether an answer still holds. One from the future does not. */
export const isStillValid = (answeredAtMs: number | undefined, nowMs: number): boolean =>
  answeredAtMs !== undefined && answeredAtMs <= nowMs && nowMs - answeredAtMs < validMs;

/** Whether the athlete has answered that nothing speaks against training. */
export class Safety {
  #answeredAtMs = $state.raw(parseSafety(readStored()));

  isPassed(nowMs: number): boolean {
    return isStillValid(this.#answeredAtMs, nowMs);
  }

  /** None of the questions was answered with yes. */
  pass(nowMs: number): void {
    this.#answeredAtMs = nowMs;
    try {
      localStorage.setItem(storageKey, JSON.stringify({ version: 1, answeredAtMs: nowMs }));
    } catch {
      // Storage is full or forbidden: it is asked again next time.
    }
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // Forbidden by the browser's privacy settings.
    return null;
  }
}
