import { type Stage, stages } from '../core/coach/feedback';
import { feltOptions } from '../core/coach/checkIn';
import type { CoachEvent, FramingId, Snapshot } from '../core/coach/snapshot';
import { type ArchWording, cueText, ownCueText, wordCue } from '../text/cues';
import { catalogue } from '../core/exercises/catalogue';
import type { ExerciseId } from '../core/exercises/exercise';
import { exerciseText } from '../text/exercises';
import { neutralText } from '../text/neutral';
import { askBriefly, spokenQuestion } from '../text/questions';
import { framingMessage } from '../text/setup';
import { spokenText } from '../text/spoken';
import { countGood } from '../text/summary';
import type { Earcon, Tone } from '../voice/earcon';
import type { Voice } from '../voice/voice';
import { computeTrainState } from './trainState';

/** A framing message is spoken when it has been the first unmet one for so long. */
const framingPatienceSec = 2;
/** What was put right and is wrong again is not said again before. */
const framingRepeatSec = 12;
/** The last seconds of a hold tick. */
const tickedSec = 3;

/** Faults closer together than this sound once: one body, one mistake, several measures. */
const faultRepeatSec = 2;

/** Follows the snapshots of a set by ear. */
interface Follower {
  follow(snapshot: Snapshot): void;
}

/** Turns the coach's events into words and earcons. Decides nothing about form. */
export interface VoiceCoach extends Follower {
  /** Ends what sounds on by itself: no snapshots come for a while. */
  rest(): void;
}

/**
 * @param options.stage when results may be told
 * @param options.archWording which words an arched back is cued with
 * @param options.tone a tone sounds while form is lost, in the stages with a mirror
 */
export function createVoiceCoach(
  voice: Pick<Voice, 'speak' | 'play' | 'sustain'>,
  options: { readonly stage: Stage; readonly tone: boolean; readonly archWording: ArchWording },
): VoiceCoach {
  const framing = createFramingVoice(voice);
  const ticker = createTicker(voice);
  const countdown = createCountdown(voice);
  const events = createEventVoice(voice, options);
  const hasTone = options.tone && stages[options.stage].darkOfThree === 0;
  return {
    follow: (snapshot) => {
      if (snapshot.setPhase === 'framing') framing.follow(snapshot);
      countdown.follow(snapshot);
      if (snapshot.setPhase === 'active') ticker.follow(snapshot);
      events.follow(snapshot);
      if (hasTone) voice.sustain(toneOf(snapshot));
    },
    rest: () => {
      voice.sustain(undefined);
    },
  };
}

/** The tone of a snapshot: silent is good, and what is not seen is silent too. */
function toneOf(snapshot: Snapshot): Tone | undefined {
  const state = computeTrainState(snapshot);
  return state === 'warn' || state === 'fault' ? state : undefined;
}

/** When results are told, and in which words. */
interface Telling {
  readonly stage: Stage;
  readonly archWording: ArchWording;
}

/** At most one sentence and one earcon a snapshot: those of the event that matters most. */
function createEventVoice(voice: Pick<Voice, 'speak' | 'play'>, telling: Telling): Follower {
  let faultHeardSec = -Infinity;
  return {
    follow: (snapshot) => {
      const { tSec } = snapshot;
      const ranked = snapshot.events.toSorted(
        (a, b) => ranking.indexOf(b.type) - ranking.indexOf(a.type),
      );
      const earcon = ranked
        .map((event) => earconOf(event, snapshot))
        .find((found) => found !== undefined);
      const isRepeated = earcon === 'fault' && tSec - faultHeardSec < faultRepeatSec;
      if (earcon !== undefined && !isRepeated) voice.play(earcon, tSec);
      if (earcon === 'fault' && !isRepeated) faultHeardSec = tSec;
      for (const event of ranked) {
        const words = wordsOf(event, snapshot, telling);
        if (words === undefined) continue;
        voice.speak(words, tSec, event.type === 'breathCue');
        return;
      }
    },
  };
}

/** Later in this list matters more. */
const ranking: readonly CoachEvent['type'][] = [
  'bodyFound',
  'bodyLost',
  'gesture',
  'repEnded',
  'setStarted',
  'neutralFound',
  'neutralAsked',
  'neutralRefused',
  'breathCue',
  'holdReached',
  'confirmation',
  'faultRaised',
  'cue',
  'paused',
  'resumed',
  'setEnded',
];

function earconOf(event: CoachEvent, { dark }: Snapshot): Earcon | undefined {
  switch (event.type) {
    case 'cue':
      return 'fault';
    case 'faultRaised':
      return event.level === 'fail' && !event.finding && !dark ? 'fault' : undefined;
    case 'confirmation':
    case 'neutralFound':
      return 'recovered';
    case 'bodyLost':
      return 'unseen';
    case 'paused':
    case 'resumed':
      return 'rep';
    case 'felt':
    case 'breathCue':
      return undefined;
    case 'repEnded':
      return event.rep.kind === 'rep' ? 'rep' : undefined;
    case 'holdReached':
    case 'setEnded':
      return 'done';
    case 'setStarted':
    case 'holdStarted':
    case 'faultCleared':
    case 'bodyFound':
    case 'gesture':
    case 'neutralAsked':
    case 'neutralRefused':
      return undefined;
  }
}

