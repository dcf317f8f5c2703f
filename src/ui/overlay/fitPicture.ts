export interface SizePx {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Where a picture lies in its box. */
export interface PictureFit {
  /** `cover`: fills the box, its edges are cut; `contain`: all of it shows. */
  readonly mode: 'cover' | 'contain';
  /** Box pixels for each picture pixel. */
  readonly scale: number;
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * A lying athlete must not lose head or feet: the picture covers its box only while at least this
 * share of it still shows. A 4:3 picture on a 16:9 screen shows 0.75.
 */
const leastShownRatio = 0.7;

/**
 * Lays a picture centred into its box, as CSS `object-fit` of the same mode does.
 * @param whole shows all of the picture in any case
 */
export function fitPicture(picture: SizePx, box: SizePx, whole = false): PictureFit {
  const across = box.widthPx / picture.widthPx;
  const down = box.heightPx / picture.heightPx;
  const shownRatio = Math.min(across, down) / Math.max(across, down);
  const mode = !whole && shownRatio >= leastShownRatio ? 'cover' : 'contain';
  const scale = mode === 'cover' ? Math.max(across, down) : Math.min(across, down);
  const widthPx = picture.widthPx * scale;
  const heightPx = picture.heightPx * scale;
  return {
    mode,
    scale,
    leftPx: (box.widthPx - widthPx) / 2,
    topPx: (box.heightPx - heightPx) / 2,
    widthPx,
    heightPx,
  };
}

/** The point of the picture that lies at a place of the box: the inverse of `placePoint`. */
export function findPoint(
  fit: PictureFit,
  mirrored: boolean,
  { x, y }: { readonly x: number; readonly y: number },
): { readonly xPx: number; readonly yPx: number } {
  const across = mirrored ? fit.widthPx - (x - fit.leftPx) : x - fit.leftPx;
  return { xPx: across / fit.scale, yPx: (y - fit.topPx) / fit.scale };
}

/**
 * A point of the picture in the box. Mirroring happens here and nowhere else: only the place of a
 * point changes, never which side of the person it is.
 */
export function placePoint(
  fit: PictureFit,
  mirrored: boolean,
  point: { readonly xPx: number; readonly yPx: number },
): { readonly x: number; readonly y: number } {
  const across = point.xPx * fit.scale;
  return {
    x: fit.leftPx + (mirrored ? fit.widthPx - across : across),
    y: fit.topPx + point.yPx * fit.scale,
  };
}
