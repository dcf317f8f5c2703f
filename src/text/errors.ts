/** What happened, and what to do about it. */
export interface ErrorText {
  readonly title: string;
  readonly advice: string;
}

/** The words of every failing of the world, by its code. */
export const errorText = {
  notAllowed: {
    title: 'The camera is not allowed',
    advice:
      'Press the camera sign in the address bar, allow the camera for this page, then try again. The picture never leaves this device.',
  },
  notFound: {
    title: 'No camera was found',
    advice: 'Plug a camera in, then try again. You can also open a video or try the demo.',
  },
  inUse: {
    title: 'Another program uses the camera',
    advice: 'Close video calls and other pages that show the camera, then try again.',
  },
  overconstrained: {
    title: 'This camera does not fit',
    advice: 'Choose another camera in the browser’s settings, then try again.',
  },
  insecure: {
    title: 'The browser gives no camera to this page',
    advice: 'Open the page by its https address or as localhost, and allow the camera there.',
  },
  cameraFailed: {
    title: 'The camera did not start',
    advice: 'Unplug it and plug it in again, or restart the browser, then try again.',
  },
  unplugged: {
    title: 'The camera was unplugged',
    advice: 'Your set so far is kept. Plug the camera in and go on, or see the summary.',
  },
  cameraMuted: {
    title: 'The camera sends no picture',
    advice: 'Look for its cover or switch. The set waits.',
  },
  secondTab: {
    title: 'Hipline runs in another tab',
    advice: 'Close the other tab, then try again: two of them would speak at once.',
  },
  notAVideo: {
    title: 'This file is not a video',
    advice: 'Choose a video: mp4, mov or webm.',
  },
  codecUnsupported: {
    title: 'This browser cannot decode this video',
    advice: 'Choose a video in H.264 or VP9, or open it in another browser.',
  },
  videoUnreadable: {
    title: 'The video breaks off',
    advice: 'What could be read has been judged. Choose another copy of the file for the rest.',
  },
  traceRefused: {
    title: 'This file is not a whole trace',
    advice: 'Choose a .trace.ndjson or .trace.ndjson.gz file that was written to its end.',
  },
  traceTooLarge: {
    title: 'This trace is too large',
    advice: 'A trace may hold one session. Choose a shorter one.',
  },
  demoMissing: {
    title: 'The demo clip did not load',
    advice: 'Check that the page was fully loaded, then try again.',
  },
  noWasmSimd: {
    title: 'This browser is too old to follow a body',
    advice: 'It lacks WebAssembly SIMD. Update it, or use a newer Chrome, Edge, Firefox or Safari.',
  },
  modelMissing: {
    title: 'The pose model did not load',
    advice: 'Check that the page was fully loaded, then try again.',
  },
  modelCorrupt: {
    title: 'The pose model is damaged',
    advice: 'Reload the page without its cache. If it stays, the installation is incomplete.',
  },
  backendFailed: {
    title: 'The pose model did not start',
    advice: 'Close other heavy pages, then try again.',
  },
  contextLost: {
    title: 'The graphics processor was taken away',
    advice: 'Your set so far is kept. Go on: the model starts again.',
  },
  workerDied: {
    title: 'Body tracking stopped',
    advice: 'Your set so far is kept. Go on: tracking starts again.',
  },
  frameUnreadable: {
    title: 'The pictures cannot be read',
    advice: 'Your set so far is kept. Try again, or choose another camera or file.',
  },
  fileNeeded: {
    title: 'Choose a file first',
    advice: 'Files are not kept between visits. Choose the one to judge.',
  },
  wrongExercise: {
    title: 'The trace was recorded of another exercise',
    advice: 'Go back, choose the exercise that it was recorded of, and open it there.',
  },
  unexpected: {
    title: 'Something went wrong in the app',
    advice: 'Your set so far is kept. Reload the page; if it happens again, tell us what you did.',
  },
} as const satisfies Record<string, ErrorText>;

/** The codes that have words. */
export type ErrorTextId = keyof typeof errorText;

/** What the button of an error says. */
export const errorActionText = {
  retry: 'Try again',
  goOn: 'Go on',
  chooseFile: 'Choose a file',
  goHome: 'Back to the exercises',
  reload: 'Reload the page',
} as const;
