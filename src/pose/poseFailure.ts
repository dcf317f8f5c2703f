import type { PoseError, PoseErrorCode } from './protocol';

/** A failing world inside the worker; becomes a `PoseError` value before it leaves the room. */
export class PoseFailure extends Error {
  override readonly name = 'PoseFailure';

  constructor(
    readonly code: PoseErrorCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}

/** The error as plain data; undefined where it is no `PoseFailure` but a bug. */
export function toPoseError(error: unknown): PoseError | undefined {
  return error instanceof PoseFailure ? { code: error.code, detail: error.message } : undefined;
}

/** A short description of anything thrown, for `PoseError.detail`. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
