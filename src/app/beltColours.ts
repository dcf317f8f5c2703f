import type { BandLine } from '../core/body/poseFrame';
import type { Snapshot } from '../core/coach/snapshot';
import { type Exercise, usesBar, usesBelt } from '../core/exercises/exercise';
import type { BeltColours, Colour } from '../core/kinematics/belt';
import type { SettingsData } from './settings.svelte';

/** What is worn by its colour: the two bands, and the bar across the pelvis. */
export type Band = keyof BeltColours | 'bar';

/** Whether one is followed; `unreadable`: it is, but its roll cannot be told from there. */
export type BandState = 'seen' | 'unseen' | 'unreadable';

/** How each of them is followed now. */
export function readBandStates(snapshot: Snapshot | undefined): Readonly<Record<Band, BandState>> {
  const stateOf = (line: BandLine | undefined): BandState => (line ? 'seen' : 'unseen');
  const { belt, bar } = snapshot ?? {};
  return {
    ribs: stateOf(belt?.ribs),
    pelvis: stateOf(belt?.pelvis),
    bar: bar?.isReadable === false ? 'unreadable' : stateOf(bar?.line),
  };
}

/** The setting that keeps each one's colour. */
const settingOf = {
  ribs: 'beltRibs',
  pelvis: 'beltPelvis',
  bar: 'barColour',
} as const satisfies Record<Band, keyof SettingsData>;

/** The colour of each, as `#rrggbb`. */
export const readColours = (settings: SettingsData): Readonly<Record<Band, string>> => ({
  ribs: settings[settingOf.ribs],
  pelvis: settings[settingOf.pelvis],
  bar: settings[settingOf.bar],
});

/** The settings with another colour of one of them. */
export const changeColour = (band: Band, colour: string): Partial<SettingsData> => ({
  [settingOf[band]]: colour,
});

/** What is worn that an exercise can make use of. */
export const listWorn = (settings: SettingsData, exercise: Exercise): readonly Band[] => [
  ...(settings.belt && usesBelt(exercise) ? (['ribs', 'pelvis'] as const) : []),
  ...(settings.bar && usesBar(exercise) ? (['bar'] as const) : []),
];

/** `#rrggbb` as a colour. */
export function toColour(hex: string): Colour {
  const at = (from: number): number => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return { red: at(1), green: at(3), blue: at(5) };
}

/** The colours of the bands as a set is run with them. */
export const toBeltColours = ({
  ribs,
  pelvis,
}: Readonly<Record<keyof BeltColours, string>>): BeltColours => ({
  ribs: toColour(ribs),
  pelvis: toColour(pelvis),
});

/** Pixels on a side of the patch that a picked colour is the mean of. */
const patchPx = 5;

/**
 * The colour of a picture around a place, as `#rrggbb`.
 * @param x,y in the picture's own pixels
 * @returns undefined where the picture cannot be read
 */
export function pickColour(
  display: HTMLVideoElement | HTMLCanvasElement,
  x: number,
  y: number,
): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = patchPx;
  canvas.height = patchPx;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  const half = patchPx / 2;
  context.drawImage(display, x - half, y - half, patchPx, patchPx, 0, 0, patchPx, patchPx);
  const { data } = context.getImageData(0, 0, patchPx, patchPx);
  const mean = (channel: number): string => {
    let sum = 0;
    for (let at = channel; at < data.length; at += 4) sum += data[at] ?? 0;
    return Math.round((4 * sum) / data.length)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${mean(0)}${mean(1)}${mean(2)}`;
}
