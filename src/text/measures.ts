import type { MeasureSummary } from '../core/coach/snapshot';
import type { MeasureId } from '../core/kinematics/measures';
import type { UnitName } from '../core/units';
import { sideText } from './faults';
import { unseenText } from './unseen';
import { localize } from './language';

/** The words of one measure that is reported. */
export interface MeasureText {
  readonly name: string;
  /** What a positive and a negative value mean. */
  readonly signs?: readonly [positive: string, negative: string];
  /** The same where a side is wanted and not known. */
  readonly signsWithoutSide?: readonly [positive: string, negative: string];
  /** What is not to be read into it. */
  readonly note?: string;
}

/** The words of every measure that an exercise reports. */
export const measureText = localize<Readonly<Partial<Record<MeasureId, MeasureText>>>>({
  en: {
    hipLineRangeDeg: { name: 'Hips tilting from side to side' },
    legHipFlexionDeg: {
      name: 'Hip, half-kneeling',
      signs: ['short of a straight line', 'behind a straight line'],
    },
    legKneeFlexionDeg: { name: 'Knee bent as the thigh hangs' },
    pelvicDropDeg: { name: 'Pelvis dropping in mid-stance' },
    sideLeanDeg: {
      name: 'Trunk leaning',
      signs: ['toward the load', 'away from the load'],
      signsWithoutSide: ['to your left', 'to your right'],
      note: 'which hand carried was not told',
    },
    stanceKneeFlexionDeg: { name: 'Knee bent in the middle of the support' },
    stepRatePerMin: { name: 'Steps a minute' },
    swingKneeFlexionDeg: { name: 'Knee bent most, in swing' },
    thighAboveLevelDeg: { name: 'Thigh against level', signs: ['above', 'below'] },
    toeOffExtensionDeg: { name: 'Thigh behind you at toe-off', signs: ['behind', 'in front'] },
    trunkInclineDeg: { name: 'Trunk from upright', signs: ['forward', 'backward'] },
  },
  de: {
    hipLineRangeDeg: { name: 'Hüfte kippt von Seite zu Seite' },
    legHipFlexionDeg: {
      name: 'Hüfte, halb kniend',
      signs: ['vor der geraden Linie', 'hinter der geraden Linie'],
    },
    legKneeFlexionDeg: { name: 'Kniebeugung, wenn das Bein hängt' },
    pelvicDropDeg: { name: 'Becken sinkt in der Mitte des Stands' },
    sideLeanDeg: {
      name: 'Rumpf geneigt',
      signs: ['zum Gewicht hin', 'vom Gewicht weg'],
      signsWithoutSide: ['nach links', 'nach rechts'],
      note: 'welche Hand trug, war nicht angegeben',
    },
    stanceKneeFlexionDeg: { name: 'Kniebeugung in der Mitte der Stütze' },
    stepRatePerMin: { name: 'Schritte je Minute' },
    swingKneeFlexionDeg: { name: 'Größte Kniebeugung im Schwung' },
    thighAboveLevelDeg: { name: 'Oberschenkel zur Waagrechten', signs: ['darüber', 'darunter'] },
    toeOffExtensionDeg: {
      name: 'Oberschenkel hinter dir beim Abstoß',
      signs: ['dahinter', 'davor'],
    },
    trunkInclineDeg: { name: 'Rumpf gegen die Senkrechte', signs: ['nach vorn', 'nach hinten'] },
  },
});

/** The words around the measures. */
export const measuresText = localize({
  en: {
    /** Over the list of what was measured. */
    note: 'A pattern to talk about with your physio, not a diagnosis.',
    from: (n: number) => `from ${String(n)}`,
    few: (least: number) => `too few to rely on: it takes ${String(least)}`,
  },
  de: {
    note: 'Ein Muster für das Gespräch mit deiner Physiotherapie, keine Diagnose.',
    from: (n) => `aus ${String(n)}`,
    few: (least) => `zu wenige, um darauf zu bauen: es braucht ${String(least)}`,
  },
});

const sizeText = (size: number, unit: UnitName): string => {
  const whole = String(Math.round(unit === 'ratio' ? size * 100 : size));
  if (unit === 'deg') return `${whole}°`;
  if (unit === 'ratio') return `${whole} %`;
  return unit === 'sec' ? `${whole} s` : whole;
};

function nameOf({ measure, side }: MeasureSummary, text: MeasureText | undefined): string {
  const name = text?.name ?? measure;
  if (side === null || text?.signsWithoutSide !== undefined) return name;
  return `${name}, ${sideText[side]}`;
}

/** A measure in a line: "Trunk from upright: 8° ± 1° forward, from 24". */
export function describeMeasure(summary: MeasureSummary): string {
  const { mean, sd, n, least, unit, unseen, side, measure } = summary;
  const text = measureText[measure];
  const name = nameOf(summary, text);
  if (mean === undefined) return `${name}: ${unseenText[unseen ?? 'notTracked']}`;
  const nameless = side === null && text?.signsWithoutSide !== undefined;
  const signs = nameless ? text.signsWithoutSide : text?.signs;
  const shown = signs === undefined ? mean : Math.abs(mean);
  const value = `${sizeText(shown, unit).replace('-', '−')} ± ${sizeText(sd, unit)}`;
  const sign = signs === undefined || Math.round(mean) === 0 ? '' : ` ${signs[mean > 0 ? 0 : 1]}`;
  const few = n < least ? `, ${measuresText.few(least)}` : '';
  const note = nameless && text.note !== undefined ? ` (${text.note})` : '';
  return `${name}: ${value}${sign}${note}, ${measuresText.from(n)}${few}`;
}
