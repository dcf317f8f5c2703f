import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../src/app/settings.svelte';

describe('parseSettings', () => {
  it('reads what was stored', () => {
    const stored = { voice: false, volume: 0.3, theme: 'light' } as const;
    expect(parseSettings(JSON.stringify(stored))).toEqual(stored);
  });

  it.each([null, '', '{', '[]', '{"voice":"yes"}', '{"voice":true,"volume":7,"theme":"dark"}'])(
    'falls back to the defaults for %j',
    (text) => expect(parseSettings(text)).toEqual({ voice: true, volume: 0.8, theme: 'dark' }),
  );
});
