import { type Answers, listQuestions } from '../core/coach/checkIn';
import type { Stage } from '../core/coach/feedback';
import {
  type Felt,
  type FeltAnswers,
  type Measured,
  measureFelt,
  scoreFelt,
} from '../core/coach/felt';
import { addRest, followSide, planSets, type PlannedSet } from '../core/coach/plan';
import { changeRules } from '../core/form/strictness';
import { catalogue } from '../core/exercises/catalogue';
import { type Easier, easeRestSec } from '../core/programme/easing';
import type { Dose } from '../core/programme/history';
import { findCard } from '../core/programme/resetCards';
import type { FinishedSet } from '../core/programme/setEntry';
import type { Voice } from '../voice/voice';
import { SetBreak } from './setBreak.svelte';
import type { SetResult } from './setResult';
import type { EaseId } from '../core/programme/ease';
import { type HoldEstimate, toAnswers } from './holdEstimates.svelte';
import { type Settings, toRuleChanges } from './settings.svelte';
import type { LoggedSet, TrainingLog } from './trainingLog.svelte';
import { doseOf, isTraining, targetOf, type TrainRequest } from './trainRequest';

/** What a sequence of sets works with. */
export interface SequenceRoom {
  readonly voice: Pick<Voice, 'speak' | 'play'>;
  readonly now: () => number;
  readonly settings: Settings;
  readonly log: TrainingLog;
  /** What was answered after a set, for what is kept beside it. */
  readonly onLogged?: (answers: Pick<LoggedSet, 'answers' | 'painBefore' | 'felt'>) => void;
  /** Told of each set once it is answered. */
  readonly onSet?: (set: Omit<FinishedSet, 'day' | 'atMs'>) => void;
}

/** What is known of a set that has ended, beside its result. */
export interface EndedSet {
  readonly result: SetResult;
  readonly measuredDeg: number | undefined;
  /** What was told of each hold right after it, by its number. */
  readonly estimates: ReadonlyMap<number, HoldEstimate>;
  /** How often the athlete asked to see in the dark. */
  readonly asked: number;
}

/** Less of the dose than this share says nothing about the stage. */
const leastDoseRatio = 0.5;

/** The sets of a session one after the other, the breaks between them, and what is kept of them. */
export class SetSequence {
  #plan: readonly PlannedSet[];
  #index = $state(0);
  /** The easier version that has been taken in this session. */
  easier = $state.raw<Easier | undefined>();
  /** It is taken with the next set. */
  #easing = $state.raw<Easier | undefined>();
  /** The set that ends now was cut short for it. */
  #isCut = false;
  /** The break that runs, if any. */
  break = $state.raw<SetBreak | undefined>();
  /** How the session has moved the stage; undefined before it is over. */
  stageChange = $state.raw<{ readonly from: Stage; readonly to: Stage } | undefined>();
  readonly #logged: LoggedSet[] = [];

  constructor(
    readonly request: TrainRequest,
    private readonly room: SequenceRoom,
  ) {
    const { rounds = 1, firstSide } = request.options;
    // A file is one set, whoever it shows.
    this.#plan = isTraining(request)
      ? planSets(catalogue[request.exercise], rounds, firstSide)
      : [{ side: undefined, restSec: 0 }];
  }

  /** The athlete trains now, or says that the file shows them: only then it is asked and kept. */
  get isOwn(): boolean {
    return isTraining(this.request) || this.request.options.own === true;
  }

  get current(): PlannedSet | undefined {
    return this.#plan[this.#index];
  }

  get next(): PlannedSet | undefined {
    return this.#plan[this.#index + 1];
  }

  /** "2 of 4", as numbers; undefined where there is but one. */
  get place(): { readonly n: number; readonly of: number } | undefined {
    return this.#plan.length < 2 ? undefined : { n: this.#index + 1, of: this.#plan.length };
  }

  get loadKg(): number {
    return this.easier?.dose.loadKg ?? this.request.options.loadKg ?? 0;
  }

  /** Holds or reps that the set is to have. */
  get dose(): number {
    return this.current?.reps ?? this.easier?.dose.reps ?? doseOf(this.request);
  }

  /** Seconds a hold lasts; undefined where the exercise counts reps. */
  get targetSec(): number | undefined {
    return this.easier?.dose.holdSec ?? targetOf(this.request);
  }

