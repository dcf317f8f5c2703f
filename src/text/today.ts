import type { Today } from '../core/programme/today';
import { localize } from './language';

/** Why there is nothing to do today. */
export const restText = localize<
  Record<NonNullable<Today['whyRest']>, { title: string; note: string }>
>({
  en: {
    morningPain: {
      title: 'Rest today',
      note: 'Pain of 5 or more this morning. Walk, breathe, and look again tomorrow. See a health professional for what is new, severe or getting worse.',
    },
    enoughThisWeek: {
      title: 'Rest today',
      note: 'Four days in seven are enough: muscles grow on the days between.',
    },
    notADay: { title: 'No training today', note: 'You left this day of the week free.' },
    doneToday: { title: 'Done for today', note: 'Tomorrow morning I’ll ask how your back is.' },
    ownChoice: { title: 'Rest today', note: 'You decided so.' },
  },
  de: {
    morningPain: {
      title: 'Heute Pause',
      note: 'Schmerz von 5 oder mehr heute Morgen. Geh spazieren, atme, schau morgen wieder. Geh zu einer Fachperson mit allem, was neu, stark oder schlimmer ist.',
    },
    enoughThisWeek: {
      title: 'Heute Pause',
      note: 'Vier Tage von sieben genügen: Muskeln wachsen an den Tagen dazwischen.',
    },
    notADay: { title: 'Heute kein Training', note: 'Diesen Wochentag hast du freigelassen.' },
    doneToday: {
      title: 'Für heute fertig',
      note: 'Morgen früh frage ich, wie es deinem Rücken geht.',
    },
    ownChoice: { title: 'Heute Pause', note: 'Das hast du so entschieden.' },
  },
});

