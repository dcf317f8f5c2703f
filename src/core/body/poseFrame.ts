/**
 * One point of the picture: pixels, y down, never mirrored.
 * `score` is the smaller of visibility and presence, 0..1; a point with score 0 is not kept.
 */
export interface Keypoint {
  readonly xPx: number;
  readonly yPx: number;
  readonly score: number;
}

/** Metres, origin mid-hip, y down, z toward the camera negative. View estimation only (spec 2.2). */
export interface WorldPoint {
  readonly xM: number;
  readonly yM: number;
  readonly zM: number;
}

/** Distances of the trunk's outline from the hip-shoulder chord at 41 stations, in trunk lengths. */
export interface TrunkProfile {
  readonly dorsal: readonly (number | undefined)[];
  readonly ventral: readonly (number | undefined)[];
}

/** The middle line of a band or bar worn across the trunk, from end to end in the picture, px. */
export type BandLine = readonly [x1Px: number, y1Px: number, x2Px: number, y2Px: number];

/** Bands round the lower ribs and the pelvis, as far as they were seen. */
export interface BeltLines {
  readonly ribs?: BandLine;
  readonly pelvis?: BandLine;
}

/** What the pose model saw in one picture. A gap is data: `image` undefined means nobody was seen. */
export interface PoseFrame {
  /** Seconds since the source began; never runs backwards. */
  readonly tSec: number;
  /** 33 keypoints in BlazePose order, unsmoothed; undefined where a point was not seen. */
  readonly image: readonly (Keypoint | undefined)[] | undefined;
  readonly world?: readonly (WorldPoint | undefined)[];
  readonly trunk?: TrunkProfile;
  /** Only where the athlete wears the bands and has said so. */
  readonly belt?: BeltLines;
  /** A bar or a strip of tape across the front of the pelvis, on the same terms. */
  readonly bar?: BandLine;
  /**
   * Why `image` is undefined, where it is known: somebody else stands before the athlete. Their
   * pose is never given in the athlete's place.
   */
  readonly occludedBy?: 'other';
  /** The tracker holds on to this one person, whoever else comes into the picture. */
  readonly held?: true;
}

/** What stays the same for all frames of a source. */
export interface PictureFormat {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Camera roll, clockwise positive, degrees. 0 where it is not known. */
  readonly cameraRollDeg: number;
}
