/** Sentences that are spoken and captioned, beside cues and framing. */
export const spokenText = {
  holdReached: 'Hold done. Come down.',
  bodyLost: 'I can’t see you',
  setEnded: (good: number, all: number): string =>
    all === 0 ? 'Set done.' : `Set done. ${String(good)} of ${String(all)} good.`,
} as const;
