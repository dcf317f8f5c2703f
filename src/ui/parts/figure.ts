/** An athlete as a line figure in a box of 360 by 240, whose foot is the floor. */
export interface Figure {
  readonly head: readonly [x: number, y: number];
  readonly headRadius: number;
  /** What is measured, drawn thick with its joints. Strokes are written as SVG's `points`. */
  readonly lines: readonly string[];
  readonly limbs: readonly string[];
  /** Dotted verticals that the measured line is compared with. */
  readonly plumbs?: readonly string[];
  /** The handle of a kettlebell, and how far it is turned from hanging, clockwise. */
  readonly bell?: { readonly at: readonly [x: number, y: number]; readonly turnDeg: number };
}

/** The joints of a stroke, as the coordinates of each: "76,217 169,164.5" -> 76 and 217, ... */
export const listJoints = (stroke: string): { readonly x: string; readonly y: string }[] =>
  stroke.split(' ').map((point) => {
    const [x = '', y = ''] = point.split(',');
    return { x, y };
  });
