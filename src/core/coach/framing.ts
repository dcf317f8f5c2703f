import { jointIndex } from '../body/keypoint';
import type { Keypoint, PictureFormat, PoseFrame } from '../body/poseFrame';
import type { Exercise, Pass } from '../exercises/exercise';
import { scoreMin } from '../kinematics/athlete';
import { type CameraHint, hintHeight, hintLevel, hintTurn } from '../kinematics/cameraHint';
import type { CameraPlace } from './cameraPlace';
import type { FramingCheck, FramingId } from './snapshot';

/** The body's long side in the picture: under this share of the picture's it is too far away... */
const tooFarShare = 0.35;
/** ...and over this one too near to move in. */
const tooNearShare = 0.97;

const partPoints = {
  head: [0, jointIndex.left.ear, jointIndex.right.ear],
  shoulders: [jointIndex.left.shoulder, jointIndex.right.shoulder],
  hips: [jointIndex.left.hip, jointIndex.right.hip],
  knees: [jointIndex.left.knee, jointIndex.right.knee],
  feet: [
    jointIndex.left.ankle,
    jointIndex.right.ankle,
    jointIndex.left.footIndex,
    jointIndex.right.footIndex,
  ],
} as const;

type Image = readonly (Keypoint | undefined)[];

const isInside = (point: Keypoint | undefined, format: PictureFormat): boolean =>
  point !== undefined &&
  point.score >= scoreMin &&
  point.xPx >= 0 &&
  point.yPx >= 0 &&
  point.xPx <= format.widthPx &&
  point.yPx <= format.heightPx;

/** Share of the picture's long side that the body's box takes, 0 without points. */
function measureSize(image: Image, format: PictureFormat): number {
  let minX = Infinity;
  let maxX = -Infinity;
  let minY = Infinity;
  let maxY = -Infinity;
  for (const point of image) {
    if (point === undefined || point.score < scoreMin) continue;
    minX = Math.min(minX, point.xPx);
    maxX = Math.max(maxX, point.xPx);
    minY = Math.min(minY, point.yPx);
    maxY = Math.max(maxY, point.yPx);
  }
  if (maxX < minX) return 0;
  return Math.max((maxX - minX) / format.widthPx, (maxY - minY) / format.heightPx);
}

export interface FramingInput extends CameraPlace {
  readonly image: Image | undefined;
  readonly occludedBy: PoseFrame['occludedBy'];
  /** The place of the laptop that is wanted. */
  readonly pass: Pass;
  readonly inStart: boolean | undefined;
  readonly still: boolean;
}

/** A check of the camera's place, with what to do about it. */
const place = (id: FramingId, isMet: boolean, hint: CameraHint | undefined): FramingCheck => ({
  id,
  met: isMet,
  ...(isMet || hint === undefined ? {} : { hint }),
});

/** The view, the height and the level of the laptop, as far as they are known. */
function checkPlace({ posture }: Exercise, input: FramingInput): FramingCheck[] {
  const { pass, view, azimuthDeg, camera, isHigh, isRolled } = input;
  const wanted = pass.views[0] ?? 'side';
  const { height } = pass;
  const isFrontal = view === 'front' || view === 'back';
  return [
    place(
      'view',
      pass.views.includes(view),
      hintTurn(posture, wanted, azimuthDeg, camera?.distanceM),
    ),
    ...(height === undefined
      ? []
      : [
          place(
            'height',
            isHigh === undefined || isHigh === (height === 'high'),
            hintHeight(camera, height),
          ),
        ]),
    ...(isFrontal ? [place('level', !isRolled, hintLevel(camera))] : []),
  ];
}

/** What the picture must show before a set starts, in the order in which it is best mended. */
export function checkFraming(
  exercise: Exercise,
  format: PictureFormat,
  input: FramingInput,
): FramingCheck[] {
  const { image, occludedBy, inStart, still } = input;
  const met = (id: FramingId, isMet: boolean): FramingCheck => ({ id, met: isMet });
  if (image === undefined) return [met(occludedBy === undefined ? 'person' : 'clear', false)];
  const size = measureSize(image, format);
  const { hides = [] } = input.pass;
  const parts = exercise.mustSee
    .filter((part) => !hides.includes(part))
    .map((part) =>
      met(
        part,
        partPoints[part].some((index) => isInside(image[index], format)),
      ),
    );
  return [
    met('person', true),
    ...parts,
    met('closer', size >= tooFarShare),
    met('back', size <= tooNearShare),
    ...checkPlace(exercise, input),
    met('startPosition', inStart === true),
    met('still', still),
  ];
}
