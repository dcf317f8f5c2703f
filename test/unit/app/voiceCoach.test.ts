import { describe, expect, it } from 'vitest';
import { createVoiceCoach } from '../../../src/app/voiceCoach';
import type { Stage } from '../../../src/core/coach/feedback';
import type { CoachEvent, FramingId, Snapshot } from '../../../src/core/coach/snapshot';
import type { ArchWording } from '../../../src/text/cues';
import { repOf, snapshotOf, verdictOf } from '../../support/snapshotBuilder';

/** Everything that is said and played, in order. */
function listen(
  snapshots: readonly Snapshot[],
  options: { stage?: Stage; tone?: boolean; archWording?: ArchWording } = {},
): string[] {
  const heard: string[] = [];
  const coach = createVoiceCoach(
    {
      speak: (text) => void heard.push(text),
      play: (earcon) => void heard.push(`[${earcon}]`),
      sustain: (sounding) => void heard.push(`~${sounding ?? 'silent'}`),
    },
    { stage: 'A', tone: false, archWording: 'programme', ...options },
  );
  for (const snapshot of snapshots) coach.follow(snapshot);
  return heard;
}

const withEvents = (tSec: number, ...events: CoachEvent[]): Snapshot =>
  snapshotOf({ tSec, events });

const raised = (tSec: number, level: 'warn' | 'fail'): CoachEvent => ({
  type: 'faultRaised',
  unit: 'deg',
  tSec,
  faultId: 'hipsSag',
  side: null,
  level,
  value: 12,
  provisional: false,
  finding: false,
  sinceSec: tSec - 1,
});
const cue = (tSec: number): CoachEvent => ({
  type: 'cue',
  tSec,
  cue: 'hipsInLine',
  faultId: 'hipsSag',
});

describe('the voice in a set', () => {
  it('counts down before a set, each second once', () => {
    const counting = (tSec: number, countdownSec: number): Snapshot =>
      snapshotOf({ tSec, setPhase: 'ready', countdownSec });
    const heard = listen([counting(1, 3), counting(1.5, 3), counting(2, 2), counting(3, 1)]);
    expect(heard).toEqual(['[tick]', '3', '[tick]', '2', '[tick]', '1']);
  });

  it('calls no result after somebody who walked away', () => {
    const left = withEvents(9, { type: 'setEnded', tSec: 9, reason: 'left' });
    expect(listen([left])).toEqual(['[done]', 'Stop. Rest.']);
  });

  it('asks in full how the first hold felt, and then in few words', () => {
    const asked = (n: number): Snapshot => ({
      ...withEvents(9, { type: 'repEnded', tSec: 9, rep: repOf({ n }) }),
      asking: { n, category: 'height' },
      reps: Array.from({ length: n }, (_, i) => repOf({ n: i + 1 })),
    });
    const [first, second] = listen([asked(1), asked(2)], { stage: 'B' });
    expect(first).toContain('Left arm up: Low. Both: In line. Right: High.');
    expect(second).toBe('How was that one?');
  });

  it('plays the earcon before it says the cue', () => {
    expect(listen([withEvents(5, raised(5, 'warn'), cue(5))])).toEqual(['[fault]', 'Hips in line']);
  });

  it('sounds once for a cue whose fault grows worse', () => {
    expect(listen([withEvents(5, cue(5)), withEvents(5.5, raised(5.5, 'fail'))])).toEqual([
      '[fault]',
      'Hips in line',
    ]);
  });

  it('sounds for a clear fault that no cue is given for, and not for a slight one', () => {
    expect(listen([withEvents(5, raised(5, 'warn'))])).toEqual([]);
    expect(listen([withEvents(5, raised(5, 'fail'))])).toEqual(['[fault]']);
  });

  it('says that somebody is in the way, and not that nobody is there', () => {
    const lost = { type: 'bodyLost', tSec: 8 } as const;
    expect(listen([withEvents(8, lost)])).toEqual(['[unseen]', 'I can’t see you']);
    expect(listen([withEvents(8, { ...lost, occludedBy: 'other' })])).toEqual([
      '[unseen]',
      'Someone is in the way',
    ]);
  });

  it('confirms a correction', () => {
    expect(listen([withEvents(8, { type: 'confirmation', tSec: 8, faultId: 'hipsSag' })])).toEqual([
      '[recovered]',
      'That’s it',
    ]);
  });

  it('ends with the count, which matters more than the last hold', () => {
    const reps = [repOf(), repOf({ n: 2, quality: false })];
    const events: CoachEvent[] = [
      { type: 'holdReached', tSec: 20, n: 2 },
      { type: 'setEnded', tSec: 20, reason: 'dose' },
    ];
    expect(listen([snapshotOf({ reps, events })])).toEqual(['[done]', 'Set done. 1 of 2 held.']);
  });

  it('does not tell the result before it was asked what was felt', () => {
    const ended: CoachEvent = { type: 'setEnded', tSec: 20, reason: 'dose' };
    const snapshots = [snapshotOf({ reps: [repOf()], events: [ended] })];
    expect(listen(snapshots, { stage: 'B' })).toEqual(['[done]', 'Set done.']);
  });

  it('sums up every five in the fourth stage', () => {
    const reps = Array.from({ length: 5 }, (_, i) => repOf({ n: i + 1, quality: i > 1 }));
    const fifth = snapshotOf({ reps, events: [{ type: 'repEnded', tSec: 9, rep: repOf() }] });
    expect(listen([fifth], { stage: 'D' })).toEqual(['3 of 5 held.']);
    expect(listen([fifth], { stage: 'C' })).toEqual([]);
  });

  it('is silent about form in the dark', () => {
    const dark = snapshotOf({ dark: true, events: [raised(5, 'fail')] });
    expect(listen([dark])).toEqual([]);
    expect(
      listen([snapshotOf({ dark: true, verdicts: [verdictOf({ level: 'fail' })] })], {
        tone: true,
      }),
    ).toEqual(['~silent']);
  });

  it('ticks the last three seconds of a hold and no others', () => {
    const holding = (goodSec: number): Snapshot =>
      snapshotOf({ current: { n: 1, goodSec, elapsedSec: goodSec, targetSec: 10 } });
    const seconds = Array.from({ length: 101 }, (_, i) => holding(i / 10));
    expect(listen(seconds)).toEqual(['[tick]', '[tick]', '[tick]']);
  });
});

