/** What is asked before first use and monthly (spec 7.1); `urgent` ones are not to wait. */
export const safetyText = {
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
    { urgent: false, text: 'A history of cancer, weight loss without reason, constant night pain' },
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
} as const;
