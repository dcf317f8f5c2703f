/**
 * How the athlete lies, kneels or stands in the start position of an exercise. `reclined`: the upper
 * back against a bench, hips low, knees bent. `kneeling`: tall on both knees. `hipTest`: on the
 * back with the knees hugged, or half-kneeling.
 */
export type Posture =
  'supine' | 'standing' | 'prone' | 'reclined' | 'kneeling' | 'quadruped' | 'hipTest';
