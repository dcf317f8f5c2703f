import type { Side } from '../core/body/keypoint';
import type { ExerciseId } from '../core/exercises/exercise';
import type { GateLack } from '../core/programme/gate';
import type { Dose } from '../core/programme/history';
import type { EaseId } from '../core/programme/ease';
import type { Block, GateRule, Variable } from '../core/programme/ladder';
import type { Decision } from '../core/programme/progression';
import { exerciseText } from './exercises';
import { localize, readLanguage } from './language';

/** A weight as it is told: "16 kg", "7.5 kg". */
export const formatKg = (kg: number): string =>
  `${new Intl.NumberFormat(readLanguage(), { maximumFractionDigits: 1 }).format(kg)} kg`;

const doseText = localize({
  en: {
    sets: (count: number): string => `${String(count)} sets`,
    reps: (count: number): string => `${String(count)} reps`,
    with: 'with',
    each: 'each side',
    reach: 'with arm reaches',
  },
  de: {
    sets: (count: number): string => `${String(count)} Sätze`,
    reps: (count: number): string => `${String(count)} Wiederholungen`,
    with: 'mit',
    each: 'je Seite',
    reach: 'mit Armstrecken',
  },
});

/** A dose in one line: "10 × 10 s", "2 sets · 8 reps · with 16 kg · each side". */
export function describePlannedDose(dose: Dose, eachSide: boolean): string {
  const { sets, reps, holdSec, loadKg, reach } = dose;
  const work =
    holdSec === undefined ? doseText.reps(reps) : `${String(reps)} × ${String(holdSec)} s`;
  return [
    ...(sets > 1 ? [doseText.sets(sets)] : []),
    work,
    ...(loadKg > 0 ? [`${doseText.with} ${formatKg(loadKg)}`] : []),
    ...(reach === true ? [doseText.reach] : []),
    ...(eachSide ? [doseText.each] : []),
  ].join(' · ');
}

/** The parts of the programme. */
export const blockText = localize<Record<Block, string>>({
  en: {
    reset: 'Reset',
    reinforce: 'Reinforce',
    reload: 'Reload',
    transfer: 'Daily life',
    antiFlexion: 'Hold and hinge',
    run: 'Running',
  },
  de: {
    reset: 'Lösen',
    reinforce: 'Festigen',
    reload: 'Belasten',
    transfer: 'Alltag',
    antiFlexion: 'Halten und Beugen',
    run: 'Laufen',
  },
});

const sideWords = localize<Record<Side, string>>({
  en: { left: 'left', right: 'right' },
  de: { left: 'links', right: 'rechts' },
});

/** What the programme calls a side. */
export const sideWord = (side: Side): string => sideWords[side];

