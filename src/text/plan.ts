import type { PlanChange } from '../core/programme/planChange';
import { localize } from './language';
import { describePlannedDose, nameOf } from './programme';
import { resetCardText } from './reset';

/** The words of the plan: dose by dose, the physio's prescription, reminders. */
export const planText = localize({
  en: {
    title: 'Plan',
    doses: 'Doses now',
    nothing: 'No exercise has been begun.',
    change: 'Another dose',
    sets: 'Sets',
    reps: 'Reps or holds',
    hold: 'Seconds a hold',
    load: 'Weight, kg',
    reason: 'Why',
    save: 'Save',
    noted: 'Noted. From the next set on.',
    prescription: 'From the physio',
    own: 'The programme’s own plan.',
    signed: (by: string, on: string): string => `Signed by ${by} on ${on}.`,
    open: 'Open a prescription',
    write: 'Write a prescription (for physios)',
    writeNote:
      'Tick what is to be trained, sign it, and save it as a file or with sets of the library. Limits that are set on this device go with it.',
    forWhom: 'For',
    signedBy: 'Your name',
    notes: 'A note to the athlete',
    exercises: 'Exercises',
    stageOf: 'Mirror stage',
    betweenSets: 'Between the sets',
    asItIs: 'as it is',
    onlyThese: 'Only these; the ladder waits',
    deloadOf: 'A lighter week every',
    weeks: (count: number): string => `${String(count)} weeks`,
    limitsOf: 'Limits',
    ownLimits: (count: number): string => `this device’s own (${String(count)})`,
    savePlan: 'Save the prescription',
    savedPlan: 'Saved. “Hand over” in the library can send it with sets in one file.',
    nothingTicked: 'Tick at least one exercise.',
    accept: 'Accept it',
    refuse: 'Leave it',
    back: 'Back to the programme’s own plan',
    changes: 'What it changes',
    noChange: 'It changes nothing.',
    refused: (why: string): string =>
      `This file is no prescription of Hipline (${why}). Nothing was changed.`,
    accepted: 'Accepted.',
    note: 'A prescription comes from your physio as a file. You see what it changes before you accept it, and you can take it back.',
    added: (name: string) => `${name}: comes in`,
    leftOut: (name: string) => `${name}: is left out`,
    isBack: (name: string) => `${name}: is back`,
    dose: (name: string, from: string, to: string) =>
      from === '' ? `${name}: ${to}` : `${name}: ${from} becomes ${to}`,
    stage: (name: string, to: string) => `${name}: mirror stage ${to}`,
    between: (name: string, card: string) => `${name}: between the sets, ${card}`,
    only: 'Only these exercises; the ladder waits',
    ladderToo: 'The ladder goes on beside them',
    weekdays: (count: number) => `${String(count)} days a week`,
    deload: (weeks: number) => `A lighter week every ${String(weeks)} weeks`,
    strictness: { learn: 'Limits a quarter wider', standard: 'Limits of the programme' },
    limits: (count: number) => `${String(count)} limits of the physio’s own`,
    off: (count: number) => `${String(count)} faults are not judged`,
    reminders: 'Reminders',
    remindersNote:
      'A calendar file for your own calendar: a reminder on your training days and one for the morning after. Nothing is sent anywhere.',
    trainAt: 'Train at',
    morningAt: 'Morning question at',
    calendar: 'Save the calendar file',
    remindTrain: 'Hipline: train',
    remindMorning: 'Hipline: how is your back this morning?',
  },
  de: {
    title: 'Plan',
    doses: 'Dosen jetzt',
    nothing: 'Noch keine Übung begonnen.',
    change: 'Andere Dosis',
    sets: 'Sätze',
    reps: 'Wiederholungen oder Holds',
    hold: 'Sekunden je Hold',
    load: 'Gewicht, kg',
    reason: 'Warum',
    save: 'Speichern',
    noted: 'Notiert. Ab dem nächsten Satz.',
    prescription: 'Von der Physio',
    own: 'Der eigene Plan des Programms.',
    signed: (by: string, on: string): string => `Unterschrieben von ${by} am ${on}.`,
    open: 'Verordnung öffnen',
    write: 'Eine Verordnung schreiben (für die Physio)',
    writeNote:
      'Kreuz an, was trainiert wird, unterschreib, und speichere es als Datei oder mit Sätzen aus der Bibliothek. Grenzen, die auf diesem Gerät gesetzt sind, gehen mit.',
    forWhom: 'Für',
    signedBy: 'Dein Name',
    notes: 'Eine Notiz für die Person',
    exercises: 'Übungen',
    stageOf: 'Spiegelstufe',
    betweenSets: 'Zwischen den Sätzen',
    asItIs: 'wie es ist',
    onlyThese: 'Nur diese; die Leiter wartet',
    deloadOf: 'Eine leichtere Woche alle',
    weeks: (count: number): string => `${String(count)} Wochen`,
    limitsOf: 'Grenzen',
    ownLimits: (count: number): string => `die eigenen dieses Geräts (${String(count)})`,
    savePlan: 'Verordnung speichern',
    savedPlan:
      'Gespeichert. „Weitergeben“ in der Bibliothek schickt sie mit Sätzen in einer Datei.',
    nothingTicked: 'Kreuz mindestens eine Übung an.',
    accept: 'Annehmen',
    refuse: 'Lassen',
    back: 'Zurück zum eigenen Plan des Programms',
    changes: 'Was sie ändert',
    noChange: 'Sie ändert nichts.',
    refused: (why: string): string =>
      `Diese Datei ist keine Verordnung von Hipline (${why}). Nichts wurde geändert.`,
    accepted: 'Angenommen.',
    note: 'Eine Verordnung kommt von deiner Physio als Datei. Du siehst, was sie ändert, bevor du sie annimmst, und kannst sie zurücknehmen.',
    added: (name: string) => `${name}: kommt dazu`,
    leftOut: (name: string) => `${name}: entfällt`,
    isBack: (name: string) => `${name}: ist wieder da`,
    dose: (name: string, from: string, to: string) =>
      from === '' ? `${name}: ${to}` : `${name}: aus ${from} wird ${to}`,
    stage: (name: string, to: string) => `${name}: Spiegelstufe ${to}`,
    between: (name: string, card: string) => `${name}: zwischen den Sätzen ${card}`,
    only: 'Nur diese Übungen; die Leiter wartet',
    ladderToo: 'Die Leiter geht daneben weiter',
    weekdays: (count: number) => `${String(count)} Tage in der Woche`,
    deload: (weeks: number) => `Alle ${String(weeks)} Wochen eine leichtere Woche`,
    strictness: { learn: 'Grenzen um ein Viertel weiter', standard: 'Grenzen des Programms' },
    limits: (count: number) => `${String(count)} eigene Grenzen der Physio`,
    off: (count: number) => `${String(count)} Fehler werden nicht beurteilt`,
    reminders: 'Erinnerungen',
    remindersNote:
      'Eine Kalenderdatei für deinen eigenen Kalender: eine Erinnerung an deinen Trainingstagen und eine für den Morgen danach. Nichts wird irgendwohin gesendet.',
    trainAt: 'Training um',
    morningAt: 'Morgenfrage um',
    calendar: 'Kalenderdatei speichern',
    remindTrain: 'Hipline: trainieren',
    remindMorning: 'Hipline: wie geht es deinem Rücken heute Morgen?',
  },
});