function wordsOf(
  event: CoachEvent,
  snapshot: Snapshot,
  { stage, archWording }: Telling,
): string | undefined {
  switch (event.type) {
    case 'cue':
      return wordCue(event.cue, event.faultId, archWording);
    case 'confirmation':
      return ownCueText.confirmation;
    case 'setStarted': {
      const { begin } = exerciseText[snapshot.exercise];
      return holdsBreath(snapshot.exercise) ? `${begin} ${spokenText.countAloud}` : begin;
    }
    case 'breathCue':
      return cueText.keepBreathing;
    case 'holdReached':
      return exerciseText[snapshot.exercise].reached;
    case 'bodyLost':
      return event.occludedBy === undefined ? spokenText.bodyLost : spokenText.inTheWay;
    case 'neutralAsked':
      return neutralText.ask[event.by];
    case 'neutralRefused':
      return neutralText.refused[event.reason];
    case 'paused':
      return spokenText.paused;
    case 'resumed':
      return spokenText.resumed;
    case 'setEnded': {
      const { reps, exercise } = snapshot;
      // Whoever walks away in the middle may be unwell: no result is called after them.
      if (event.reason === 'left') return spokenText.stopped;
      // What was felt is asked before the result is told.
      if (reps.length === 0 || stages[stage].result !== 'atOnce') return spokenText.setDone;
      return `${spokenText.setDone} ${countGood(reps)} ${exerciseText[exercise].wellDone}.`;
    }
    case 'repEnded': {
      const { reps, exercise, asking } = snapshot;
      if (asking !== undefined) return askOf(asking, reps.length);
      if (stages[stage].result !== 'everyFive' || reps.length % 5 !== 0) return undefined;
      return `${countGood(reps.slice(-5))} ${exerciseText[exercise].wellDone}.`;
    }
    case 'holdStarted':
    case 'faultRaised':
    case 'faultCleared':
    case 'bodyFound':
    case 'gesture':
    case 'neutralFound':
    case 'felt':
      return undefined;
  }
}

/** Breath is held in long holds, and no camera sees it: whoever counts aloud breathes. */
const holdsBreath = (exercise: ExerciseId): boolean =>
  catalogue[exercise].rules.some(({ faultId }) => faultId === 'breathHold');

/** How the hold felt is asked in full the first time, then in few words: the arms are known. */
const askOf = ({ category }: NonNullable<Snapshot['asking']>, done: number): string =>
  done === 1 ? spokenQuestion({ id: category, options: feltOptions[category] }) : askBriefly();

/** Says the seconds before a set starts by itself. */
function createCountdown(voice: Pick<Voice, 'speak' | 'play'>): Follower {
  let said: number | undefined;
  return {
    follow: ({ countdownSec, tSec }) => {
      if (countdownSec === said) return;
      said = countdownSec;
      if (countdownSec === undefined) return;
      voice.play('tick', tSec);
      voice.speak(String(countdownSec), tSec);
    },
  };
}

/** Says the first unmet check once it has stood there for a while; once, until it has been met. */
function createFramingVoice(voice: Pick<Voice, 'speak'>): Follower {
  let first: { readonly id: FramingId; readonly sinceSec: number } | undefined;
  const saidAtSec = new Map<FramingId, number>();
  /** Said, and not met since. */
  const standing = new Set<FramingId>();
  return {
    follow: ({ framing, exercise, pass, tSec }) => {
      for (const id of standing) {
        if (!framing.some((check) => check.id === id && !check.met)) standing.delete(id);
      }
      const check = framing.find(({ met }) => !met);
      if (check === undefined) {
        first = undefined;
        return;
      }
      const { id } = check;
      if (first?.id !== id) first = { id, sinceSec: tSec };
      const isDue = tSec - (saidAtSec.get(id) ?? -Infinity) >= framingRepeatSec;
      if (standing.has(id) || !isDue || tSec - first.sinceSec < framingPatienceSec) return;
      saidAtSec.set(id, tSec);
      standing.add(id);
      voice.speak(framingMessage(check, exercise, pass), tSec);
    },
  };
}

/** Ticks the last whole seconds of a hold that has a target. */
function createTicker(voice: Pick<Voice, 'play'>): Follower {
  let ticked: { readonly n: number; readonly second: number } | undefined;
  return {
    follow: ({ current, tSec }) => {
      if (current?.targetSec === undefined) return;
      const second = Math.floor(current.goodSec);
      const leftSec = current.targetSec - second;
      const isNew = ticked?.n !== current.n || ticked.second !== second;
      if (!isNew) return;
      ticked = { n: current.n, second };
      if (second > 0 && leftSec > 0 && leftSec <= tickedSec) voice.play('tick', tSec);
    },
  };
}
