import {
  type Answer,
  answerByArms,
  type Answers,
  follow,
  type Question,
  type QuestionId,
} from '../core/coach/checkIn';
import { judgePain, type PainVerdict } from '../core/coach/pain';
import type { ResetCardId } from '../core/programme/resetCards';
import { extendRest, readRestLeft, type Rest, startRest, stepRest } from '../core/coach/plan';
import type { Snapshot } from '../core/coach/snapshot';
import { breakText, painText, spokenQuestion } from '../text/questions';
import { resetCardText } from '../text/reset';
import type { Voice } from '../voice/voice';

/** What a break is made of. */
export interface BreakPlan {
  readonly questions: readonly Question[];
  /** Rest before the next set, seconds; undefined after the last one. */
  readonly restSec: number | undefined;
  /** Pain before the set, 0..10; undefined where it was not told. */
  readonly painBefore: number | undefined;
  /** The card of guided mobility that the rest is for; none where absent. */
  readonly card?: ResetCardId;
}

/** What a break works with. */
export interface BreakRoom {
  readonly voice: Pick<Voice, 'speak' | 'play'>;
  /** Seconds of any clock that never runs backwards. */
  readonly now: () => number;
  /** The break is over: `goOn` with the next set, or finish. */
  readonly onOver: (goOn: boolean) => void;
}

/** The clock is read so often. */
const tickMs = 200;
const longerSec = 30;

/** Between two sets, or after the last: the rest's clock and the questions, one at a time. */
export class SetBreak {
  answers = $state.raw<Answers>({});
  restLeftSec = $state<number | undefined>();
  pain = $state<PainVerdict>('green');
  #index = $state(0);
  #rest: Rest | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    readonly plan: BreakPlan,
    private readonly room: BreakRoom,
  ) {
    if (plan.restSec !== undefined) {
      this.#rest = startRest(plan.restSec, room.now());
      this.#timer = setInterval(() => {
        this.#tick();
      }, tickMs);
      this.#tick();
    }
    const opening = plan.restSec === undefined ? '' : breakText.restFor(plan.restSec);
    const { question } = this;
    const asked = question?.options.length === 3 ? spokenQuestion(question) : '';
    const words = `${opening} ${asked}`.trim();
    if (words !== '') this.#speak(words);
  }

  /** What is asked now; undefined when all has been. */
  get question(): Question | undefined {
    const question = this.plan.questions[this.#index];
    return question && follow(question, this.answers);
  }

  /** Length of the rest with what was added to it, seconds. */
  get restLengthSec(): number {
    return this.#rest?.lengthSec ?? 0;
  }

  /** Takes an answer to the question that is asked; several go on only with `next`. */
  answer(value: string | number): void {
    const { question } = this;
    if (question === undefined) return;
    if (question.several !== true) {
      this.#note(question.id, value);
      this.next();
      return;
    }
    const given = this.answers[question.id];
    const list = Array.isArray(given) ? (given as readonly (string | number)[]) : [];
    const without = list.filter((option) => option !== value);
    this.#note(question.id, list.includes(value) ? without : [...list, value]);
  }

  /** The next question, whether or not this one was answered. */
  next(): void {
    do this.#index += 1;
    while (this.question === undefined && this.#index < this.plan.questions.length);
    const { question } = this;
    if (question?.options.length === 3) this.#speak(spokenQuestion(question));
    this.#endWhenAsked();
  }

  /** No more questions. */
  skipAll(): void {
    this.#index = this.plan.questions.length;
    this.#endWhenAsked();
  }

  longer(): void {
    if (this.#rest !== undefined) this.#rest = extendRest(this.#rest, longerSec);
    this.#tick();
  }

  /** Ends the break now. */
  end(goOn: boolean): void {
    this.dispose();
    this.room.onOver(goOn);
  }

  /** Raised arms answer a question of three. */
  follow({ events }: Snapshot): void {
    for (const event of events) {
      if (event.type !== 'gesture' || this.question === undefined) continue;
      const value = answerByArms(this.question, event.arms);
      if (value === undefined) continue;
      this.room.voice.play('rep', event.tSec);
      this.answer(value);
    }
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #note(id: QuestionId, value: Answer): void {
    this.answers = { ...this.answers, [id]: value };
    if (!id.startsWith('pain')) return;
    const { painDuring, painAfter, painSharp } = this.answers;
    const worst = Math.max(...[painDuring, painAfter].map((score) => Number(score ?? 0)));
    const before = this.pain;
    this.pain = judgePain(worst, this.plan.painBefore, painSharp === 'yes');
    if (this.pain === before || this.pain === 'green') return;
    this.#speak(painText[this.pain]);
    if (this.pain !== 'red') return;
    // The exercise is over: nothing runs on by itself.
    this.dispose();
    this.restLeftSec = undefined;
  }

  /** The card that is shown: when nothing is asked any more, or where pain has not ended it. */
  get card(): ResetCardId | undefined {
    const isFree = this.question === undefined && this.pain !== 'red';
    return isFree && this.#rest !== undefined ? this.plan.card : undefined;
  }

  /** After the last set the answers are all that is waited for. */
  #endWhenAsked(): void {
    if (this.question !== undefined || this.pain === 'red') return;
    if (this.card !== undefined) {
      const { name, lines } = resetCardText[this.card];
      this.#speak(`${name}. ${lines.join(' ')}`);
    }
    if (this.plan.restSec === undefined) this.end(false);
  }

  #tick(): void {
    if (this.#rest === undefined) return;
    const now = this.room.now();
    const { rest, tell, over } = stepRest(this.#rest, now);
    this.#rest = rest;
    this.restLeftSec = readRestLeft(rest, now);
    if (tell !== undefined) this.#speak(breakText.secondsLeft(tell));
    if (over) this.end(true);
  }

  #speak(words: string): void {
    this.room.voice.speak(words, this.room.now());
  }
}