describe('the tone', () => {
  const sounding = (level: 'ok' | 'warn' | 'fail' | 'unknown'): Snapshot =>
    snapshotOf({ verdicts: [verdictOf({ level })] });

  it('sounds while form is lost, and is silent while it is good or not seen', () => {
    const levels = (['ok', 'warn', 'fail', 'unknown'] as const).map(sounding);
    expect(listen(levels, { tone: true })).toEqual(['~silent', '~warn', '~fault', '~silent']);
    expect(listen(levels)).toEqual([]);
    expect(listen(levels, { tone: true, stage: 'C' })).toEqual([]);
  });
});

describe('the voice before a set', () => {
  const framing = (tSec: number, ...unmet: FramingId[]): Snapshot =>
    snapshotOf({
      tSec,
      setPhase: 'framing',
      framing: [{ id: 'person', met: true }, ...unmet.map((id) => ({ id, met: false }))],
    });

  it('says the first thing that is missing once it has lasted two seconds', () => {
    expect(listen([framing(0, 'feet', 'still'), framing(1.9, 'feet', 'still')])).toEqual([]);
    expect(listen([framing(0, 'feet'), framing(2, 'feet'), framing(3, 'feet')])).toEqual([
      'I can’t see your feet',
    ]);
  });

  it('does not add up times between which it was there', () => {
    expect(
      listen([framing(0, 'feet'), framing(1.5), framing(1.6, 'feet'), framing(2.5, 'feet')]),
    ).toEqual([]);
  });

  it('says it once, and again only when it was put right and is wrong anew', () => {
    const waiting = [framing(0, 'view'), framing(2, 'view'), framing(30, 'view')];
    expect(listen(waiting)).toEqual(['Turn side-on']);
    const again = [framing(31), framing(32, 'view'), framing(34, 'view')];
    expect(listen([...waiting, ...again])).toEqual(['Turn side-on', 'Turn side-on']);
    const soon = [framing(4), framing(5, 'view'), framing(7, 'view')];
    expect(listen([...waiting.slice(0, 2), ...soon])).toEqual(['Turn side-on']);
  });
});

describe('an arched back', () => {
  const arched = (faultId: 'backArch' | 'hipsSag'): Snapshot =>
    withEvents(3, { type: 'cue', tSec: 3, cue: 'ribcageDown', faultId });

  it('is cued in the programme’s words or in plain ones, as was chosen', () => {
    expect(listen([arched('backArch')])).toContain('Ribcage down');
    expect(listen([arched('backArch')], { archWording: 'plain' })).toContain('Don’t arch');
    expect(listen([arched('hipsSag')], { archWording: 'plain' })).toContain('Ribcage down');
  });
});
