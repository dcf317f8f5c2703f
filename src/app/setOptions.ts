import type { PictureFormat } from '../core/body/poseFrame';
import { type Stage, stages } from '../core/coach/feedback';
import { findAsked } from '../core/coach/felt';
import type { OwnReferences } from '../core/coach/ownReferences';
import type { SetOptions } from '../core/coach/setOptions';
import { catalogue } from '../core/exercises/catalogue';
import { changeRules } from '../core/form/strictness';
import { readColours, toBeltColours, toColour } from './beltColours';
import { type SettingsData, toRuleChanges } from './settings.svelte';
import { doseOf, isTraining, targetOf, type TrainRequest } from './trainRequest';

/** A set that starts by itself is counted down for so long, seconds. */
const countdownSec = 3;

/** What a set is to be run with. */
export interface SetWish {
  readonly request: TrainRequest;
  readonly settings: SettingsData;
  readonly format: PictureFormat;
  readonly stage: Stage;
  readonly own: OwnReferences;
  /** Holds or reps of the dose that are done already. */
  readonly doneReps: number;
  readonly begin: SetOptions['begin'];
}

/** The options of a set, out of what was asked for, the settings and what is known of the athlete. */
export function buildSetOptions(wish: SetWish): SetOptions {
  const { request, settings, format, stage, own, doneReps, begin } = wish;
  const { pass = 0, side } = request.options;
  const targetSec = targetOf(request);
  return {
    ...format,
    exercise: request.exercise,
    begin,
    stage,
    changes: toRuleChanges(settings),
    ...(settings.archAlert ? {} : { archAlert: false }),
    ...(request.kind === 'camera' ? buildWorn(settings) : {}),
    pass,
    ...(side === undefined ? {} : { side }),
    ...(isTraining(request) ? buildTrainingOptions(wish) : {}),
    doseReps: Math.max(1, doseOf(request) - doneReps),
    ...(targetSec === undefined ? {} : { targetSec }),
    ...own,
  };
}

/** What the athlete wears to be followed by its colour. */
function buildWorn(settings: SettingsData): Pick<SetOptions, 'belt' | 'bar'> {
  const colours = readColours(settings);
  return {
    ...(settings.belt ? { belt: toBeltColours(colours) } : {}),
    ...(settings.bar
      ? { bar: { colour: toColour(colours.bar), lengthM: settings.barCm / 100 } }
      : {}),
  };
}

/** What is done only where the athlete trains now. */
function buildTrainingOptions({
  request,
  settings,
  stage,
}: SetWish): Pick<SetOptions, 'countdownSec' | 'asks' | 'remindsBreath'> {
  const rules = changeRules(catalogue[request.exercise].rules, toRuleChanges(settings));
  const asks = stages[stage].result === 'atOnce' ? undefined : findAsked(rules);
  return {
    ...(settings.countdown ? { countdownSec } : {}),
    ...(asks === undefined ? {} : { asks }),
    remindsBreath: true,
  };
}
