import type { Finding } from '../core/programme/baseline';
import type { TestId } from '../core/programme/history';
import { localize } from './language';
import { sideWord } from './programme';

/** The tests by name, and what is done in them. */
export const testText = localize<Record<TestId, { name: string; how: string }>>({
  en: {
    hipFlexor: {
      name: 'Front of the hips',
      how: 'On your back at a table’s edge, one knee held, the other leg hanging. Three times.',
    },
    standingBow: {
      name: 'Bow to half way',
      how: 'Stand, bow from the hips, back long, hold for 2 s. Three times.',
    },
    bridge: { name: 'Bridge', how: 'Three holds of 10 s.' },
    singleLegBridge: {
      name: 'Single-leg bridge, as long as it is good',
      how: 'One hold. Stop when the hips sink, the pelvis dips, or it hurts.',
    },
    squat: { name: 'Squat', how: 'Five, as deep as is free of pain.' },
    stepDown: { name: 'Step-down', how: 'Five from a step of 15 to 20 cm.' },
    hingeHold: { name: 'Hinge hold', how: 'As long as it is comfortable, at most 60 s.' },
    deadlift: { name: 'Deadlift without weight', how: 'Five. Leave it out if you like.' },
  },
  de: {
    hipFlexor: {
      name: 'Vorderseite der Hüfte',
      how: 'In Rückenlage an der Tischkante, ein Knie gehalten, das andere Bein hängt. Dreimal.',
    },
    standingBow: {
      name: 'Halb vorbeugen',
      how: 'Steh, beuge dich aus der Hüfte, Rücken lang, 2 s halten. Dreimal.',
    },
    bridge: { name: 'Brücke', how: 'Dreimal 10 s halten.' },
    singleLegBridge: {
      name: 'Einbeinige Brücke, so lange sie gut ist',
      how: 'Einmal halten. Hör auf, wenn die Hüfte sinkt, das Becken kippt oder es weh tut.',
    },
    squat: { name: 'Kniebeuge', how: 'Fünf, so tief es ohne Schmerz geht.' },
    stepDown: { name: 'Stufe abwärts', how: 'Fünf von einer Stufe von 15 bis 20 cm.' },
    hingeHold: { name: 'Hinge halten', how: 'So lange es angenehm ist, höchstens 60 s.' },
    deadlift: { name: 'Kreuzheben ohne Gewicht', how: 'Fünf. Du kannst es auslassen.' },
  },
});

const seconds = (value: number): string => `${String(Math.round(value))} s`;
const degrees = (value: number): string => `${String(Math.round(value))}°`;

