/**
 * Runs before the page's own scripts: notes what the pose worker answers and when the page paints,
 * sounds, is busy and takes a key. All times are milliseconds of `performance.now()`.
 */
export const probe = () => {
  if (location.protocol === 'about:') return;
  const notes = {
    answers: 0,
    firstPoseMs: undefined,
    /** Pictures: time on the set's clock, seconds, and when they came. */
    frames: [],
    faults: [],
    /** Cues that were shown, and when they had been painted. */
    paints: [],
    /** Notes of earcons: when they were asked for and when they are to be heard. */
    sounds: [],
    longTasks: [],
    inputDelays: [],
  };
  globalThis.benchNotes = notes;

  const noteAnswer = (outcome) => {
    if (outcome?.ok !== true || outcome.value?.frame === undefined) return;
    const { frame, snapshot, timing } = outcome.value;
    notes.answers += 1;
    if (frame.image !== undefined) notes.firstPoseMs ??= performance.now();
    const { timeOrigin } = performance;
    if (timing.givenAtMs !== undefined)
      notes.frames.push([frame.tSec, timing.givenAtMs - timeOrigin]);
    for (const event of snapshot.events) {
      if (event.type !== 'faultRaised' || event.level !== 'warn') continue;
      notes.faults.push({ faultId: event.faultId, atMs: timing.judgedAtMs - timeOrigin });
    }
  };
  const PlainWorker = globalThis.Worker;
  let made = 0;
  globalThis.Worker = class extends PlainWorker {
    constructor(...args) {
      super(...args);
      made += 1;
      // The first one is the pose model's.
      if (made === 1) this.addEventListener('message', ({ data }) => noteAnswer(data?.value));
    }
  };

  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (when = 0) {
    const { currentTime, outputLatency = 0, baseLatency = 0 } = this.context;
    const waitSec = Math.max(0, when - currentTime) + (outputLatency || baseLatency);
    notes.sounds.push({ askedMs: performance.now(), heardMs: performance.now() + 1000 * waitSec });
    start.call(this, when);
  };

  let shown;
  const look = () => {
    const cue = document.querySelector('[data-testid=train-cue]')?.dataset.cue;
    if (cue === shown) return;
    shown = cue;
    if (cue === undefined) return;
    requestAnimationFrame(() => {
      // A message is handled after the frame that this callback belongs to has been drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => notes.paints.push(performance.now());
      port2.postMessage(undefined);
    });
  };
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-cue'],
  });

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      notes.longTasks.push([startTime, duration]);
    }
  }).observe({ type: 'longtask', buffered: true });
  addEventListener(
    'keyup',
    ({ timeStamp }) => notes.inputDelays.push(performance.now() - timeStamp),
    { capture: true },
  );
};
