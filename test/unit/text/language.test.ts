import { afterEach, describe, expect, it } from 'vitest';
import { localize, useLanguage } from '../../../src/text/language';

const text = localize({
  en: { name: 'Bridge', of: (n: number) => `${String(n)} held`, rows: ['one'], at: { top: 'Top' } },
  de: {
    name: 'Brücke',
    of: (n) => `${String(n)} gehalten`,
    rows: ['eins', 'zwei'],
    at: { top: 'Oben' },
  },
});

describe('a table of words', () => {
  afterEach(() => useLanguage('en'));

  it('is read in English where nothing else was chosen', () => {
    expect(text.name).toBe('Bridge');
    expect(text.of(2)).toBe('2 held');
  });

  it('is read in the language that is in use at that moment', () => {
    useLanguage('de');
    expect([text.name, text.of(2), text.at.top]).toEqual(['Brücke', '2 gehalten', 'Oben']);
    expect(text.rows).toEqual(['eins', 'zwei']);
  });

  it('lists its keys as a plain table does', () => {
    useLanguage('de');
    expect(Object.entries({ ...text }).map(([key]) => key)).toEqual(['name', 'of', 'rows', 'at']);
  });
});