const findingWords = localize<{
  readonly [K in Finding['id']]: (finding: Extract<Finding, { id: K }>) => string;
}>({
  en: {
    overload: ({ count }) =>
      `${String(count)} of the four questions on an overworked back were a yes. It is a list, not a diagnosis.`,
    hipFlexorShort: ({ side, deg }) =>
      `The ${sideWord(side)} thigh stays about ${degrees(deg)} above level: the front of that hip is short. Bridges ask for that much less, and you loosen it first.`,
    thighFrontShort: ({ side, deg }) =>
      `The ${sideWord(side)} knee hangs at about ${degrees(deg)}, short of 67°: the long muscle in front of the thigh is tight.`,
    bridgeNotYet: ({ is, of }) =>
      `${String(is)} of ${String(of)} bridges were good: the programme begins there.`,
    singleLegShort: ({ side, sec }) =>
      `On the ${sideWord(side)} leg the bridge held for ${seconds(sec)}. Healthy young adults held 65 s, give or take 33.`,
    singleLegUneven: ({ bySec, weaker }) =>
      `The ${sideWord(weaker)} leg held ${seconds(bySec)} less. Over 10 s or a fifth is worth watching.`,
    squatKnees: ({ is, of }) => `${String(is)} of ${String(of)} squats were good.`,
    stepKnees: ({ is, of }) => `${String(is)} of ${String(of)} step-downs were good.`,
    bowRounds: ({ is, of }) =>
      `${String(is)} of ${String(of)} bows kept the back as it was in standing.`,
    hingeShort: ({ sec }) => `The hinge held for ${seconds(sec)}; the first goal is 20 s.`,
    runnerPattern: () =>
      'Short in front on both sides and sore from running: a pattern the runner’s exercises are for. It is no diagnosis.',
    needsEye: ({ test }) =>
      `${testText[test].name}: one camera saw it only roughly. Look at it yourself, or let your clinician.`,
  },
  de: {
    overload: ({ count }) =>
      `${String(count)} der vier Fragen zum überlasteten Rücken waren ein Ja. Das ist eine Liste, keine Diagnose.`,
    hipFlexorShort: ({ side, deg }) =>
      `Der Oberschenkel ${sideWord(side)} bleibt etwa ${degrees(deg)} über der Waagerechten: diese Hüfte ist vorne kurz. Brücken verlangen so viel weniger, und du löst sie zuerst.`,
    thighFrontShort: ({ side, deg }) =>
      `Das Knie ${sideWord(side)} hängt bei etwa ${degrees(deg)}, weniger als 67°: der lange Muskel vorne am Oberschenkel ist straff.`,
    bridgeNotYet: ({ is, of }) =>
      `${String(is)} von ${String(of)} Brücken waren gut: dort beginnt das Programm.`,
    singleLegShort: ({ side, sec }) =>
      `Die einbeinige Brücke ${sideWord(side)} hielt ${seconds(sec)}. Gesunde junge Erwachsene hielten 65 s, plus oder minus 33.`,
    singleLegUneven: ({ bySec, weaker }) =>
      `Das Bein ${sideWord(weaker)} hielt ${seconds(bySec)} weniger. Mehr als 10 s oder ein Fünftel ist es wert, hinzuschauen.`,
    squatKnees: ({ is, of }) => `${String(is)} von ${String(of)} Kniebeugen waren gut.`,
    stepKnees: ({ is, of }) => `${String(is)} von ${String(of)} Stufen abwärts waren gut.`,
    bowRounds: ({ is, of }) =>
      `Bei ${String(is)} von ${String(of)} Beugen blieb der Rücken wie im Stehen.`,
    hingeShort: ({ sec }) => `Der Hinge hielt ${seconds(sec)}; das erste Ziel sind 20 s.`,
    runnerPattern: () =>
      'Vorne auf beiden Seiten kurz und Schmerz vom Laufen: ein Muster, für das die Läuferübungen da sind. Es ist keine Diagnose.',
    needsEye: ({ test }) =>
      `${testText[test].name}: eine Kamera sah es nur grob. Schau selbst hin oder lass deine Physio schauen.`,
  },
});

/** A finding in words. */
export const describeFinding = (finding: Finding): string =>
  (findingWords[finding.id] as (finding: Finding) => string)(finding);

