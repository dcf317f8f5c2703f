import type { SourceKind } from '../camera/frameSource';
import type { Side } from '../core/body/keypoint';
import { type Stage, stageOrder } from '../core/coach/feedback';
import type { ExerciseId } from '../core/exercises/exercise';
import { tests } from '../core/programme/baseline';
import type { TestId } from '../core/programme/history';
import type { EaseId } from '../core/programme/ease';
import { ladder } from '../core/programme/ladder';
import { type ResetCardId, resetCardIds } from '../core/programme/resetCards';
import { exerciseText } from '../text/exercises';
import { demos } from './demo';

/** Options of a set that an address may carry. */
export interface RouteOptions {
  /** Seconds a hold lasts. */
  readonly targetSec?: number;
  /** Holds or reps in the set. */
  readonly doseReps?: number;
  /** Which of the exercise's places of the laptop, from 0; the first where absent. */
  readonly pass?: number;
  readonly model?: 'lite' | 'full' | 'heavy';
  /** Sets; of each side where one side works. */
  readonly rounds?: number;
  /** The side that begins, where one side works at a time; left where absent. */
  readonly firstSide?: Side;
  /** Weight that is held, kg. */
  readonly loadKg?: number;
  /** How much is seen and heard; the one that the athlete has come to where absent. */
  readonly stage?: Stage;
  /** The part of a video that is judged, seconds from its first picture; all of it where absent. */
  readonly fromSec?: number;
  readonly toSec?: number;
  /** The side that works, where somebody has said so. */
  readonly side?: Side;
  /** The file shows the athlete: the set is asked about and kept in the history. */
  readonly own?: true;
  /** The set is a test of the baseline. */
  readonly test?: TestId;
  /** The easier form that is done. */
  readonly easier?: EaseId;
  /** The card of guided mobility that comes in the rest between two sets. */
  readonly card?: ResetCardId;
  /** A trace is trained with as if its athlete were before the camera now: asked, and kept. */
  readonly live?: boolean;
}

/** Screens without anything of their own in the address. */
export const plainScreens = [
  'welcome',
  'about',
  'settings',
  'calibrate',
  'exercises',
  'baseline',
  'reset',
  'life',
  'plan',
  'progress',
  'people',
] as const;

/** A set, or one repetition of it. */
export interface SetPart {
  readonly id: string;
  /** Its number in the set; all of the set where absent. */
  readonly rep?: number;
}

/** Where the app stands, as its address says it. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: (typeof plainScreens)[number] }
  | { readonly screen: 'library' }
  | { readonly screen: 'video'; readonly exercise?: ExerciseId }
  | { readonly screen: 'review'; readonly id: string }
  | { readonly screen: 'compare'; readonly a: SetPart; readonly b: SetPart }
  | { readonly screen: 'privacy' }
  | { readonly screen: 'diagnostics' }
  | { readonly screen: 'licences' }
  | {
      readonly screen: 'train';
      readonly exercise: ExerciseId;
      readonly source: SourceKind;
      readonly options: RouteOptions;
    };

const sourceKinds: readonly SourceKind[] = ['camera', 'demo', 'video', 'trace'];
const sides = ['left', 'right'] as const;
const models = ['lite', 'full', 'heavy'] as const;

/** The route of a `location.hash`; what it cannot read leads home. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen, name, other] = path.split('/');
  const plain = plainScreens.find((id) => id === screen);
  if (plain !== undefined) return { screen: plain };
  if (screen === 'library') return { screen };
  if (screen === 'review' && isSetId(name)) return { screen, id: name };
  if (screen === 'compare' && isSetId(name) && isSetId(other)) {
    const params = new URLSearchParams(query);
    return { screen, a: toPart(name, params.get('a')), b: toPart(other, params.get('b')) };
  }
  if (screen === 'privacy' || screen === 'diagnostics' || screen === 'licences') return { screen };
  const exercise = (Object.keys(exerciseText) as ExerciseId[]).find((id) => id === name);
  if (screen === 'video') return { screen, ...(exercise === undefined ? {} : { exercise }) };
  if (screen !== 'train' || exercise === undefined) return { screen: 'home' };
  const params = new URLSearchParams(query);
  const source = sourceKinds.find((kind) => kind === params.get('source')) ?? 'camera';
  if (source === 'demo' && demos[exercise] === undefined) return { screen: 'home' };
  return { screen: 'train', exercise, source, options: parseOptions(params) };
}

/** The hash that leads to a route. */
export function formatRoute(route: Route): string {
  if (route.screen === 'home') return '#/';
  if (route.screen === 'video' && route.exercise !== undefined) return `#/video/${route.exercise}`;
  if (route.screen === 'review') return `#/review/${route.id}`;
  if (route.screen === 'compare') {
    const { a, b } = route;
    const reps = [
      ...(a.rep === undefined ? [] : [`a=${a.rep}`]),
      ...(b.rep === undefined ? [] : [`b=${b.rep}`]),
    ];
    const of = reps.length === 0 ? '' : `?${reps.join('&')}`;
    return `#/compare/${a.id}/${b.id}${of}`;
  }
  if (route.screen !== 'train') return `#/${route.screen}`;
  const params = new URLSearchParams({ source: route.source });
  for (const [key, value] of Object.entries(route.options)) params.set(key, String(value));
  return `#/train/${route.exercise}?${params.toString()}`;
}

