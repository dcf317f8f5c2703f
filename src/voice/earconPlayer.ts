import type { SoundHandlers } from './soundWatch';
import { type Earcon, earconLengthSec, earconScores, type Note, type Tone, tones } from './earcon';

export interface EarconPlayer {
  /** Plays at once; does nothing before the page has been unlocked by a press or a key. */
  play(earcon: Earcon, volume: number): void;
  /** Lets a tone sound until another one or none is asked for. */
  sustain(tone: Tone | undefined, volume: number): void;
  /** From the asking to the hearing, milliseconds; undefined before the page has been unlocked. */
  latencyMs(): number | undefined;
  /** Milliseconds until the last earcon has faded; 0 where none sounds. */
  remainingMs(): number;
  unlock(): void;
  dispose(): void;
}

/** A sound that was taken is asked back so often. */
const askBackMs = 2000;

/**
 * Renders earcons by Web Audio synthesis: nothing is loaded.
 * @param handlers told when the system stops what sounds here and lets it sound again, and when what
 *   plays it fails
 */
export function createEarconPlayer({ onTaken, onSpeakerGone }: SoundHandlers): EarconPlayer {
  let context: AudioContext | undefined;
  let endsAtMs = 0;
  let stopTone: (() => void) | undefined;
  let isRunning = false;
  let asking: ReturnType<typeof setInterval> | undefined;

  const resume = (): void => {
    // Refused outside of a press, and while a call goes on.
    context?.resume().catch(() => undefined);
  };
  /** Nothing here suspends it: who does is a call, another app, or the system. */
  const follow = (of: AudioContext): void => {
    const runs = of.state === 'running';
    if (of !== context || runs === isRunning) return;
    isRunning = runs;
    clearInterval(asking);
    if (!runs) asking = setInterval(resume, askBackMs);
    onTaken(!runs);
  };
  const open = (): AudioContext => {
    const opened = new AudioContext({ latencyHint: 'interactive' });
    opened.addEventListener('statechange', () => {
      follow(opened);
    });
    opened.addEventListener('error', () => {
      if (opened !== context) return;
      forget();
      onSpeakerGone();
      unlock();
    });
    return opened;
  };
  const forget = (): void => {
    clearInterval(asking);
    context?.close().catch(() => undefined);
    context = undefined;
    isRunning = false;
  };
  const unlock = (): void => {
    if (!('AudioContext' in globalThis)) return;
    try {
      context ??= open();
    } catch {
      // No sound device: cues are captions, and the next press tries again.
      return;
    }
    resume();
  };

  return {
    play: (earcon, volume) => {
      if (context?.state !== 'running') return;
      for (const note of earconScores[earcon]) playNote(context, note, volume);
      endsAtMs = performance.now() + earconLengthSec(earcon) * 1000;
    },
    sustain: (tone, volume) => {
      stopTone?.();
      stopTone = undefined;
      if (tone === undefined || context?.state !== 'running') return;
      stopTone = startTone(context, tone, volume);
    },
    latencyMs: () => {
      if (context === undefined) return undefined;
      // Firefox and Safari may leave one of them out.
      const { baseLatency, outputLatency } = context as Partial<AudioContext>;
      return 1000 * ((baseLatency ?? 0) + (outputLatency ?? 0));
    },
    remainingMs: () => Math.max(0, endsAtMs - performance.now()),
    unlock,
    dispose: forget,
  };
}

/** Fades a tone in; returns what fades it out. */
function startTone(context: AudioContext, tone: Tone, volume: number): () => void {
  const { hz, level } = tones[tone];
  const fadeSec = 0.05;
  const oscillator = new OscillatorNode(context, { frequency: hz });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setTargetAtTime(level * volume, context.currentTime, fadeSec);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start();
  return () => {
    gain.gain.setTargetAtTime(0, context.currentTime, fadeSec);
    oscillator.stop(context.currentTime + 5 * fadeSec);
  };
}

function playNote(context: AudioContext, note: Note, volume: number): void {
  const startSec = context.currentTime + note.startSec;
  const endSec = startSec + note.lengthSec;
  const envelope = context.createGain();
  const peak = Math.max(1e-4, note.level * volume * 0.5);
  const attackSec = note.timbre === 'block' ? 0.002 : 0.06;
  envelope.gain.setValueAtTime(1e-4, startSec);
  envelope.gain.exponentialRampToValueAtTime(peak, startSec + attackSec);
  envelope.gain.exponentialRampToValueAtTime(1e-4, endSec);
  envelope.connect(context.destination);
  const voice =
    note.timbre === 'block'
      ? createBlock(context, note, startSec)
      : createHush(context, note, startSec);
  voice.output.connect(envelope);
  for (const source of voice.sources) {
    source.start(startSec);
    source.stop(endSec);
  }
}

interface Timbre {
  readonly output: AudioNode;
  readonly sources: readonly AudioScheduledSourceNode[];
}

/** A wood block: the pitch and a partial at 2.7 times, as a short bar rings. */
function createBlock(context: AudioContext, note: Note, startSec: number): Timbre {
  const sum = context.createGain();
  const partials: readonly (readonly [number, number])[] = [
    [1, 0.8],
    [2.71, 0.2],
  ];
  const sources = partials.map(([ratio, share]) => {
    const oscillator = context.createOscillator();
    oscillator.frequency.setValueAtTime(note.fromHz * ratio, startSec);
    oscillator.frequency.exponentialRampToValueAtTime(note.toHz * ratio, startSec + note.lengthSec);
    const gain = context.createGain();
    gain.gain.value = share;
    oscillator.connect(gain).connect(sum);
    return oscillator;
  });
  return { output: sum, sources };
}

/** A breath: noise through a band that follows the pitch. */
function createHush(context: AudioContext, note: Note, startSec: number): Timbre {
  const length = Math.ceil(context.sampleRate * note.lengthSec);
  const buffer = context.createBuffer(1, length, context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < length; i += 1) samples[i] = Math.random() * 2 - 1;
  const noise = context.createBufferSource();
  noise.buffer = buffer;
  const band = context.createBiquadFilter();
  band.type = 'bandpass';
  band.Q.value = 1.5;
  band.frequency.setValueAtTime(note.fromHz, startSec);
  band.frequency.exponentialRampToValueAtTime(note.toHz, startSec + note.lengthSec);
  noise.connect(band);
  return { output: band, sources: [noise] };
}