/** The questions of the baseline and the words around it. */
export const baselineText = localize({
  en: {
    title: 'Baseline',
    intro:
      'Questions, then eight short tests before the camera: about 20 minutes, in one or two visits. You can stop after each test and go on later.',
    overloadAsk: 'Is this so for you?',
    overload: [
      'In a single-leg bridge my back cramps and the glute hardly works.',
      'In a hip thrust I feel mostly my low back.',
      'In squats and deadlifts my back tires before my legs.',
      'After a run my back is more tired than my glutes.',
    ],
    painNow: 'Pain in the back now',
    painWorst: 'The worst of the last week',
    symptomsAsk: 'When does it hurt?',
    symptoms: {
      running: 'Running',
      standing: 'Standing for long',
      leaningBack: 'Leaning back',
      sitting: 'Sitting for long',
      lifting: 'Lifting',
      morning: 'In the morning',
    },
    goalsAsk: 'What do you want back?',
    goals: {
      walk: 'Walking without thinking of it',
      run: 'Running',
      lift: 'Lifting, at home or in the gym',
      sit: 'Sitting through a day',
    },
    runs: 'I run, or want to',
    kit: 'Body weight and the weights at hand are asked under People.',
    kitLink: 'To People',
    scores: 'A score of a questionnaire, if your clinician had you fill one in',
    scoresNote:
      'The sheet itself stays with your clinician; here only its number. More is worse in both.',
    odi: 'Oswestry (ODI)',
    rmdq: 'Roland-Morris (RMDQ)',
    begin: 'Begin the tests',
    next: 'Next test',
    start: 'Start',
    skip: 'Leave it out',
    left: (count: number): string => `${String(count)} to go`,
    result: 'What it shows',
    nothing: 'Nothing stood out.',
    notMeans: 'What it does not say',
    notMeansText:
      'A camera and questions measure movement, not the cause of pain. One number of one day is no verdict, norms are of other people, and nothing here is a diagnosis.',
    plan: 'Your first plan',
    planText: 'It begins with the bridge and goes on as you pass.',
    planDefault: 'All exercises begin with the programme’s opening dose.',
    planPain: (pain: number): string =>
      `With pain of ${String(pain)} nothing begins higher than the programme’s opening dose.`,
    planWait: 'when it opens',
    planForm: (form: string): string => `easier at first: ${form}`,
    target: (deg: number): string =>
      `Bridges are asked for ${String(deg)}° less, as the front of your hip allows: nobody has to arch the back for height.`,
    noTarget: 'Bridges are asked for in line with the trunk.',
    resetLong:
      'The front of the hips has half a minute more in the reset, and its card comes between two bridges.',
    toToday: 'To today',
    skipped: 'left out',
    results: 'Results',
    again: 'Measure again',
    unchanged: 'no change that can be measured',
    better: (from: string, to: string): string => `better: ${from}, now ${to}`,
    worse: (from: string, to: string): string => `worse: ${from}, now ${to}`,
    from: (date: string): string => `of ${date}`,
  },
  de: {
    title: 'Standortbestimmung',
    intro:
      'Fragen, dann acht kurze Tests vor der Kamera: etwa 20 Minuten, an ein oder zwei Tagen. Nach jedem Test kannst du aufhören und später weitermachen.',
    overloadAsk: 'Ist das bei dir so?',
    overload: [
      'In der einbeinigen Brücke krampft mein Rücken und das Gesäß arbeitet kaum.',
      'Beim Hip Thrust spüre ich vor allem den unteren Rücken.',
      'Bei Kniebeugen und Kreuzheben wird der Rücken vor den Beinen müde.',
      'Nach dem Laufen ist der Rücken müder als das Gesäß.',
    ],
    painNow: 'Schmerz im Rücken jetzt',
    painWorst: 'Der stärkste der letzten Woche',
    symptomsAsk: 'Wann tut es weh?',
    symptoms: {
      running: 'Laufen',
      standing: 'Langes Stehen',
      leaningBack: 'Zurücklehnen',
      sitting: 'Langes Sitzen',
      lifting: 'Heben',
      morning: 'Am Morgen',
    },
    goalsAsk: 'Was willst du zurück?',
    goals: {
      walk: 'Gehen, ohne daran zu denken',
      run: 'Laufen',
      lift: 'Heben, zu Hause oder im Studio',
      sit: 'Einen Tag lang sitzen',
    },
    runs: 'Ich laufe oder will laufen',
    kit: 'Körpergewicht und vorhandene Gewichte stehen unter Personen.',
    kitLink: 'Zu den Personen',
    scores: 'Der Wert eines Fragebogens, falls deine Physio dich einen ausfüllen ließ',
    scoresNote:
      'Der Bogen selbst bleibt bei deiner Physio; hier nur seine Zahl. Mehr ist bei beiden schlechter.',
    odi: 'Oswestry-Index (ODI)',
    rmdq: 'Roland-Morris-Fragebogen (RMDQ)',
    begin: 'Mit den Tests beginnen',
    next: 'Nächster Test',
    start: 'Start',
    skip: 'Auslassen',
    left: (count: number): string => `noch ${String(count)}`,
    result: 'Was es zeigt',
    nothing: 'Nichts fiel auf.',
    notMeans: 'Was es nicht sagt',
    notMeansText:
      'Kamera und Fragen messen Bewegung, nicht die Ursache von Schmerz. Eine Zahl von einem Tag ist kein Urteil, Normen stammen von anderen Menschen, und nichts hier ist eine Diagnose.',
    plan: 'Dein erster Plan',
    planText: 'Er beginnt mit der Brücke und geht weiter, wie du vorankommst.',
    planDefault: 'Alle Übungen beginnen mit der Anfangsdosis des Programms.',
    planPain: (pain: number): string =>
      `Bei Schmerz von ${String(pain)} beginnt nichts höher als mit der Anfangsdosis des Programms.`,
    planWait: 'wenn sie dran ist',
    planForm: (form: string): string => `zuerst leichter: ${form}`,
    target: (deg: number): string =>
      `Brücken verlangen ${String(deg)}° weniger, so viel die Vorderseite deiner Hüfte zulässt: niemand muss für die Höhe ins Hohlkreuz.`,
    noTarget: 'Brücken verlangen eine Linie mit dem Rumpf.',
    resetLong:
      'Die Vorderseite der Hüfte bekommt beim Lösen eine halbe Minute mehr, und ihre Karte kommt zwischen zwei Brücken.',
    toToday: 'Zu heute',
    skipped: 'ausgelassen',
    results: 'Ergebnisse',
    again: 'Noch einmal messen',
    unchanged: 'keine messbare Änderung',
    better: (from: string, to: string): string => `besser: ${from}, jetzt ${to}`,
    worse: (from: string, to: string): string => `schlechter: ${from}, jetzt ${to}`,
    from: (date: string): string => `vom ${date}`,
  },
});
