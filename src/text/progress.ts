import type { SeriesId } from '../core/programme/progress';
import { localize } from './language';
import { formatDecimal } from './numbers';
import { formatKg } from './programme';

/** What each chart shows. */
export const seriesText = localize<Record<SeriesId, string>>({
  en: {
    holdSec: 'Longest good hold',
    qualityReps: 'Good ones in a set',
    effort: 'Effort at today’s dose',
    loadKg: 'Weight',
    volumeReps: 'In a day',
    felt: 'Felt against measured',
    biasDeg: 'Off when you feel in line',
    singleLegLeft: 'Single-leg hold, left',
    singleLegRight: 'Single-leg hold, right',
    hipFlexorLeft: 'Thigh over level, left',
    hipFlexorRight: 'Thigh over level, right',
    odi: 'Oswestry (ODI), of 100',
    rmdq: 'Roland-Morris (RMDQ), of 24',
    reach: 'Reach of the roll',
    leanDeg: 'Leans to the side',
    swayDeg: 'Sways at the hips',
    points: 'Points, fewer are better',
    pain: 'Pain, the worst of the day',
  },
  de: {
    holdSec: 'Längstes gutes Halten',
    qualityReps: 'Gute in einem Satz',
    effort: 'Anstrengung bei der heutigen Dosis',
    loadKg: 'Gewicht',
    volumeReps: 'An einem Tag',
    felt: 'Gespürt gegen gemessen',
    biasDeg: 'Daneben, wenn es sich gerade anfühlt',
    singleLegLeft: 'Einbeinig gehalten, links',
    singleLegRight: 'Einbeinig gehalten, rechts',
    hipFlexorLeft: 'Oberschenkel über der Waagerechten, links',
    hipFlexorRight: 'Oberschenkel über der Waagerechten, rechts',
    odi: 'Oswestry (ODI), von 100',
    rmdq: 'Roland-Morris (RMDQ), von 24',
    reach: 'Reichweite beim Rollen',
    leanDeg: 'Neigt sich zur Seite',
    swayDeg: 'Schwankt an der Hüfte',
    points: 'Punkte, weniger ist besser',
    pain: 'Schmerz, der stärkste des Tages',
  },
});

/** A value of a chart with its unit. */
export function formatPoint(id: SeriesId, value: number): string {
  const whole = formatDecimal(value, value % 1 === 0 ? 0 : 1);
  switch (id) {
    case 'holdSec':
    case 'singleLegLeft':
    case 'singleLegRight':
      return `${String(Math.round(value))} s`;
    case 'loadKg':
      return formatKg(value);
    case 'biasDeg':
    case 'hipFlexorLeft':
    case 'hipFlexorRight':
    case 'leanDeg':
    case 'swayDeg':
      return `${String(Math.round(value)).replace('-', '−')}°`;
    case 'felt':
    case 'odi':
    case 'rmdq':
      return String(Math.round(value));
    case 'reach':
      return `${String(Math.round(100 * value))} %`;
    default:
      return whole;
  }
}

/** The words of the progress pages. */
export const progressText = localize({
  en: {
    title: 'Progress',
    empty: 'Nothing yet. After your first set it begins here.',
    sparse: 'A line needs a few more days.',
    body: 'The body',
    span: 'Span',
    spans: { 28: '4 weeks', 91: '3 months', 182: 'Half a year', 365: 'A year' },
    step: 'Joined by',
    day: 'day',
    week: 'week',
    changed: (from: string, to: string): string => `from ${from} to ${to}`,
    note: 'A change is named only where it is more than can be measured. Green lines: gates passed. Grey: lighter weeks.',
    painNote:
      'Dotted: two points of pain or 30 % under your first answer, 10 of the Oswestry, 5 of the Roland-Morris: a difference that matters.',
    csv: 'Save as a table (CSV)',
    print: 'Print',
    ofBody: (percent: number): string => `${String(percent)} % of the body`,
    gates: 'Gates passed',
    deloads: 'Lighter weeks',
    none: 'None yet.',
    fromTo: (from: string, to: string): string => `${from} to ${to}`,
    chart: (name: string, last: string, count: number): string =>
      `${name}: ${last} at the last of ${String(count)} days`,
  },
  de: {
    title: 'Verlauf',
    empty: 'Noch nichts. Nach deinem ersten Satz beginnt es hier.',
    sparse: 'Für eine Linie braucht es noch ein paar Tage.',
    body: 'Der Körper',
    span: 'Zeitraum',
    spans: { 28: '4 Wochen', 91: '3 Monate', 182: 'Ein halbes Jahr', 365: 'Ein Jahr' },
    step: 'Zusammengefasst je',
    day: 'Tag',
    week: 'Woche',
    changed: (from: string, to: string): string => `von ${from} auf ${to}`,
    note: 'Eine Änderung wird nur genannt, wenn sie größer ist als das, was messbar ist. Grüne Linien: Hürden geschafft. Grau: leichtere Wochen.',
    painNote:
      'Gepunktet: zwei Punkte Schmerz oder 30 % unter deiner ersten Antwort, 10 beim Oswestry, 5 beim Roland-Morris: ein Unterschied, der zählt.',
    csv: 'Als Tabelle speichern (CSV)',
    print: 'Drucken',
    ofBody: (percent: number): string => `${String(percent)} % des Körpers`,
    gates: 'Geschaffte Hürden',
    deloads: 'Leichtere Wochen',
    none: 'Noch keine.',
    fromTo: (from: string, to: string): string => `${from} bis ${to}`,
    chart: (name: string, last: string, count: number): string =>
      `${name}: ${last} am letzten von ${String(count)} Tagen`,
  },
});
