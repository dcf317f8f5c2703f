import type { SourceError } from '../camera/frameSource';
import type { PoseError } from '../pose/protocol';
import { type ErrorTextId, errorText } from '../text/errors';

/** Every way in which the world, not the code, can fail. */
export type AppErrorCode =
  | SourceError['code']
  | PoseError['code']
  | 'cameraMuted'
  | 'secondTab'
  | 'fileNeeded'
  | 'wrongExercise'
  | 'unexpected';

/** What a press on the button of an error does. */
export type ErrorAction = 'retry' | 'goOn' | 'chooseFile' | 'goHome' | 'reload';

export interface AppError {
  readonly code: AppErrorCode;
  /** Goes below the message where it helps (the refused line of a trace). */
  readonly detail: string;
}

export interface ErrorEntry {
  /** `stop`: the flow cannot go on by itself; `notice`: it waits and goes on. */
  readonly severity: 'stop' | 'notice';
  readonly title: string;
  readonly advice: string;
  readonly action: ErrorAction;
  /** The detail is of use to the athlete. */
  readonly showDetail: boolean;
}

const entry = (
  id: ErrorTextId,
  action: ErrorAction,
  more: Partial<Pick<ErrorEntry, 'severity' | 'showDetail'>> = {},
): ErrorEntry => ({
  severity: 'stop',
  showDetail: false,
  get title() {
    return errorText[id].title;
  },
  get advice() {
    return errorText[id].advice;
  },
  action,
  ...more,
});

/** The one table from which every failing is shown. */
export const errorTable: Readonly<Record<AppErrorCode, ErrorEntry>> = {
  notAllowed: entry('notAllowed', 'retry'),
  notFound: entry('notFound', 'retry'),
  inUse: entry('inUse', 'retry'),
  overconstrained: entry('overconstrained', 'retry'),
  insecure: entry('insecure', 'goHome'),
  cameraFailed: entry('cameraFailed', 'retry'),
  unplugged: entry('unplugged', 'goOn'),
  cameraMuted: entry('cameraMuted', 'goOn', { severity: 'notice' }),
  secondTab: entry('secondTab', 'retry'),
  notAVideo: entry('notAVideo', 'chooseFile'),
  codecUnsupported: entry('codecUnsupported', 'chooseFile', { showDetail: true }),
  videoUnreadable: entry('videoUnreadable', 'chooseFile'),
  traceRefused: entry('traceRefused', 'chooseFile', { showDetail: true }),
  traceTooLarge: entry('traceTooLarge', 'chooseFile'),
  demoMissing: entry('demoMissing', 'retry'),
  noWasmSimd: entry('noWasmSimd', 'goHome'),
  modelMissing: entry('modelMissing', 'retry'),
  modelCorrupt: entry('modelCorrupt', 'reload'),
  backendFailed: entry('backendFailed', 'retry'),
  contextLost: entry('contextLost', 'goOn'),
  workerDied: entry('workerDied', 'goOn'),
  frameUnreadable: entry('frameUnreadable', 'retry'),
  fileNeeded: entry('fileNeeded', 'chooseFile'),
  wrongExercise: entry('wrongExercise', 'goHome', { showDetail: true }),
  unexpected: entry('unexpected', 'reload'),
};
