/** Judges an hour of training as fast as it can, by the code that runs in the worker. */
import { loadJudge, readTraceText } from './judgeBundle.mjs';
import { cell, toTable } from './report.mjs';

const hourSec = 3600;
const traces = ['bridge_side_drop_female', 'deadlift_side_male', 'squat_front_female'];

/** @returns lines of the section */
export async function measureJudge() {
  const { judgeHour } = await loadJudge();
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
  return toTable(head, rows);
}