const lackWords = localize({
  en: {
    dose: (is: number, asked: number) =>
      is === 0 ? `${String(asked)} in one go` : `${String(asked)} in one go, not ${String(is)}`,
    wholeDose: (is: number, dose: string) =>
      is === 0 ? `${dose} in one go` : `${dose} in one go, not ${String(is)}`,
    load: (is: number, asked: number) => `${formatKg(asked)}, not ${formatKg(is)}`,
    bodyMass: () => 'your body weight: tell it under People',
    quality: (is: number, asked: number) => `${String(asked)} good ones, not ${String(is)}`,
    warnings: (is: number, asked: number) =>
      `at most ${String(asked)} with slight faults, not ${String(is)}`,
    pain: (is: number, asked: number) =>
      `pain of at most ${String(asked)} that does not rise; it was ${String(is)}`,
    painUnanswered: () => 'the answer on pain, before and after',
    effort: (is: number, asked: number) => `effort of at most ${String(asked)}, not ${String(is)}`,
    effortUnanswered: () => 'the answer on effort',
    feltIn: () => 'felt in the glutes at least as much as in the low back',
    feltInUnanswered: () => 'the answer where you felt it',
    breath: () => 'free breath',
    breathUnanswered: () => 'the answer on breath',
    dark: (is: number, asked: number) =>
      `${String(asked)} without the mirror, stage D or E, not ${String(is)}`,
    sides: () => 'the other side',
    sideDifference: (is: number, asked: number) =>
      `a difference between the sides of at most ${String(asked)}, not ${is.toFixed(is % 1 === 0 ? 0 : 1)}`,
    measure: (is: number, asked: number) =>
      is === 0
        ? `the reach of ${String(Math.round(100 * asked))} %, measured`
        : `a reach of ${String(Math.round(100 * asked))} %, not ${String(Math.round(100 * is))}`,
    score: (is: number, asked: number) =>
      `at most ${String(asked)} points in the middle, not ${String(is)}`,
    eye: () => 'your or your clinician’s eye: one camera can’t decide this alone',
    eyeRefused: () => 'a set that passes your own look',
    morning: () => 'a calm next morning',
    otherDay: () => 'the same once more, on another day within a fortnight',
  },
  de: {
    dose: (is: number, asked: number) =>
      is === 0 ? `${String(asked)} am Stück` : `${String(asked)} am Stück, nicht ${String(is)}`,
    wholeDose: (is: number, dose: string) =>
      is === 0 ? `${dose} am Stück` : `${dose} am Stück, nicht ${String(is)}`,
    load: (is: number, asked: number) => `${formatKg(asked)}, nicht ${formatKg(is)}`,
    bodyMass: () => 'dein Körpergewicht: trag es unter Personen ein',
    quality: (is: number, asked: number) => `${String(asked)} gute, nicht ${String(is)}`,
    warnings: (is: number, asked: number) =>
      `höchstens ${String(asked)} mit leichten Fehlern, nicht ${String(is)}`,
    pain: (is: number, asked: number) =>
      `Schmerz von höchstens ${String(asked)}, der nicht steigt; es waren ${String(is)}`,
    painUnanswered: () => 'die Antwort zum Schmerz, vorher und nachher',
    effort: (is: number, asked: number) =>
      `Anstrengung von höchstens ${String(asked)}, nicht ${String(is)}`,
    effortUnanswered: () => 'die Antwort zur Anstrengung',
    feltIn: () => 'im Gesäß mindestens so gespürt wie im unteren Rücken',
    feltInUnanswered: () => 'die Antwort, wo du es gespürt hast',
    breath: () => 'freier Atem',
    breathUnanswered: () => 'die Antwort zum Atem',
    dark: (is: number, asked: number) =>
      `${String(asked)} ohne Spiegel, Stufe D oder E, nicht ${String(is)}`,
    sides: () => 'die andere Seite',
    sideDifference: (is: number, asked: number) =>
      `ein Unterschied der Seiten von höchstens ${String(asked)}, nicht ${is.toFixed(is % 1 === 0 ? 0 : 1)}`,
    measure: (is: number, asked: number) =>
      is === 0
        ? `die Reichweite von ${String(Math.round(100 * asked))} %, gemessen`
        : `eine Reichweite von ${String(Math.round(100 * asked))} %, nicht ${String(Math.round(100 * is))}`,
    score: (is: number, asked: number) =>
      `im Mittel höchstens ${String(asked)} Punkte, nicht ${String(is)}`,
    eye: () => 'dein Auge oder das deiner Physio: eine Kamera allein kann das nicht entscheiden',
    eyeRefused: () => 'ein Satz, der vor deinem eigenen Blick besteht',
    morning: () => 'ein ruhiger nächster Morgen',
    otherDay: () => 'dasselbe noch einmal, an einem anderen Tag binnen zwei Wochen',
  },
});

const round = (value: number): number => Math.round(10 * value) / 10;

/** The gate's dose: "10 × 10 s"; undefined where it counts reps. */
const describeGateDose = (gate: GateRule | undefined): string | undefined =>
  gate?.holdSec === undefined ? undefined : `${String(gate.reps)} × ${String(gate.holdSec)} s`;

