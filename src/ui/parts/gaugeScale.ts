/** A measure with the limits between which it is good. */
export interface GaugeLimits {
  readonly warnBelow?: number;
  readonly failBelow?: number;
  readonly warnAbove?: number;
  readonly failAbove?: number;
}

/** A stretch of the gauge, 0 at its foot and 1 at its head. */
export interface GaugeZone {
  readonly level: 'good' | 'warn' | 'fault';
  readonly from: number;
  readonly to: number;
}

export interface GaugeScale {
  readonly zones: readonly GaugeZone[];
  /** Where a value's needle stands, 0..1; values beyond the scale stop at its ends. */
  readonly place: (value: number) => number;
}

/** How far the scale goes on beyond the outermost limits, as a share of what lies between them. */
const marginRatio = 0.25;
/** Where only one side is limited, the good part is this many times as long as the warning. */
const openSideRatio = 3;

/** A scale that shows every limit. Undefined where there is none. */
export function computeGaugeScale(limits: GaugeLimits): GaugeScale | undefined {
  const below = orderPair(limits.failBelow, limits.warnBelow);
  const above = orderPair(limits.failAbove, limits.warnAbove);
  const lowest = below?.outer ?? (above && above.inner - openSideRatio * above.width);
  const highest = above?.outer ?? (below && below.inner + openSideRatio * below.width);
  if (lowest === undefined || highest === undefined || highest <= lowest) return undefined;
  const span = (highest - lowest) * (1 + 2 * marginRatio);
  const bottom = lowest - (highest - lowest) * marginRatio;
  const place = (value: number): number => Math.min(1, Math.max(0, (value - bottom) / span));
  const belowOuter = below ? place(below.outer) : 0;
  const belowInner = below ? place(below.inner) : 0;
  const aboveInner = above ? place(above.inner) : 1;
  const aboveOuter = above ? place(above.outer) : 1;
  const zones: readonly GaugeZone[] = [
    { level: 'fault', from: 0, to: limits.failBelow === undefined ? 0 : belowOuter },
    { level: 'warn', from: limits.failBelow === undefined ? 0 : belowOuter, to: belowInner },
    { level: 'good', from: belowInner, to: aboveInner },
    { level: 'warn', from: aboveInner, to: limits.failAbove === undefined ? 1 : aboveOuter },
    { level: 'fault', from: limits.failAbove === undefined ? 1 : aboveOuter, to: 1 },
  ];
  return { zones: zones.filter((zone) => zone.to > zone.from), place };
}

interface LimitPair {
  readonly outer: number;
  readonly inner: number;
  readonly width: number;
}

/** The limits of one side, however many of them there are. */
function orderPair(fail: number | undefined, warn: number | undefined): LimitPair | undefined {
  const outer = fail ?? warn;
  const inner = warn ?? fail;
  if (outer === undefined || inner === undefined) return undefined;
  const width = Math.abs(outer - inner);
  return { outer, inner, width: width > 0 ? width : Math.abs(outer) };
}
