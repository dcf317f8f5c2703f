import type { ExerciseId } from '../exercises/exercise';
import type { HistoryEntry } from './history';
import { hipFlexorNorm, listBaselines } from './baseline';

/** The cards there are. */
export const resetCardIds = ['breathing', 'hipFront', 'thoracic', 'calves', 'brace'] as const;
export type ResetCardId = (typeof resetCardIds)[number];

/** One card of guided mobility; words by id in the text room. */
export interface ResetCard {
  readonly id: ResetCardId;
  readonly seconds: number;
  /** Half of it on each side. */
  readonly eachSide: boolean;
}

const long = 1.5;

/** The reset (DOC1, DOC3): loosen, then breathe and brace. Timed, never judged. [P] times. */
const cards: readonly ResetCard[] = [
  { id: 'breathing', seconds: 40, eachSide: false },
  { id: 'hipFront', seconds: 60, eachSide: true },
  { id: 'thoracic', seconds: 40, eachSide: false },
  { id: 'calves', seconds: 40, eachSide: true },
  { id: 'brace', seconds: 30, eachSide: false },
];

/** The last baseline found the front of a hip short. */
export function hasShortHips(history: readonly HistoryEntry[]): boolean {
  const results = listBaselines(history).at(-1)?.results ?? [];
  return results.some(
    ({ test, value }) => test === 'hipFlexor' && (value ?? 0) > hipFlexorNorm.thighDeg,
  );
}

/** The cards of a day: longer for the front of the hips where the baseline found it short. */
export function listResetCards(history: readonly HistoryEntry[]): readonly ResetCard[] {
  const isShort = hasShortHips(history);
  return cards.map((card) =>
    card.id === 'hipFront' && isShort ? { ...card, seconds: card.seconds * long } : card,
  );
}

/** Exercises that ask the hips to extend: the front of the hips is loosened between their sets. */
const bridges: ReadonlySet<ExerciseId> = new Set(['gluteBridge', 'singleLegBridge', 'hipThrust']);

/** The card that comes in the rest between two sets: as prescribed, else by the baseline. */
export function findCardBetween(
  exercise: ExerciseId,
  history: readonly HistoryEntry[],
  prescribed?: ResetCardId,
): ResetCardId | undefined {
  return prescribed ?? (bridges.has(exercise) && hasShortHips(history) ? 'hipFront' : undefined);
}

/** A card by its id, with its usual time. */
export const findCard = (id: ResetCardId): ResetCard | undefined =>
  cards.find((card) => card.id === id);
