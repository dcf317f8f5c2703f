import * as v from 'valibot';
import type { HistoryEntry } from '../core/programme/history';
import { fail, type Result, succeed } from '../core/result';
import { entrySchema, type Profile, profileSchema } from './schema';

const format = 'hipline.backup';
const backupVersion = 1;

/** Everything of one person, in one file. */
export interface Backup {
  readonly profile: Profile;
  readonly history: readonly HistoryEntry[];
  /** The training log as the app keeps it; checked by whoever takes it. */
  readonly training: unknown;
  /** What is kept with the person as text, by name: choices, calibration. Absent in older backups. */
  readonly own?: Readonly<Record<string, string>>;
}

const schema = v.object({
  format: v.literal(format),
  version: v.literal(backupVersion),
  profile: profileSchema,
  history: v.pipe(v.array(entrySchema), v.maxLength(200_000)),
  training: v.unknown(),
  own: v.exactOptional(v.record(v.string(), v.pipe(v.string(), v.maxLength(4_000_000)))),
});

/** A backup as a file's text. */
export const packBackup = (backup: Backup): string =>
  JSON.stringify({ format, version: backupVersion, ...backup });

/** Reads a backup: whole, or not at all. */
export function parseBackup(text: string): Result<Backup, 'refused' | 'newer'> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail('refused');
  }
  const parsed = v.safeParse(schema, data);
  if (parsed.success) {
    const { profile, history, training, own } = parsed.output;
    return succeed({ profile, history, training, ...(own === undefined ? {} : { own }) });
  }
  const head = v.safeParse(v.object({ format: v.literal(format), version: v.number() }), data);
  return fail(head.success && head.output.version > backupVersion ? 'newer' : 'refused');
}
