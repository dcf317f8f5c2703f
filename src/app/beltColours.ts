import type { BeltColours, Colour } from '../core/kinematics/belt';

/** The bands by where they are worn. */
export type Band = keyof BeltColours;

/** `#rrggbb` as a colour. */
export function toColour(hex: string): Colour {
  const at = (from: number): number => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return { red: at(1), green: at(3), blue: at(5) };
}

/** The colours of the bands as a set is run with them. */
export const toBeltColours = ({ ribs, pelvis }: Readonly<Record<Band, string>>): BeltColours => ({
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