  /** What is asked of a set now, all of it. */
  get plannedDose(): Dose {
    const { targetSec } = this;
    return {
      sets: this.request.options.rounds ?? 1,
      reps: this.easier?.dose.reps ?? doseOf(this.request),
      loadKg: this.loadKg,
      ...(targetSec === undefined ? {} : { holdSec: targetSec }),
    };
  }

  /** The easier form that is done, of this session or of the plan. */
  get form(): EaseId | undefined {
    return this.easier === undefined ? this.request.options.easier : this.easier.form;
  }

  /** The easier version of the sets that follow; undefined where they are as planned. */
  get coming(): Easier | undefined {
    return this.#easing ?? this.easier;
  }

  /** The set that runs ends here; what is left of it comes after a rest, in the easier version. */
  takeEasier(easier: Easier, done: number): void {
    const reps = Math.max(1, this.dose - done);
    this.#plan = addRest(this.#plan, this.#index, { restSec: easeRestSec, reps });
    this.#easing = easier;
    this.#isCut = true;
  }

  /** How much is seen and heard: what was asked for, else what the athlete has come to. */
  get stage(): Stage {
    const { options, exercise } = this.request;
    if (options.stage !== undefined) return options.stage;
    // Nothing was seen or heard of the set while a film of it was made.
    if (options.own === true && this.request.kind !== 'camera') return 'E';
    return this.isOwn ? this.room.log.stageOf(exercise, this.loadKg) : 'A';
  }

  /**
   * A set has ended: asks what is to be asked, rests, and goes on.
   * @param last the athlete wants no more sets
   * @param onOver told when the break is over, with whether another set follows
   */
  openBreak(ended: EndedSet, last: boolean, onOver: (goOn: boolean) => void): void {
    const { exercise } = this.request;
    const lastN = ended.result.reps.at(-1)?.n ?? 0;
    const measured = this.measure(ended.result, lastN);
    const told = ended.estimates.get(lastN);
    const amount = this.#amount(ended.result);
    const { log } = this.room;
    const painBefore = log.painNow;
    this.#plan = followSide(this.#plan, this.#index, ended.result.reps.at(-1)?.side ?? undefined);
    const { card } = this.request.options;
    const cardSec = card === undefined ? 0 : (findCard(card)?.seconds ?? 0);
    const restSec =
      last || this.next === undefined ? undefined : Math.max(this.next.restSec, cardSec);
    const questions = listQuestions({
      exercise: catalogue[exercise],
      stage: this.stage,
      measured,
      most: amount.of,
      ...(told === undefined ? {} : { answered: told.category }),
    });
    const running = new SetBreak(
      { questions, restSec, painBefore, ...(card === undefined ? {} : { card }) },
      {
        voice: this.room.voice,
        now: this.room.now,
        onOver: (goOn) => {
          this.#log(ended, running.answers, measured, painBefore);
          this.break = undefined;
          this.#isCut = false;
          this.easier = this.#easing ?? this.easier;
          this.#easing = undefined;
          if (goOn) this.#index += 1;
          else this.#endSession();
          onOver(goOn);
        },
      },
    );
    this.break = running;
  }

  dispose(): void {
    this.break?.dispose();
  }

  /** What was measured of one hold or rep, as far as it is sure. */
  measure({ reps, faults, unjudged }: SetResult, n: number): Measured {
    const rep = reps.find((one) => one.n === n);
    if (rep === undefined || rep.unseenSec > rep.goodSec + rep.faultySec) return {};
    const { rules } = catalogue[this.request.exercise];
    return measureFelt({
      rules: changeRules(rules, toRuleChanges(this.room.settings.data)),
      faults: faults.filter((fault) => fault.rep === n),
      unjudged: unjudged?.map(({ faultId }) => faultId) ?? rules.map(({ faultId }) => faultId),
    });
  }

