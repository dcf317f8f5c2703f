import { fail, type Result, succeed } from '../core/result';

/** Enough for a trace of an hour and a half; what unpacks to more is refused before memory runs out. */
export const longestTraceBytes = 512 * 1024 * 1024;

/** The text of a file, unpacked where it is gzip (by its first two bytes, not by its name). */
export async function readText(
  file: Blob,
  longestBytes = longestTraceBytes,
): Promise<Result<string, 'tooLarge' | 'notText'>> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const bytes = isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = bytes.getReader();
  const parts: string[] = [];
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      total += value.byteLength;
      if (total > longestBytes) {
        await reader.cancel();
        return fail('tooLarge');
      }
      parts.push(decoder.decode(value, { stream: true }));
    }
    parts.push(decoder.decode());
  } catch {
    // A gzip that breaks off or bytes that are no UTF-8: either way there is no text to read.
    return fail('notText');
  }
  return succeed(parts.join(''));
}
