import type { Route } from '../../src/app/route';

/**
 * An address of every screen; a screen without one does not compile. The walk for privacy and
 * accessibility opens them all, so a new screen is part of it from its first day.
 */
const addresses = {
  home: '#/',
  welcome: '#/welcome',
  about: '#/about',
  calibrate: '#/calibrate',
  settings: '#/settings',
  privacy: '#/privacy',
  diagnostics: '#/diagnostics',
  licences: '#/licences',
  library: '#/library',
  video: '#/video',
  review: '#/review/gone',
  compare: '#/compare/gone/gone',
  exercises: '#/exercises',
  baseline: '#/baseline',
  reset: '#/reset',
  life: '#/life',
  plan: '#/plan',
  progress: '#/progress',
  people: '#/people',
  train: '#/train/gluteBridge?source=trace',
} as const satisfies Readonly<Record<Route['screen'], string>>;

/** The addresses of all screens. */
export const everyRoute: readonly string[] = Object.values(addresses);
