/** The page of results: sections that are measured one at a time and kept until measured again. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/setup.mjs';

const file = join(projectRoot, 'test/bench/RESULTS.md');

/** Number at a share of the sorted values, 0..1; NaN of none. */
export const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.round(share * (values.length - 1))] ?? NaN;

export const median = (values) => quantile(values, 0.5);

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A number for a cell; a dash where it could not be measured. */
export const cell = (value, digits = 1) =>
  typeof value === 'number' && Number.isFinite(value) ? value.toFixed(digits) : '–';

const toRow = (cells) => `| ${cells.join(' | ')} |`;

/** Lines of a Markdown table. */
export const toTable = (head, rows) => [
  toRow(head),
  toRow(head.map(() => '---')),
  ...rows.map(toRow),
];

/** What the numbers were measured on. */
export const describeMachine = (browserVersion) => {
  const gib = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  return `${cpus().length} cores (${model}), ${gib} GiB, Node ${process.versions.node}, Chromium ${browserVersion}, no GPU.`;
};

/** Sections of the page as it is, by heading. */
function readSections() {
  if (!existsSync(file)) return new Map();
  const parts = readFileSync(file, 'utf8').split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [heading = '', ...body] = part.split('\n');
      return [heading, body.join('\n').trim()];
    }),
  );
}

/**
 * Puts measured sections in the place of the ones of the same heading; the others stay.
 * @param {Map<string, string>} measured
 * @param {readonly string[]} order all headings
 */
export function writeResults(measured, order, machine) {
  const all = new Map([...readSections(), ...measured]);
  const body = order
    .filter((heading) => all.has(heading))
    .map((heading) => `## ${heading}\n\n${all.get(heading)}\n`);
  const intro = `# Speed\n\nWritten by \`npm run bench\`, one section at a time (\`-- --only NAME\`). Milliseconds depend on the machine and on what else it does: trust the ratios within a section.\n\n${machine}\n`;
  writeFileSync(file, [intro, ...body].join('\n'));
}
