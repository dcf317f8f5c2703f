import { capabilityIds, type CapabilityId } from './capabilities';
import type { LoggedError } from './errorLog';

/** What the report is made of: nothing in it tells who trains, what was done or what was seen. */
export interface ReportParts {
  readonly appVersion: string;
  readonly browser: string;
  readonly cores: number;
  readonly screen: string;
  readonly capabilities: Readonly<Record<CapabilityId, boolean>>;
  /** Rows of names and values: engine, frame rates, latencies, storage. */
  readonly measured: readonly (readonly [name: string, value: string])[];
  readonly errors: readonly LoggedError[];
}

/** The report as text to be pasted into a letter. */
export function formatReport(parts: ReportParts): string {
  const named = (isThere: boolean): string =>
    capabilityIds.filter((id) => parts.capabilities[id] === isThere).join(' ') || 'none';
  return [
    `Hipline ${parts.appVersion}`,
    `browser: ${parts.browser}`,
    `cores: ${parts.cores}`,
    `screen: ${parts.screen}`,
    `has: ${named(true)}`,
    `lacks: ${named(false)}`,
    ...parts.measured.map(([name, value]) => `${name}: ${value}`),
    `errors: ${parts.errors.length}`,
    // The day is enough to tell an old error from a new one.
    ...parts.errors.map(
      ({ code, detail, atMs }) =>
        `  ${new Date(atMs).toISOString().slice(0, 10)} ${code}${detail === '' ? '' : ` (${detail})`}`,
    ),
    '',
  ].join('\n');
}
