import { describe, expect, it } from 'vitest';
import { type Earcon, earconLengthSec, earconScores } from '../../../src/voice/earcon';
import { chooseVoice, type VoiceTraits, type VoiceWish } from '../../../src/voice/speaker';

const names = Object.keys(earconScores) as Earcon[];

describe('earcons', () => {
  it.each(names)('%s is short, within 1 to 3 kHz and not too loud', (name) => {
    expect(earconLengthSec(name)).toBeLessThan(0.3);
    for (const note of earconScores[name]) {
      for (const hz of [note.fromHz, note.toHz]) {
        expect(hz).toBeGreaterThanOrEqual(1000);
        expect(hz).toBeLessThanOrEqual(3000);
      }
      expect(note.level).toBeGreaterThan(0);
      expect(note.level).toBeLessThanOrEqual(1);
    }
  });

  it('falls for a fault, rises for what is regained and done', () => {
    const course = (name: Earcon): number[] =>
      earconScores[name].flatMap((note) => [note.fromHz, note.toHz]);
    expect(course('fault')).toEqual(course('fault').toSorted((a, b) => b - a));
    expect(course('recovered')).toEqual(course('recovered').toSorted((a, b) => a - b));
    expect(course('done')).toEqual(course('done').toSorted((a, b) => a - b));
  });
});

describe('chooseVoice', () => {
  const local = (lang: string, name = lang): VoiceTraits => ({ name, lang, localService: true });
  const remote: VoiceTraits = { name: 'cloud', lang: 'en-GB', localService: false };
  const english = (region: string, name = ''): VoiceWish => ({ language: 'en', region, name });

  it('never takes a voice that sends the words away, not even a chosen one', () => {
    expect(chooseVoice([remote], english('en-GB'))).toBeUndefined();
    expect(chooseVoice([remote, local('en-US')], english('en-GB', 'cloud'))?.lang).toBe('en-US');
  });

  it('takes the chosen one, else the English of the athlete’s own region, else any', () => {
    const voices = [local('de-DE'), local('en-US'), local('en_GB')];
    expect(chooseVoice(voices, english('en-GB', 'en-US'))?.lang).toBe('en-US');
    expect(chooseVoice(voices, english('en-GB', 'gone'))?.lang).toBe('en_GB');
    expect(chooseVoice(voices, english('fr-FR'))?.lang).toBe('en-US');
  });

  it('reads German words with a German voice', () => {
    const wish = { language: 'de', region: 'de-AT', name: '' };
    expect(chooseVoice([local('en-US'), local('de-DE'), local('de-AT')], wish)?.lang).toBe('de-AT');
  });

  it('stays silent rather than read English with another tongue', () => {
    expect(chooseVoice([local('de-DE')], english('de-DE', 'de-DE'))).toBeUndefined();
  });
});
