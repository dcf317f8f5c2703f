/** Judges an hour of training as fast as it can, by the code that runs in the worker. */
import { Session } from 'node:inspector/promises';
import { buildJudge, readTraceText } from './judgeBundle.mjs';
import { cell, toTable } from './report.mjs';

const hourSec = 3600;
/** Under a profiler so much of each trace is judged, seconds, and so many functions are named. */
const profiledSec = 900;
const namedCount = 12;
const wanted = 2000;
const traces = ['bridge_side_drop_female', 'deadlift_side_male', 'squat_front_female'];

function measureSpeed({ judgeHour }) {
  const rows = traces.map((name) => {
    const text = readTraceText(name);
    const before = process.cpuUsage();
    const { frames, seconds } = judgeHour(text, hourSec);
    const { user } = process.cpuUsage(before);
    return [
      name,
      String(frames),
      cell(seconds),
      cell(hourSec / seconds, 0),
      cell((hourSec * 1e6) / user, 0),
    ];
  });
  const head = ['an hour of', 'frames', 'seconds', 'times real time', 'by processor time'];
  return [`Wanted: ${wanted} times real time.`, '', ...toTable(head, rows)];
}

const garbageCollector = '(garbage collector)';

/** Time that each function of the judge itself took, the longest first, with that of all. */
function readSelfTimes({ nodes, samples, timeDeltas }, fileAt) {
  const names = new Map();
  for (const { id, callFrame } of nodes) {
    const { functionName, url, lineNumber, columnNumber } = callFrame;
    if (functionName === garbageCollector) names.set(id, 'garbage collector');
    else if (url.endsWith('judge.mjs')) {
      names.set(id, `${functionName || '(anonymous)'} (${fileAt(lineNumber, columnNumber)})`);
    }
  }
  const times = new Map();
  let all = 0;
  samples.forEach((id, index) => {
    const name = names.get(id);
    if (name === undefined) return;
    times.set(name, (times.get(name) ?? 0) + timeDeltas[index]);
    all += timeDeltas[index];
  });
  return { all, sorted: [...times].sort((a, b) => b[1] - a[1]) };
}

/** What stands in the way: where the time goes, over all traces. */
async function profile({ loadHour }, fileAt) {
  const hours = traces.map((name) => loadHour(readTraceText(name)));
  for (const judge of hours) judge(profiledSec / 4);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  for (const judge of hours) judge(profiledSec);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const { all, sorted } = readSelfTimes(profile, fileAt);
  const rows = sorted.slice(0, namedCount).map(([name, time]) => [name, cell((100 * time) / all)]);
  return [
    `Where its time goes: the ${namedCount} functions with the most time of their own, without what they call, over ${profiledSec / 60} minutes of each trace. A function that the engine has put into its caller counts as that.`,
    '',
    ...toTable(['function', '% of the time'], rows),
  ];
}

/** @returns lines of the section */
export async function measureJudge() {
  const { judge, fileAt } = await buildJudge();
  return [...measureSpeed(judge), '', ...(await profile(judge, fileAt))];
}
