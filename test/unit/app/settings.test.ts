import { describe, expect, it } from 'vitest';
import { parseSettings, toRuleChanges } from '../../../src/app/settings.svelte';

const first = parseSettings(null);

describe('parseSettings', () => {
  it('reads what was stored', () => {
    const limit = {
      specRow: 'E01-F2',
      faultId: 'hipsSag',
      signal: 'trunkThighDropDeg',
      sense: 'above',
      warn: 8,
      fail: 12,
    } as const;
    const stored = { ...first, voice: false, volume: 0.3, off: ['backArch'], limits: [limit] };
    expect(parseSettings(JSON.stringify(stored))).toEqual(stored);
  });

  it.each([null, '', '{', '[]', '7', 'null'])('is as at first for %j', (text) =>
    expect(parseSettings(text)).toEqual(first),
  );

  it('keeps every choice that can be read beside one that cannot', () => {
    const text = '{"voice":false,"volume":7,"theme":"pink","off":["nothing"],"rate":1.2}';
    expect(parseSettings(text)).toEqual({ ...first, voice: false, rate: 1.2 });
  });
});

describe('toRuleChanges', () => {
  it('takes rules off and limits of one’s own for the clinician alone', () => {
    const off = ['backArch' as const];
    expect(toRuleChanges({ ...first, strictness: 'clinician', off })).toEqual({ off, limits: [] });
    expect(toRuleChanges({ ...first, strictness: 'learn', off })).toEqual({ strictness: 'learn' });
  });
});