/** A name that a set may have; anything else in an address is not looked for. */
const isSetId = (name: string | undefined): name is string =>
  name !== undefined && /^[A-Za-z0-9_-]{1,80}$/.test(name);

function toPart(id: string, rep: string | null): SetPart {
  const n = parseNumber(rep, 1, 10_000);
  return n === undefined ? { id } : { id, rep: Math.round(n) };
}

function parseOptions(params: URLSearchParams): RouteOptions {
  const targetSec = parseNumber(params.get('targetSec'), 0.2, 600);
  const doseReps = parseNumber(params.get('doseReps'), 1, 100);
  const pass = parseNumber(params.get('pass'), 0, 9);
  const model = models.find((id) => id === params.get('model'));
  const rounds = parseNumber(params.get('rounds'), 1, 10);
  const loadKg = parseNumber(params.get('loadKg'), 0, 300);
  const live = params.get('live') === 'true';
  const stage = stageOrder.find((id) => id === params.get('stage'));
  const fromSec = parseNumber(params.get('fromSec'), 0, 86_400);
  const toSec = parseNumber(params.get('toSec'), 0, 86_400);
  const side = sides.find((id) => id === params.get('side'));
  const firstSide = sides.find((id) => id === params.get('firstSide'));
  const test = tests.find(({ id }) => id === params.get('test'))?.id;
  const easier = ladder.flatMap((rung) => rung.easier).find((id) => id === params.get('easier'));
  const card = resetCardIds.find((id) => id === params.get('card'));
  return {
    ...(targetSec === undefined ? {} : { targetSec }),
    ...(doseReps === undefined ? {} : { doseReps: Math.round(doseReps) }),
    ...(pass === undefined ? {} : { pass: Math.round(pass) }),
    ...(model === undefined ? {} : { model }),
    ...(rounds === undefined ? {} : { rounds: Math.round(rounds) }),
    ...(loadKg === undefined ? {} : { loadKg }),
    ...(stage === undefined ? {} : { stage }),
    ...(fromSec === undefined ? {} : { fromSec }),
    ...(toSec === undefined ? {} : { toSec }),
    ...(side === undefined ? {} : { side }),
    ...(firstSide === undefined ? {} : { firstSide }),
    ...(params.get('own') === 'true' ? { own: true as const } : {}),
    ...(test === undefined ? {} : { test }),
    ...(easier === undefined ? {} : { easier }),
    ...(card === undefined ? {} : { card }),
    ...(live ? { live } : {}),
  };
}

/** A number within its range, or undefined where there is none. */
function parseNumber(text: string | null, least: number, most: number): number | undefined {
  if (text === null || text.trim() === '') return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}
