import type { Affine } from '../core/kinematics/trunkOutline';

/**
 * The square of the picture that the landmark model looks at, turned so that the person stands
 * upright in it. It may reach beyond the picture.
 */
export interface RegionOfInterest {
  readonly xCenterPx: number;
  readonly yCenterPx: number;
  readonly sizePx: number;
  /** Clockwise in the picture (y down), −π..π. */
  readonly rotationRad: number;
}

/** A point in picture pixels. */
export interface Point {
  readonly xPx: number;
  readonly yPx: number;
}

/** The square's side over the circle's diameter, as MediaPipe's pose graph has it. */
const margin = 1.25;

/** The whole picture, padded to a square. */
export function computeWholeRegion(widthPx: number, heightPx: number): RegionOfInterest {
  return {
    xCenterPx: widthPx / 2,
    yCenterPx: heightPx / 2,
    sizePx: Math.max(widthPx, heightPx),
    rotationRad: 0,
  };
}

/**
 * The region around a person. `center` is mid-hip; `top` lies on the circle that holds the whole
 * body, above the head in the person's own direction.
 */
export function computeBodyRegion(center: Point, top: Point): RegionOfInterest {
  const dx = top.xPx - center.xPx;
  const dy = top.yPx - center.yPx;
  const turn = Math.PI / 2 - Math.atan2(-dy, dx);
  return {
    xCenterPx: center.xPx,
    yCenterPx: center.yPx,
    sizePx: 2 * Math.hypot(dx, dy) * margin,
    rotationRad: turn - 2 * Math.PI * Math.floor((turn + Math.PI) / (2 * Math.PI)),
  };
}

/** From the region's own coordinates (0..1, left to right and top to bottom) to the picture. */
export function toPicture(region: RegionOfInterest, u: number, v: number): Point {
  const cos = Math.cos(region.rotationRad) * region.sizePx;
  const sin = Math.sin(region.rotationRad) * region.sizePx;
  return {
    xPx: cos * (u - 0.5) - sin * (v - 0.5) + region.xCenterPx,
    yPx: sin * (u - 0.5) + cos * (v - 0.5) + region.yCenterPx,
  };
}

/**
 * From picture pixels to those of a mask that covers the region, `sidePx` on a side: the inverse of
 * `toPicture`, whole numbers being the places of the mask's values.
 */
export function toMaskTransform(region: RegionOfInterest, sidePx: number): Affine {
  const { xCenterPx, yCenterPx, sizePx, rotationRad } = region;
  const cos = (Math.cos(rotationRad) * sidePx) / sizePx;
  const sin = (Math.sin(rotationRad) * sidePx) / sizePx;
  return [
    cos,
    -sin,
    sin,
    cos,
    sidePx / 2 - cos * xCenterPx - sin * yCenterPx,
    sidePx / 2 + sin * xCenterPx - cos * yCenterPx,
  ];
}
