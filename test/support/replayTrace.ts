import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describeTraceError, parseTrace, type Trace } from '../../src/core/trace/trace';

/** A path under test/replay. */
export const inReplay = (path: string): string =>
  fileURLToPath(new URL(`../replay/${path}`, import.meta.url));

/** A rendered clip as the product's own tracker saw it. */
export function readReplayTrace(name: string): Trace {
  const text = gunzipSync(readFileSync(inReplay(`traces/${name}.trace.ndjson.gz`))).toString(
    'utf8',
  );
  const parsed = parseTrace(text);
  if (!parsed.ok) throw new Error(describeTraceError(parsed.error));
  return parsed.value;
}
