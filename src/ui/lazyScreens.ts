import type { Component } from 'svelte';
import type { Hipline } from '../app/hipline.svelte';
import type { Route } from '../app/route';

/** A screen that is the same for all addresses of its route. */
export type PlainScreen = Component<{ app: Hipline }>;

type Loader<T> = () => Promise<{ readonly default: T }>;

/** Screens that are fetched when they are first gone to; the first visit's own come with the page. */
const loaders: Readonly<Partial<Record<Route['screen'], Loader<PlainScreen>>>> = {
  exercises: () => import('./screens/ExercisesScreen.svelte'),
  baseline: () => import('./screens/BaselineScreen.svelte'),
  reset: () => import('./screens/ResetScreen.svelte'),
  life: () => import('./screens/LifeScreen.svelte'),
  plan: () => import('./screens/PlanScreen.svelte'),
  progress: () => import('./screens/ProgressScreen.svelte'),
  people: () => import('./screens/PeopleScreen.svelte'),
  about: () => import('./screens/AboutScreen.svelte'),
  privacy: () => import('./screens/PrivacyScreen.svelte'),
  diagnostics: () => import('./screens/DiagnosticsScreen.svelte'),
  licences: () => import('./screens/LicencesScreen.svelte'),
  settings: () => import('./screens/SettingsScreen.svelte'),
  library: () => import('./screens/LibraryScreen.svelte'),
  video: () => import('./screens/VideoScreen.svelte'),
};

/** The screen of a route; undefined for one that comes with the page or needs more than the app. */
export const loadScreen = (
  screen: Route['screen'],
): Promise<{ readonly default: PlainScreen }> | undefined => loaders[screen]?.();
