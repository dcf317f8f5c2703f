import type { HistoryEntry } from './history';
import { hipFlexorNorm, listBaselines } from './baseline';

/** One card of guided mobility; words by id in the text room. */
export interface ResetCard {
  readonly id: 'breathing' | 'hipFront' | 'thoracic' | 'calves' | 'brace';
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

/** The cards of a day: longer for the front of the hips where the baseline found it short. */
export function listResetCards(history: readonly HistoryEntry[]): readonly ResetCard[] {
  const results = listBaselines(history).at(-1)?.results ?? [];
  const isShort = results.some(
    ({ test, value }) => test === 'hipFlexor' && (value ?? 0) > hipFlexorNorm.thighDeg,
  );
  return cards.map((card) =>
    card.id === 'hipFront' && isShort ? { ...card, seconds: card.seconds * long } : card,
  );
}
