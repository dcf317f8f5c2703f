import type { Player } from '../../../app/review/player.svelte';

/** Where the letters belong to what is written, or the keys to a list that is open. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('textarea, select, input:not([type=range], [type=checkbox]), [contenteditable]');

/** What the keys do beside those of the player. */
export interface ReviewKeyActions {
  /** A digit was pressed. */
  readonly digit: (n: number) => void;
  readonly mark?: () => void;
  readonly note?: () => void;
}

/** The keys of the review (look.md): space, arrows, J K L, digits, M and N. */
export const reviewKeys =
  (player: Player, { digit, mark, note }: ReviewKeyActions) =>
  (event: KeyboardEvent): void => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
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
    const action = /^[0-9]$/.test(event.key)
      ? () => digit(Number(event.key))
      : actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