/** The words of the first page. */
export const todayText = localize({
  en: {
    title: 'Today',
    start: 'Start',
    goOn: 'Go on',
    about: (minutes: number): string => `about ${String(minutes)} min`,
    then: 'Then',
    inAll: (count: number, minutes: number): string =>
      `${String(count)} exercises, about ${String(minutes)} min in all`,
    why: 'Why?',
    done: 'done',
    now: 'now',
    next: 'next',
    later: 'later',
    stopped: 'stopped: pain',
    setsDone: (done: number, of: number): string => `${String(done)} of ${String(of)} sets`,
    missing: 'Missing',
    passedOn: (date: string): string => `passed on ${date}`,
    opensAfter: (names: string): string => `opens after ${names}`,
    ladder: 'Your way up',
    branches: 'Beside it',
    reset: 'Reset first',
    resetNote: 'Three minutes to loosen the front of the hips, breathe and brace.',
    resetDone: 'Reset done',
    lastSet: 'Last set',
    noLastSet: 'No set yet',
    lastSetOf: (good: number, of: number, name: string, date: string): string =>
      `${String(good)} of ${String(of)} good, ${name}, ${date}`,
    morning: 'This morning',
    morningAsk: 'How is your back this morning?',
    pain: 'Pain',
    stiffness: 'Stiffness',
    pump: 'Back tired, pumped',
    morningOf: (pain: number, stiffness: number, pump: number): string =>
      `pain ${String(pain)}, stiffness ${String(stiffness)}, tired ${String(pump)}`,
    save: 'Save',
    change: 'Change',
    notes: 'From your physio',
    noNotes: 'No notes',
    signed: (name: string, date: string): string => `${name}, ${date}`,
    trainAnyway: 'Train anyway',
    restInstead: 'Rest today instead',
    otherDose: 'Another dose',
    overruled: 'You decided to train today. It is noted.',
    eased: {
      pump: 'Your back is tired this morning, so weights are left out today.',
      stiffness: 'Your back is stiff this morning, so weights are left out today.',
    },
    deload: {
      weeks: 'A lighter week: no weights, about half the work, the same movements. It is planned.',
      pain: 'A lighter week after days of pain: no weights, about half as much, the same movements.',
      regresses:
        'A lighter week after two steps back: no weights, about half the work, the same movements.',
    },
    until: (date: string): string => `until ${date}`,
    askClinician:
      'Steps back keep coming. Let your physio or another health professional look at it before you go on.',
    painNow: 'Pain now, 0 to 10',
    easier: 'Easier form',
    exercises: 'All exercises',
    progress: 'Progress',
    plan: 'Plan',
    life: 'Daily life',
    baseline: 'Baseline',
    people: 'People',
    baselineFirst: 'Begin with a baseline',
    baselineDue: 'Four weeks are over: measure again',
    baselineGoOn: 'The baseline is not finished',
    baselineNote: 'About 20 minutes, in one or two visits. The plan follows what it shows.',
    baselineStart: 'To the baseline',
    withoutBaseline: 'Without it: the programme begins at its first step.',
    lookAt: 'Look at the clip',
    looksGood: 'It was good',
    looksBad: 'It was not',
    eyeAsk: 'Look at the set, then decide:',
    byClinician: 'My clinician has looked',
    ownFile: 'It shows me: ask me and keep it',
  },
  de: {
    title: 'Heute',
    start: 'Start',
    goOn: 'Weiter',
    about: (minutes: number): string => `etwa ${String(minutes)} min`,
    then: 'Danach',
    inAll: (count: number, minutes: number): string =>
      `${String(count)} Übungen, zusammen etwa ${String(minutes)} min`,
    why: 'Warum?',
    done: 'geschafft',
    now: 'jetzt',
    next: 'als Nächstes',
    later: 'später',
    stopped: 'beendet: Schmerz',
    setsDone: (done: number, of: number): string => `${String(done)} von ${String(of)} Sätzen`,
    missing: 'Es fehlt',
    passedOn: (date: string): string => `geschafft am ${date}`,
    opensAfter: (names: string): string => `öffnet nach ${names}`,
    ladder: 'Dein Weg nach oben',
    branches: 'Daneben',
    reset: 'Erst lösen',
    resetNote: 'Drei Minuten: Vorderseite der Hüfte lösen, atmen, Bauch anspannen.',
    resetDone: 'Gelöst',
    lastSet: 'Letzter Satz',
    noLastSet: 'Noch kein Satz',
    lastSetOf: (good: number, of: number, name: string, date: string): string =>
      `${String(good)} von ${String(of)} gut, ${name}, ${date}`,
    morning: 'Heute Morgen',
    morningAsk: 'Wie geht es deinem Rücken heute Morgen?',
    pain: 'Schmerz',
    stiffness: 'Steifheit',
    pump: 'Rücken müde, prall',
    morningOf: (pain: number, stiffness: number, pump: number): string =>
      `Schmerz ${String(pain)}, Steifheit ${String(stiffness)}, müde ${String(pump)}`,
    save: 'Speichern',
    change: 'Ändern',
    notes: 'Von deiner Physio',
    noNotes: 'Keine Notizen',
    signed: (name: string, date: string): string => `${name}, ${date}`,
    trainAnyway: 'Trotzdem trainieren',
    restInstead: 'Heute lieber Pause',
    otherDose: 'Andere Dosis',
    overruled: 'Du hast entschieden, heute zu trainieren. Das ist notiert.',
    eased: {
      pump: 'Dein Rücken ist heute Morgen müde, darum heute ohne Gewichte.',
      stiffness: 'Dein Rücken ist heute Morgen steif, darum heute ohne Gewichte.',
    },
    deload: {
      weeks:
        'Eine leichtere Woche: keine Gewichte, etwa halb so viel, dieselben Bewegungen. So geplant.',
      pain: 'Eine leichtere Woche nach Tagen mit Schmerz: keine Gewichte, etwa halb so viel, dieselben Bewegungen.',
      regresses:
        'Eine leichtere Woche nach zwei Schritten zurück: keine Gewichte, etwa halb so viel, dieselben Bewegungen.',
    },
    until: (date: string): string => `bis ${date}`,
    askClinician:
      'Es geht immer wieder einen Schritt zurück. Lass deine Physio oder eine andere Fachperson darauf schauen, bevor du weitermachst.',
    painNow: 'Schmerz jetzt, 0 bis 10',
    easier: 'Leichtere Form',
    exercises: 'Alle Übungen',
    progress: 'Verlauf',
    plan: 'Plan',
    life: 'Alltag',
    baseline: 'Standortbestimmung',
    people: 'Personen',
    baselineFirst: 'Fang mit einer Standortbestimmung an',
    baselineDue: 'Vier Wochen sind um: miss noch einmal',
    baselineGoOn: 'Die Standortbestimmung ist nicht fertig',
    baselineNote: 'Etwa 20 Minuten, an ein oder zwei Tagen. Der Plan folgt dem, was sie zeigt.',
    baselineStart: 'Zur Standortbestimmung',
    withoutBaseline: 'Ohne sie beginnt das Programm bei seiner ersten Stufe.',
    lookAt: 'Aufnahme ansehen',
    looksGood: 'Er war gut',
    looksBad: 'Er war nicht gut',
    eyeAsk: 'Sieh dir den Satz an, dann entscheide:',
    byClinician: 'Meine Physio hat hingesehen',
    ownFile: 'Das bin ich: frag mich und behalte es',
  },
});

/** A day as it is told: "25 Nov". */
export const formatDay = (date: Date, language: string): string =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(date);
