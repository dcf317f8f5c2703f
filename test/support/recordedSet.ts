import type { CoachEvent } from '../../src/core/coach/snapshot';
import { judgeTrace, readFormat } from '../../src/core/report/judgeTrace';
import { encodeTrace } from '../../src/core/trace/trace';
import type { SetAnswers, SetManifest, SetSummary } from '../../src/recording/setManifest';
import type { SetFile } from '../../src/setWriter/protocol';
import { cueText } from '../../src/text/cues';
import { unseenText } from '../../src/text/unseen';
import { readReplayTrace } from './replayTrace';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The files of a set as the recorder writes them, made of a tracked clip; without a video. */
export function makeSetFiles(id: string): {
  readonly manifest: SetManifest;
  readonly summary: SetSummary;
  readonly events: readonly CoachEvent[];
  readonly files: Map<SetFile, Uint8Array>;
} {
  const trace = readReplayTrace('bridge_side_drop_female');
  const options = { ...readFormat(trace), exercise: 'gluteBridge', targetSec: 1 } as const;
  const { verdict, events } = judgeTrace(trace, options, { cue: cueText, unseen: unseenText });
  const manifest: SetManifest = {
    format: 'hipline.set',
    version: 2,
    id,
    exercise: 'gluteBridge',
    source: 'trace',
    startedAtMs: 1_790_000_000_000,
    options: { ...options, begin: 'now' },
    loadKg: 0,
    mirrored: false,
    appVersion: '0.1.0',
    ruleSet: verdict.ruleSet,
    model: '',
  };
  const summary: SetSummary = {
    format: 'hipline.setSummary',
    version: 2,
    verdict,
    droppedPictures: 0,
  };
  const answers: SetAnswers = {
    format: 'hipline.setAnswers',
    version: 2,
    answers: { painDuring: 1, feltIn: ['gluteLeft'] },
  };
  const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
  return {
    manifest,
    summary,
    events,
    files: new Map<SetFile, Uint8Array>([
      ['manifest.json', encode(JSON.stringify(manifest))],
      ['summary.json', encode(JSON.stringify(summary))],
      ['answers.json', encode(JSON.stringify(answers))],
      ['events.ndjson', encode(lines)],
      ['poses.ndjson', encode(encodeTrace(trace))],
    ]),
  };
}
