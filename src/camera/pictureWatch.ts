/** Luma of a shrunken picture, row by row, 0..255. */
export type Luma = readonly number[];

/** Size of the shrunken picture. */
export const lumaSize = { width: 32, height: 18 } as const;

/**
 * What is wrong with the pictures of a camera: too dark, too few because it is dark, too few, or the
 * camera moves its picture by itself.
 */
export type PictureIssue = 'dark' | 'darkAndSlow' | 'slow' | 'reframes';

/** Mean luma of the athlete under which no pose is trusted (spec 2.1). */
const darkBelow = 60;
/** Spec 2.1 asks for 30 pictures a second; a fifth is left for jitter. */
const leastRateHz = 24;
const rateWindowSec = 3;
/** A cell of the border has changed when it differs by more than this from what all changed by. */
const cellChange = 14;
/** The picture was moved when more than this share of its border has changed at once. */
const movedShare = 0.65;
/** A picture that was moved is told of for so long, seconds. */
const toldSec = 6;

const isBorder = (index: number): boolean => {
  const x = index % lumaSize.width;
  const y = Math.floor(index / lumaSize.width);
  return x < 2 || y < 2 || x >= lumaSize.width - 2 || y >= lumaSize.height - 2;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Whether the camera has moved its picture between two samples: an athlete or a passer-by changes a
 * part of the border, light changes all of it alike, a crop that moves changes most of it unevenly.
 */
export function isReframed(before: Luma, now: Luma): boolean {
  const changes = now.flatMap((value, i) => (isBorder(i) ? [value - (before[i] ?? value)] : []));
  const common = median(changes);
  const moved = changes.filter((change) => Math.abs(change - common) > cellChange);
  return moved.length > movedShare * changes.length;
}

/** A part of the picture, as shares of its width and height, 0..1. */
export interface LumaBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Mean luma within a box, 0..255; of the whole picture without one. */
export function measureLuma(luma: Luma, box?: LumaBox): number {
  const { width, height } = lumaSize;
  const inside = luma.filter((_, i) => {
    if (box === undefined) return true;
    const x = ((i % width) + 0.5) / width;
    const y = (Math.floor(i / width) + 0.5) / height;
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  });
  const values = inside.length > 0 ? inside : luma;
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Watches over the pictures that come from a camera. Times are the source's, in seconds. */
export class PictureWatch {
  #times: number[] = [];
  #luma: Luma | undefined;
  #lightness: number | undefined;
  #movedSec = -Infinity;

  /** A picture has come. */
  addFrame(tSec: number): void {
    this.#times = [...this.#times.filter((time) => tSec - time <= rateWindowSec), tSec];
  }

  /** A picture was looked at, about once a second. */
  addSample(luma: Luma, tSec: number, box?: LumaBox): void {
    if (this.#luma !== undefined && isReframed(this.#luma, luma)) this.#movedSec = tSec;
    this.#luma = luma;
    this.#lightness = measureLuma(luma, box);
  }

  /** Pictures a second over the last three; undefined before two of them have passed. */
  get rateHz(): number | undefined {
    const first = this.#times[0];
    const last = this.#times.at(-1);
    if (first === undefined || last === undefined || last - first < 2) return undefined;
    return (this.#times.length - 1) / (last - first);
  }

  /** What is wrong now, the most helpful first. */
  read(): PictureIssue | undefined {
    const dark = this.#lightness !== undefined && this.#lightness < darkBelow;
    const slow = this.rateHz !== undefined && this.rateHz < leastRateHz;
    if (dark) return slow ? 'darkAndSlow' : 'dark';
    const last = this.#times.at(-1) ?? -Infinity;
    if (last - this.#movedSec < toldSec) return 'reframes';
    return slow ? 'slow' : undefined;
  }
}
