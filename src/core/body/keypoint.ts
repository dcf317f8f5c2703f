/** The 33 keypoints of BlazePose, in the model's order. Left and right are the person's. */
export const keypointNames = [
  'nose',
  'leftEyeInner',
  'leftEye',
  'leftEyeOuter',
  'rightEyeInner',
  'rightEye',
  'rightEyeOuter',
  'leftEar',
  'rightEar',
  'mouthLeft',
  'mouthRight',
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftPinky',
  'rightPinky',
  'leftIndex',
  'rightIndex',
  'leftThumb',
  'rightThumb',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
  'leftHeel',
  'rightHeel',
  'leftFootIndex',
  'rightFootIndex',
] as const;

export type KeypointName = (typeof keypointNames)[number];

export const keypointCount = keypointNames.length;

/** A side of the person, never of the picture. */
export type Side = 'left' | 'right';

/** Index of each keypoint in a frame's `image` and `world` arrays. */
export const keypointIndex = Object.fromEntries(
  keypointNames.map((name, index) => [name, index]),
) as Readonly<Record<KeypointName, number>>;

/** Joints that exist on both sides, by their name without the side. */
export type Joint =
  'ear' | 'shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle' | 'heel' | 'footIndex';

/** Index of a two-sided joint on one side of the person. */
export const jointIndex: Readonly<Record<Side, Readonly<Record<Joint, number>>>> = {
  left: {
    ear: 7,
    shoulder: 11,
    elbow: 13,
    wrist: 15,
    hip: 23,
    knee: 25,
    ankle: 27,
    heel: 29,
    footIndex: 31,
  },
  right: {
    ear: 8,
    shoulder: 12,
    elbow: 14,
    wrist: 16,
    hip: 24,
    knee: 26,
    ankle: 28,
    heel: 30,
    footIndex: 32,
  },
};

/** The other side of the person. */
export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');
