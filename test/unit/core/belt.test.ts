import { describe, expect, it } from 'vitest';
import {
  type BeltColours,
  type Colour,
  type ColourSample,
  fitBand,
  fitBelt,
  matchColour,
  readBeltAngle,
} from '../../../src/core/kinematics/belt';

const orange: Colour = { red: 0.9, green: 0.4, blue: 0.1 };
const green: Colour = { red: 0.1, green: 0.7, blue: 0.25 };
const shirt: Colour = { red: 0.35, green: 0.35, blue: 0.4 };
const colours: BeltColours = { ribs: orange, pelvis: green };

/** Noise that is the same each time, -1..1. */
function noise(n: number): number {
  const value = Math.sin(n * 127.1) * 43_758.5453;
  return 2 * (value - Math.floor(value)) - 1;
}

interface Drawing {
  readonly ribsDeg: number;
  readonly pelvisDeg: number;
  /** Of the whole picture, degrees. */
  readonly turnDeg?: number;
  /** How much darker the lower half is, 0..1. */
  readonly shade?: number;
  readonly bandPx?: number;
}

/** A trunk as the worker samples it, with two bands across it: one pixel a sample. */
function draw({ ribsDeg, pelvisDeg, turnDeg = 0, shade = 0, bandPx = 3 }: Drawing): ColourSample[] {
  const samples: ColourSample[] = [];
  const turn = (turnDeg * Math.PI) / 180;
  for (let y = -45; y < 45; y++) {
    for (let x = -16; x < 16; x++) {
      const off = (at: number, deg: number): number =>
        Math.abs((y - at) * Math.cos((deg * Math.PI) / 180) - x * Math.sin((deg * Math.PI) / 180));
      const isRibs = off(-18, ribsDeg) <= bandPx / 2;
      const isPelvis = off(28, pelvisDeg) <= bandPx / 2;
      const colour = isRibs ? orange : isPelvis ? green : shirt;
      const light = y > 0 ? 1 - shade : 1;
      const grain = 0.04 * noise(x * 91 + y * 13);
      samples.push({
        xPx: 300 + x * Math.cos(turn) - y * Math.sin(turn),
        yPx: 200 + x * Math.sin(turn) + y * Math.cos(turn),
        red: colour.red * light + grain,
        green: colour.green * light + grain,
        blue: colour.blue * light + grain,
      });
    }
  }
  return samples;
}

const angleOf = (drawing: Drawing, eta: 1 | -1 = 1): number | undefined => {
  const lines = fitBelt(draw(drawing), colours);
  return lines && readBeltAngle(lines, eta);
};

describe('two bands across the trunk', () => {
  it.each([
    [0, 0],
    [-8, 6],
    [10, -5],
    [-20, 15],
  ])('ribs at %i and pelvis at %i degrees: the angle within two degrees', (ribsDeg, pelvisDeg) => {
    expect(Math.abs((angleOf({ ribsDeg, pelvisDeg }) ?? NaN) - (pelvisDeg - ribsDeg))).toBeLessThan(
      2,
    );
  });

  it('tells the same however the athlete lies in the picture, and from both sides', () => {
    const drawing = { ribsDeg: -8, pelvisDeg: 6 };
    for (const turnDeg of [0, 30, 90, 135, 180, 270]) {
      expect(Math.abs((angleOf({ ...drawing, turnDeg }) ?? NaN) - 14)).toBeLessThan(2);
    }
    expect(Math.abs((angleOf(drawing, -1) ?? NaN) + 14)).toBeLessThan(2);
  });

  it('bears shade and narrow bands', () => {
    const shaded = angleOf({ ribsDeg: -8, pelvisDeg: 6, shade: 0.45 });
    expect(Math.abs((shaded ?? NaN) - 14)).toBeLessThan(2.5);
    const narrow = angleOf({ ribsDeg: -8, pelvisDeg: 6, bandPx: 2 });
    expect(Math.abs((narrow ?? NaN) - 14)).toBeLessThan(2.5);
  });

  it('is not swayed by a spot of the same colour elsewhere', () => {
    const spot = Array.from({ length: 9 }, (_, n) => ({
      ...orange,
      xPx: 290 + (n % 3),
      yPx: 215 + Math.floor(n / 3),
    }));
    const lines = fitBelt([...draw({ ribsDeg: -8, pelvisDeg: 6 }), ...spot], colours);
    expect(Math.abs(((lines && readBeltAngle(lines, 1)) ?? NaN) - 14)).toBeLessThan(2);
  });

  it('says nothing where a band is hidden or is no stripe', () => {
    const onlyShirt = draw({ ribsDeg: 0, pelvisDeg: 0 }).map((sample) => ({ ...sample, ...shirt }));
    expect(fitBelt(onlyShirt, colours)).toBeUndefined();
    const ball = Array.from({ length: 100 }, (_, n) => ({
      ...orange,
      xPx: n % 10,
      yPx: Math.floor(n / 10),
    }));
    expect(fitBand(ball, orange)).toBeUndefined();
    expect(readBeltAngle({ ribs: [0, 0, 10, 0] }, 1)).toBeUndefined();
    expect(readBeltAngle({ ribs: [0, 0, 10, 0], pelvis: [0, 0, 0, 10] }, 1)).toBeUndefined();
  });

  it('takes shade of a colour for the colour, and another colour for another', () => {
    const dark = { red: 0.55, green: 0.25, blue: 0.06 };
    expect(matchColour(orange, orange)).toBe(1);
    expect(matchColour(dark, orange)).toBeGreaterThan(0.2);
    expect(matchColour(green, orange)).toBe(0);
    expect(matchColour(shirt, orange)).toBe(0);
  });
});
