/**
 * `npm run audit`: known weaknesses of what is built into the app, by the registry's own list.
 * Where no registry answers it says so in one line and fails nothing; no part of `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { projectRoot } from './setup.mjs';

/** The registry may take so long to answer, ms. */
const answerMs = 60_000;

/**
 * @param {string} json What `npm audit --json` printed.
 * @returns {{ counts: Record<string, number>, packages: string[] } | undefined} How many weaknesses
 *   there are of each severity and in which packages; undefined where it is no such list.
 */
export function readAudit(json) {
  try {
    const { metadata, vulnerabilities } = JSON.parse(json);
    const { total, ...counts } = metadata.vulnerabilities;
    return typeof total === 'number'
      ? { counts, packages: Object.keys(vulnerabilities) }
      : undefined;
  } catch {
    // Not JSON, or the registry's error.
    return undefined;
  }
}

function audit() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: projectRoot,
    encoding: 'utf8',
    timeout: answerMs,
    shell: process.platform === 'win32',
  });
  const found = readAudit(stdout ?? '');
  if (found === undefined) {
    console.log('No registry answers here with its list of weaknesses: nothing was compared.');
    return;
  }
  const { counts, packages } = found;
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  if (told.length === 0) {
    console.log('No known weakness in what is built into the app.');
    return;
  }
  console.log(told.map(([severity, count]) => `${count} ${severity}`).join(', '));
  console.log(packages.join('\n'));
  if ((counts['high'] ?? 0) + (counts['critical'] ?? 0) > 0) process.exitCode = 1;
}

if (process.argv[1]?.endsWith('audit.mjs')) audit();
