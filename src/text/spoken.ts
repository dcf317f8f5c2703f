/** Sentences that are spoken and captioned, beside cues and framing. */
export const spokenText = {
  bodyLost: 'I can’t see you',
  inTheWay: 'Someone is in the way',
  wasHidden: 'The set was paused while this page was hidden.',
  paused: 'Paused. One arm up goes on, both arms up finish.',
  resumed: 'Going on.',
  setDone: 'Set done.',
} as const;
