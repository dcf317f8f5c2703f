/**
 * Stands in for `@mediapipe/pose`, which pose-detection imports for its `mediapipe` runtime only.
 * The real file is no ES module ("Pose" is not exported), so the bundlers' alias leads here; only
 * `runtime: 'tfjs'` is used.
 */
export function Pose(): never {
  throw new Error('the mediapipe runtime is not part of this build');
}
