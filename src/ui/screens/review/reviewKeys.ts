import type { ReviewSession } from '../../../app/review/reviewSession.svelte';

/** Where the letters belong to what is written, or the keys to a list that is open. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('textarea, select, input:not([type=range], [type=checkbox]), [contenteditable]');

/** What the keys of the review do beside those of the player. */
export interface ReviewKeyActions {
  readonly mark?: () => void;
  readonly note?: () => void;
}

/** The keys of the review (look.md): space, arrows, J K L, 1 to 9, M and N. */
export const reviewKeys =
  (session: ReviewSession, { mark, note }: ReviewKeyActions = {}) =>
  (event: KeyboardEvent): void => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const { player } = session;
    const rep = /^[1-9]$/.test(event.key) ? session.reps[Number(event.key) - 1] : undefined;
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      ' ': event.target instanceof HTMLButtonElement ? undefined : () => player.toggle(),
      ArrowLeft: () => (event.shiftKey ? player.skip(-1) : player.step(-1)),
      ArrowRight: () => (event.shiftKey ? player.skip(1) : player.step(1)),
      j: () => player.shuttle(-1),
      k: () => player.pause(),
      l: () => player.shuttle(1),
      m: mark,
      n: note,
    };
    const action =
      rep === undefined
        ? actions[event.key.length === 1 ? event.key.toLowerCase() : event.key]
        : () => player.seek(rep.startSec);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