/** What is missing for a gate, as the end of "Missing: …". */
export function describeLack({ id, is, asked, side }: GateLack, gate?: GateRule): string {
  const dose = describeGateDose(gate);
  const words =
    id === 'dose' && dose !== undefined
      ? lackWords.wholeDose(is ?? 0, dose)
      : lackWords[id](round(is ?? 0), round(asked ?? 0));
  return side === undefined ? words : `${sideWord(side)}: ${words}`;
}

const variableWords = localize<Record<Variable, string>>({
  en: {
    holdSec: 'longer holds',
    reps: 'more reps',
    sets: 'more sets',
    loadKg: 'more weight',
    reach: 'an arm reach in the hold',
  },
  de: {
    holdSec: 'längere Holds',
    reps: 'mehr Wiederholungen',
    sets: 'mehr Sätze',
    loadKg: 'mehr Gewicht',
    reach: 'ein Armstrecken im Halten',
  },
});

const decisionWords = localize({
  en: {
    firstTime: () => 'The first time: the programme’s opening dose.',
    baseline: ([is, of]: readonly number[]) =>
      of === undefined
        ? `Your baseline: ${String(Math.round(is ?? 0))} s held. It begins by that.`
        : `Your baseline: ${String(is)} of ${String(of)} good. It begins by that.`,
    nothingEasier: () =>
      'There is nothing easier left: let your physio or another professional look.',
    painRed: ([before, worst]: readonly number[]) =>
      `Pain went from ${String(before)} to ${String(worst)}: one step back.`,
    painMorning: ([pain]: readonly number[]) =>
      pain === undefined
        ? 'The next morning hurt more: one step back.'
        : `The next morning hurt more (${String(pain)}): one step back.`,
    effortHigh: ([effort]: readonly number[]) =>
      `Effort was ${String(effort)} of 10 at this dose: one step back.`,
    qualityLowTwice: ([a, b]: readonly number[]) =>
      `Only ${String(a)} % and ${String(b)} % good in two sessions, under 60: one step back.`,
    lowBackTwice: () => 'Felt most in the low back twice: one step back.',
    crampTwice: () => 'The hamstrings cramped twice: one step back.',
    triggersTwice: ([a, b]: readonly number[]) =>
      `Pelvis, ribs or breath were off for ${String(a)} % and ${String(b)} % of the time: one step back.`,
    longBreak: ([days]: readonly number[]) => `${String(days)} days away: begin one step lower.`,
    twoQualitySessions: () => 'Two good sessions, effort low, pain calm: one step on.',
    oneQualitySession: ([is, of]: readonly number[]) =>
      `${String(is)} good session of ${String(of)}: the same once more.`,
    notYetQuality: ([share]: readonly number[]) =>
      `${String(share)} % good, under 80: the same again.`,
    painUntold: () => 'Pain was not told: the same again.',
    painNotStable: () => 'Pain was there or rose: the same again.',
    effortNotLow: ([effort]: readonly number[]) =>
      effort === undefined
        ? 'Effort was not told: the same again.'
        : `Effort was ${String(effort)}, over 6: the same again.`,
    atTheTop: () => 'The dose is where it should be: the gate decides now.',
    nextBellTooHeavy: ([now, next]: readonly number[]) =>
      `From ${formatKg(now ?? 0)} to ${formatKg(next ?? 0)} is more than a tenth: stay, or get a bell between.`,
    overruled: () => 'You decided so.',
    prescribed: () => 'Your physio has set this dose.',
  },
  de: {
    firstTime: () => 'Das erste Mal: die Anfangsdosis des Programms.',
    baseline: ([is, of]: readonly number[]) =>
      of === undefined
        ? `Deine Standortbestimmung: ${String(Math.round(is ?? 0))} s gehalten. Danach beginnt es.`
        : `Deine Standortbestimmung: ${String(is)} von ${String(of)} gut. Danach beginnt es.`,
    nothingEasier: () =>
      'Leichter geht es nicht mehr: lass deine Physio oder eine andere Fachperson darauf schauen.',
    painRed: ([before, worst]: readonly number[]) =>
      `Schmerz ging von ${String(before)} auf ${String(worst)}: ein Schritt zurück.`,
    painMorning: ([pain]: readonly number[]) =>
      pain === undefined
        ? 'Am nächsten Morgen tat es mehr weh: ein Schritt zurück.'
        : `Am nächsten Morgen tat es mehr weh (${String(pain)}): ein Schritt zurück.`,
    effortHigh: ([effort]: readonly number[]) =>
      `Anstrengung ${String(effort)} von 10 bei dieser Dosis: ein Schritt zurück.`,
    qualityLowTwice: ([a, b]: readonly number[]) =>
      `In zwei Einheiten nur ${String(a)} % und ${String(b)} % gut, unter 60: ein Schritt zurück.`,
    lowBackTwice: () => 'Zweimal vor allem im unteren Rücken gespürt: ein Schritt zurück.',
    crampTwice: () => 'Zweimal Krampf hinten im Oberschenkel: ein Schritt zurück.',
    triggersTwice: ([a, b]: readonly number[]) =>
      `Becken, Rippen oder Atem waren ${String(a)} % und ${String(b)} % der Zeit daneben: ein Schritt zurück.`,
    longBreak: ([days]: readonly number[]) =>
      `${String(days)} Tage Pause: fang eine Stufe tiefer an.`,
    twoQualitySessions: () =>
      'Zwei gute Einheiten, wenig Anstrengung, Schmerz ruhig: ein Schritt weiter.',
    oneQualitySession: ([is, of]: readonly number[]) =>
      `${String(is)} gute Einheit von ${String(of)}: noch einmal dasselbe.`,
    notYetQuality: ([share]: readonly number[]) =>
      `${String(share)} % gut, unter 80: noch einmal dasselbe.`,
    painUntold: () => 'Zum Schmerz fehlt die Antwort: noch einmal dasselbe.',
    painNotStable: () => 'Schmerz war da oder stieg: noch einmal dasselbe.',
    effortNotLow: ([effort]: readonly number[]) =>
      effort === undefined
        ? 'Zur Anstrengung fehlt die Antwort: noch einmal dasselbe.'
        : `Anstrengung ${String(effort)}, über 6: noch einmal dasselbe.`,
    atTheTop: () => 'Die Dosis ist am Ziel: jetzt entscheidet die Hürde.',
    nextBellTooHeavy: ([now, next]: readonly number[]) =>
      `Von ${formatKg(now ?? 0)} auf ${formatKg(next ?? 0)} ist mehr als ein Zehntel: bleib dabei oder besorge ein Gewicht dazwischen.`,
    overruled: () => 'Das hast du so entschieden.',
    prescribed: () => 'Diese Dosis hat deine Physio festgelegt.',
  },
});