/** One change of a prescription in words. */
export function describeChange(change: PlanChange): string {
  switch (change.id) {
    case 'dose': {
      const from = change.from === undefined ? '' : describePlannedDose(change.from, false);
      return planText.dose(nameOf(change.exercise), from, describePlannedDose(change.to, false));
    }
    case 'added':
      return planText.added(nameOf(change.exercise));
    case 'leftOut':
      return planText.leftOut(nameOf(change.exercise));
    case 'back':
      return planText.isBack(nameOf(change.exercise));
    case 'stage':
      return planText.stage(nameOf(change.exercise), change.to);
    case 'between':
      return planText.between(nameOf(change.exercise), resetCardText[change.to].name);
    case 'note':
      return change.exercise === undefined
        ? `“${change.text}”`
        : `${nameOf(change.exercise)}: “${change.text}”`;
    case 'only':
      return planText.only;
    case 'ladderToo':
      return planText.ladderToo;
    case 'weekdays':
      return planText.weekdays(change.to?.length ?? 7);
    case 'deload':
      return planText.deload(change.to);
    case 'strictness':
      return planText.strictness[change.to === 'learn' ? 'learn' : 'standard'];
    case 'limits':
      return planText.limits(change.count);
    case 'off':
      return planText.off(change.count);
  }
}
