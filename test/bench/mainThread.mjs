/** What the page's main thread worked on, by Chromium's own trace: a task's time with and without what others took. */

const traced = ['disabled-by-default-devtools.timeline', 'devtools.timeline'];

const isMark = (args, mark) => args.data?.message === mark;

const isOf = (task) => (event) =>
  event.pid === task.pid &&
  event.tid === task.tid &&
  event.ts >= task.ts &&
  event.ts + event.dur <= task.ts + task.dur;

/** The step of a task that took the most processor time, by the name that the trace has for it. */
function nameStep(task, events) {
  const steps = events
    .filter((event) => event.name !== 'RunTask' && event.ph === 'X' && isOf(task)(event))
    .filter(({ name }) => !/RunTask|HandlePostMessage|FunctionCall/.test(name))
    .sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  return steps[0]?.name ?? 'script';
}

/**
 * Traces all pages while something is done.
 * @param fromMark what `console.timeStamp` is told when it begins
 * @returns the share of one processor that the main thread took, and what of it was script; its tasks that took the most processor time, the longest first: milliseconds on the clock,
 *   of the processor, and the costliest step besides script
 */
export async function traceMainThread(browser, fromMark, count, act) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: [...traced, '__metadata'] },
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  const from = events.find(({ name, args }) => name === 'TimeStamp' && isMark(args, fromMark));
  if (from === undefined) throw new Error(`the trace has no ${fromMark}`);
  const onMain = events.filter(
    ({ ph, ts, pid, tid }) => ph === 'X' && ts > from.ts && mainThreads.has(`${pid}:${tid}`),
  );
  const tasks = onMain
    .filter(({ name }) => name === 'RunTask')
    .sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  const spanUs = Math.max(...tasks.map(({ ts, dur }) => ts + dur)) - from.ts;
  const share = (name) =>
    onMain.filter((event) => event.name === name).reduce((sum, { tdur = 0 }) => sum + tdur, 0) /
    spanUs;
  return {
    busyShare: share('RunTask'),
    scriptShare: share('FunctionCall'),
    longest: tasks.slice(0, count).map((task) => ({
      wallMs: task.dur / 1000,
      cpuMs: (task.tdur ?? 0) / 1000,
      step: nameStep(task, onMain),
    })),
  };
}