  /** Good seconds of the last hold of its target, or good reps of those done. */
  #amount({ reps }: SetResult): { readonly measured: number; readonly of: number } {
    const { targetSec } = this;
    if (targetSec !== undefined) return { measured: reps.at(-1)?.goodSec ?? 0, of: targetSec };
    return { measured: reps.filter(({ quality }) => quality).length, of: reps.length };
  }

  #log(
    { result, measuredDeg, estimates, asked }: EndedSet,
    answers: Answers,
    measured: Measured,
    painBefore: number | undefined,
  ): void {
    const { reps } = result;
    const lastN = reps.at(-1)?.n;
    const told = lastN === undefined ? undefined : estimates.get(lastN);
    const own = toFelt(answers);
    const last =
      told === undefined ? own : { ...own, answers: { ...own.answers, ...toAnswers(told) } };
    const earlier = [...estimates]
      .filter(([n]) => n !== lastN)
      .map(([n, one]) => ({ felt: toAnswers(one), measured: this.measure(result, n) }));
    const felt = scoreFelt(last, measured, this.#amount(result), earlier);
    const holds = [...estimates.values()].flatMap(({ felt: answer, measuredDeg: deg }) =>
      deg === undefined ? [] : [{ felt: answer, measuredDeg: deg }],
    );
    const set: LoggedSet = {
      endedAtMs: Date.now(),
      exercise: this.request.exercise,
      loadKg: this.loadKg,
      stage: this.stage,
      reps: reps.length,
      quality: reps.length === 0 ? 0 : reps.filter(({ quality }) => quality).length / reps.length,
      asked,
      answers: { ...answers } as LoggedSet['answers'],
      ...(felt === undefined ? {} : { felt }),
      ...(holds.length === 0 ? {} : { holds }),
      ...(measuredDeg === undefined ? {} : { measuredDeg }),
      ...(painBefore === undefined ? {} : { painBefore }),
    };
    this.#logged.push(set);
    this.room.log.add(set);
    this.room.onLogged?.({
      answers: set.answers,
      ...(painBefore === undefined ? {} : { painBefore }),
      ...(felt === undefined ? {} : { felt }),
    });
    this.room.onSet?.(
      this.#finish({ result, measuredDeg, estimates, asked }, answers, felt, painBefore),
    );
  }

  /** The set for the programme's history. */
  #finish(
    { result, measuredDeg, asked }: EndedSet,
    answers: Answers,
    felt: number | undefined,
    painBefore: number | undefined,
  ): Omit<FinishedSet, 'day' | 'atMs'> {
    const { options, exercise } = this.request;
    const { reps, faults, measures, unjudged } = result;
    const { form } = this;
    const isBias = answers.height === 'inLine' && measuredDeg !== undefined;
    return {
      ...{ exercise, asked, painBefore, answers, reps, faults, measures, unjudged },
      dose: this.plannedDose,
      stage: this.stage,
      pass: options.pass ?? 0,
      side: this.current?.side ?? null,
      ...(form === undefined ? {} : { easier: form }),
      ...(this.#isCut ? { cutShort: true } : {}),
      ...(felt === undefined ? {} : { felt }),
      ...(isBias ? { biasDeg: measuredDeg } : {}),
    };
  }

  /** The stage follows the session, where enough of it was done in the stage that was come to. */
  #endSession(): void {
    const { exercise, options } = this.request;
    const sets = this.#logged;
    const done = sets.reduce((sum, { reps }) => sum + reps, 0);
    if (options.stage !== undefined || done < leastDoseRatio * doseOf(this.request)) return;
    const quality = sets.reduce((sum, set) => sum + set.quality * set.reps, 0) / done;
    const felt = sets.flatMap((set) => set.felt ?? []);
    const mean = felt.length === 0 ? undefined : felt.reduce((a, b) => a + b, 0) / felt.length;
    this.stageChange = this.room.log.endSession(exercise, this.loadKg, { quality, felt: mean });
  }
}

/** What was felt, out of the answers. The options of each question are those of its category. */
function toFelt(answers: Answers): Felt {
  const { height, pelvis, back, amount, confidence } = answers;
  return {
    answers: {
      ...(height === undefined ? {} : { height: height as FeltAnswers['height'] }),
      ...(pelvis === undefined ? {} : { pelvis: pelvis as FeltAnswers['pelvis'] }),
      ...(back === undefined ? {} : { back: back as FeltAnswers['back'] }),
    },
    amount: typeof amount === 'number' ? amount : undefined,
    confidence: typeof confidence === 'number' ? confidence : undefined,
  };
}
