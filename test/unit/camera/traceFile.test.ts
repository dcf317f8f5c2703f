import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/camera/readText';
import { openTraceFile } from '../../../src/camera/traceFile';
import type { SourceFrame } from '../../../src/camera/frameSource';

const header = JSON.stringify({
  format: 'hipline.trace',
  version: 1,
  exercise: 'gluteBridge',
  widthPx: 640,
  heightPx: 480,
  keypoints: 'blazepose33',
});
const frame = (tSec: number): string => JSON.stringify({ tSec, image: null });
const trace = [header, frame(0), frame(0.04), frame(0.08)].join('\n');

const codeOf = async (content: string | Uint8Array<ArrayBuffer>): Promise<string | undefined> => {
  const opened = await openTraceFile(new Blob([content]));
  return opened.ok ? undefined : opened.error.code;
};

describe('openTraceFile', () => {
  it.each([
    ['plain', new Blob([trace])],
    ['gzipped, by its content and not by its name', new Blob([new Uint8Array(gzipSync(trace))])],
  ])('gives every pose in order, then ends: %s', async (_how, file) => {
    const opened = await openTraceFile(file);
    if (!opened.ok) throw new Error(opened.error.detail);
    const given: SourceFrame[] = [];
    await new Promise<void>((resolve) => {
      opened.value.start({
        onFrame: (next) => void given.push(next),
        onEnd: resolve,
        onError: (error) => expect.unreachable(error.detail),
      });
    });
    expect(given.map((next) => (next.kind === 'pose' ? next.frame.tSec : -1))).toEqual([
      0, 0.04, 0.08,
    ]);
    expect(opened.value).toMatchObject({ exercise: 'gluteBridge', realTime: false });
  });

  it('waits for each pose to be judged before it gives the next', async () => {
    const opened = await openTraceFile(new Blob([trace]));
    if (!opened.ok) throw new Error(opened.error.detail);
    let running = 0;
    let most = 0;
    await new Promise<void>((resolve) => {
      opened.value.start({
        onFrame: async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((done) => setTimeout(done));
          running -= 1;
        },
        onEnd: resolve,
        onError: () => undefined,
      });
    });
    expect(most).toBe(1);
  });

  it('refuses a trace that was cut off, naming the line', async () => {
    const opened = await openTraceFile(new Blob([trace.slice(0, -5)]));
    expect(opened).toMatchObject({ ok: false, error: { code: 'traceRefused' } });
    expect(opened.ok ? '' : opened.error.detail).toContain('line 4');
  });

  it('refuses a gzip that was cut off', async () => {
    const packed = new Uint8Array(gzipSync(trace));
    expect(await codeOf(packed.slice(0, packed.length - 12))).toBe('traceRefused');
  });

  it('refuses what is no trace', async () => {
    expect(await codeOf('')).toBe('traceRefused');
    expect(await codeOf(header)).toBe('traceRefused');
    expect(await codeOf('{"format":"other"}')).toBe('traceRefused');
    expect(await codeOf(new Uint8Array([0xff, 0xfe, 0x00, 0x80]))).toBe('traceRefused');
  });
});

describe('readText', () => {
  it('stops unpacking a bomb before it fills the memory', async () => {
    const bomb = new Blob([new Uint8Array(gzipSync('x'.repeat(1_000_000)))]);
    expect(bomb.size).toBeLessThan(2000);
    expect(await readText(bomb, 100_000)).toEqual({ ok: false, error: 'tooLarge' });
  });
});
