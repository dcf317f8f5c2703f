import { localize } from './language';

/** What is asked before first use and monthly (spec 7.1); `urgent` ones are not to wait. */
export const safetyText = localize({
  en: {
    title: 'Before you start',
    intro: 'Tick what is true for you. Nothing you tick is kept.',
    questions: [
      { urgent: true, text: 'New trouble with bladder or bowel, or numbness in the saddle area' },
      { urgent: true, text: 'Weakness or numbness in both legs, or a leg getting weaker' },
      {
        urgent: true,
        text: 'A bad fall or accident, or a minor one with osteoporosis or long use of steroids',
      },
      {
        urgent: true,
        text: 'Fever or feeling ill with back pain, injected drugs, or a weakened immune system',
      },
      { urgent: true, text: 'Chest pain or fainting' },
      {
        urgent: false,
        text: 'A history of cancer, weight loss without reason, constant night pain',
      },
      { urgent: false, text: 'High blood pressure that is not under control' },
      { urgent: false, text: 'Pregnant for more than 12 weeks, or gave birth within 12 weeks' },
      { urgent: false, text: 'Surgery of belly, spine or hip not long ago' },
      { urgent: false, text: 'Eye surgery or glaucoma' },
      { urgent: false, text: 'Younger than 18' },
    ],
    none: 'None of these. Go on.',
    stop: 'Do not start yet. Talk to a health professional first.',
    stopNow: 'Do not start. Get medical help now.',
    notice:
      'This app is a fitness and movement-practice aid. It is not a medical device, does not diagnose, and can miss or misjudge movement. Stop if you have pain, and see a health professional for new, severe or worsening symptoms. Kettlebell work: clear space, firm grip, someone nearby if unsure.',
  },
  de: {
    title: 'Bevor du anfängst',
    intro: 'Kreuz an, was auf dich zutrifft. Nichts davon wird behalten.',
    questions: [
      { urgent: true, text: 'Neue Störungen von Blase oder Darm, oder Taubheit im Schritt' },
      {
        urgent: true,
        text: 'Schwäche oder Taubheit in beiden Beinen, oder ein Bein wird schwächer',
      },
      {
        urgent: true,
        text: 'Ein schwerer Sturz oder Unfall, oder ein leichter bei Osteoporose oder langer Einnahme von Kortison',
      },
      {
        urgent: true,
        text: 'Fieber oder Krankheitsgefühl mit Rückenschmerz, gespritzte Drogen oder ein geschwächtes Immunsystem',
      },
      { urgent: true, text: 'Schmerz in der Brust oder Ohnmacht' },
      {
        urgent: false,
        text: 'Krebs in der Vorgeschichte, Gewichtsverlust ohne Grund, ständiger Schmerz in der Nacht',
      },
      { urgent: false, text: 'Hoher Blutdruck, der nicht eingestellt ist' },
      {
        urgent: false,
        text: 'Länger als 12 Wochen schwanger, oder vor weniger als 12 Wochen entbunden',
      },
      { urgent: false, text: 'Vor Kurzem an Bauch, Wirbelsäule oder Hüfte operiert' },
      { urgent: false, text: 'Augenoperation oder grüner Star' },
      { urgent: false, text: 'Jünger als 18' },
    ],
    none: 'Nichts davon. Weiter.',
    stop: 'Fang noch nicht an. Sprich zuerst mit einer Ärztin, einem Arzt oder einer Physiotherapie.',
    stopNow: 'Fang nicht an. Hol dir jetzt ärztliche Hilfe.',
    notice:
      'Diese App hilft beim Üben von Bewegungen. Sie ist kein Medizinprodukt, stellt keine Diagnose und kann Bewegungen übersehen oder falsch beurteilen. Hör auf, wenn du Schmerzen hast, und lass neue, starke oder zunehmende Beschwerden untersuchen. Mit der Kettlebell: freier Platz, fester Griff, und jemand in der Nähe, wenn du unsicher bist.',
  },
});
