/** How the measured line is drawn. */
export type LineState = 'good' | 'warn' | 'fault' | 'unseen' | 'rest';