/** Why the dose is as it is, with the numbers behind it. */
export function describeDecision(
  decision:
    | (Pick<Decision, 'why' | 'numbers'> &
        Partial<Pick<Decision, 'kind' | 'variable' | 'nothingEasier'>>)
    | undefined,
): string {
  if (decision === undefined) return decisionWords.firstTime();
  const why = decisionWords[decision.why](decision.numbers);
  const { kind, variable } = decision;
  if (decision.nothingEasier === true) return `${why} ${decisionWords.nothingEasier()}`;
  return kind === 'progress' && variable !== undefined
    ? `${why} ${capitalize(variableWords[variable])}.`
    : why;
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The easier forms of the exercises. */
export const easeText = localize<Record<EaseId, string>>({
  en: {
    heelsCloser: 'Heels closer to the seat',
    feetWider: 'Feet wider',
    shorterHolds: 'Shorter holds',
    lowerHeight: 'Not as high',
    tiltsAndBreathing: 'Pelvic tilts on the back, with the breath',
    hipFlexorsFirst: 'Front of the hips first, then the bridge',
    march: 'March: lift the feet by turns, 2 s each',
    bridgeWithBand: 'Bridge on both legs with a band',
    bothLegs: 'Bridge on both legs',
    largerBall: 'A larger ball',
    shorterRoll: 'Roll less far',
    wallRoll: 'Roll at the wall',
    kneePlank: 'Forearm plank on the knees',
    lighterBell: 'A lighter weight',
    raisedBell: 'The bell on a box',
    dowelHinge: 'Hinge with a stick along the back',
    hingeHoldFirst: 'Hinge hold first',
    singleLegBridgeFirst: 'Single-leg bridge first',
    deadStartSwings: 'Single swings, each from the floor',
    deadliftFirst: 'Deadlift first',
    boxSquat: 'Squat to a box',
    bandAtKnees: 'A band around the knees',
    smallerDepth: 'Not as deep',
    lowerStep: 'A lower step, 10 cm',
    handSupport: 'A hand on the wall',
    wallTapHinge: 'Hinge until the seat taps the wall',
    handsOnThighs: 'Hands on the thighs',
    bridgeFirst: 'Bridge first',
    gobletCarry: 'The weight in front of the chest',
    marchOnTheSpot: 'March on the spot',
    kneesDown: 'Knees on the floor',
    birdDog: 'Bird-dog, 5 s holds',
    lighterBand: 'A lighter band',
  },
  de: {
    heelsCloser: 'Fersen näher ans Gesäß',
    feetWider: 'Füße breiter',
    shorterHolds: 'Kürzer halten',
    lowerHeight: 'Nicht so hoch',
    tiltsAndBreathing: 'Becken kippen in Rückenlage, mit dem Atem',
    hipFlexorsFirst: 'Erst die Vorderseite der Hüfte, dann die Brücke',
    march: 'Marsch: die Füße abwechselnd heben, je 2 s',
    bridgeWithBand: 'Brücke auf beiden Beinen mit Band',
    bothLegs: 'Brücke auf beiden Beinen',
    largerBall: 'Ein größerer Ball',
    shorterRoll: 'Weniger weit rollen',
    wallRoll: 'Rollen an der Wand',
    kneePlank: 'Unterarmstütz auf den Knien',
    lighterBell: 'Ein leichteres Gewicht',
    raisedBell: 'Die Kugel auf einer Kiste',
    dowelHinge: 'Beugen mit Stab am Rücken',
    hingeHoldFirst: 'Erst der gehaltene Hinge',
    singleLegBridgeFirst: 'Erst die einbeinige Brücke',
    deadStartSwings: 'Einzelne Swings, jeder vom Boden',
    deadliftFirst: 'Erst Kreuzheben',
    boxSquat: 'Kniebeuge auf eine Kiste',
    bandAtKnees: 'Ein Band um die Knie',
    smallerDepth: 'Nicht so tief',
    lowerStep: 'Eine niedrigere Stufe, 10 cm',
    handSupport: 'Eine Hand an der Wand',
    wallTapHinge: 'Beugen, bis das Gesäß die Wand berührt',
    handsOnThighs: 'Hände auf die Oberschenkel',
    bridgeFirst: 'Erst die Brücke',
    gobletCarry: 'Das Gewicht vor der Brust',
    marchOnTheSpot: 'Auf der Stelle marschieren',
    kneesDown: 'Knie auf den Boden',
    birdDog: 'Vierfüßler, Arm und Bein gestreckt, 5 s',
    lighterBand: 'Ein leichteres Band',
  },
});

/** The name of an exercise. */
export const nameOf = (exercise: ExerciseId): string => exerciseText[exercise].name;
