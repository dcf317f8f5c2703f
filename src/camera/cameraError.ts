import type { CameraErrorCode, SourceError } from './frameSource';

/** Names of the exceptions of `getUserMedia`, old and new, and what they mean to the athlete. */
const codeByName: Readonly<Record<string, CameraErrorCode>> = {
  NotAllowedError: 'notAllowed',
  PermissionDeniedError: 'notAllowed',
  NotFoundError: 'notFound',
  DevicesNotFoundError: 'notFound',
  NotReadableError: 'inUse',
  TrackStartError: 'inUse',
  AbortError: 'inUse',
  OverconstrainedError: 'overconstrained',
  SecurityError: 'insecure',
};

/** The closed code of whatever `getUserMedia` threw, decided by its name alone. */
export function describeCameraError(thrown: unknown): SourceError {
  const name = thrown instanceof Error ? thrown.name : '';
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return { code: codeByName[name] ?? 'cameraFailed', detail };
}
