import * as v from 'valibot';
import type { FaultId } from '../core/form/rule';
import { isRuleSwitch } from '../core/exercises/ruleSwitches';
import type { RuleChanges, RuleSwitch } from '../core/form/strictness';
import type { MeasureId } from '../core/kinematics/measures';
import { faultText } from '../text/faults';
import { type Language, languages, useLanguage } from '../text/language';

const storageKey = 'hipline.settings';

const limitSchema = v.object({
  specRow: v.string(),
  faultId: v.picklist(Object.keys(faultText) as FaultId[]),
  signal: v.custom<MeasureId>((value) => typeof value === 'string'),
  sense: v.picklist(['above', 'below', 'beyond']),
  nth: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  warn: v.pipe(v.number(), v.finite()),
  fail: v.exactOptional(v.pipe(v.number(), v.finite())),
});

/** The browser's language where every word is there in it, else English. */
export function findLanguage(preferred: string | undefined): Language {
  const [primary] = (preferred ?? '').toLowerCase().split('-');
  return languages.find((language) => language === primary) ?? 'en';
}

const browserLanguage = (): string | undefined =>
  'navigator' in globalThis ? globalThis.navigator.language : undefined;

const hexSchema = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/));

/** Those of a list that can be read: one unknown word must not undo all that a clinician has set. */
const readable = <T extends v.GenericSchema>(item: T) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((found) =>
        found.flatMap((one): v.InferOutput<T>[] => {
          const parsed = v.safeParse(item, one);
          return parsed.success ? [parsed.output] : [];
        }),
      ),
    ),
    [],
  );

/** How long a bar across the pelvis may be, centimetres. */
export const barCmRange = { least: 30, most: 80 } as const;

/** Each choice stands by itself: one that cannot be read gives its own default and no other's. */
const schema = v.object({
  voice: v.fallback(v.boolean(), true),
  /** 0..1. */
  volume: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.8),
  /** How fast the voice speaks; 1 is its own pace. */
  rate: v.fallback(v.pipe(v.number(), v.minValue(0.7), v.maxValue(1.6)), 1),
  /** The chosen voice by the name that its system gives it; empty for the first that fits. */
  voiceName: v.fallback(v.string(), ''),
  /** Three seconds are counted down before a set starts by itself. */
  countdown: v.fallback(v.boolean(), true),
  /** A tone while form is lost, in the first two stages. */
  tone: v.fallback(v.boolean(), false),
  language: v.fallback(v.picklist(languages), () => findLanguage(browserLanguage())),
  /** As the system is, or always the same; a running set is dark in any case. */
  theme: v.fallback(v.picklist(['system', 'dark', 'light']), 'system'),
  /** The picture is shown as in a mirror. */
  mirror: v.fallback(v.boolean(), true),
  /** What weights are told in. */
  unit: v.fallback(v.picklist(['kg', 'lb']), 'kg'),
  /** `auto`: the finer one that the machine keeps up with. */
  model: v.fallback(v.picklist(['auto', 'lite', 'full', 'heavy']), 'auto'),
  /** The chosen camera; empty for the one that the browser prefers. */
  cameraId: v.fallback(v.string(), ''),
  /** What is kept of every set: its picture and what was measured, the latter alone, or nothing. */
  record: v.fallback(v.picklist(['video', 'data', 'off']), 'video'),
  strictness: v.fallback(v.picklist(['learn', 'standard', 'clinician']), 'standard'),
  /** An arched back stops the good clock where the exercise asks for it. */
  archAlert: v.fallback(v.boolean(), true),
  archWording: v.fallback(v.picklist(['programme', 'plain']), 'programme'),
  /** Bands are worn round the lower ribs and the pelvis, and which colours they have. */
  belt: v.fallback(v.boolean(), false),
  beltRibs: v.fallback(hexSchema, '#ff7a00'),
  beltPelvis: v.fallback(hexSchema, '#00b050'),
  /** A bar or a strip of tape is across the pelvis, and which colour and length it has. */
  bar: v.fallback(v.boolean(), false),
  barColour: v.fallback(hexSchema, '#ff2bd0'),
  barCm: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(barCmRange.least), v.maxValue(barCmRange.most)),
    50,
  ),
  /** What the clinician has switched off. */
  off: readable(v.custom<RuleSwitch>(isRuleSwitch)),
  /** Limits that the clinician has set. */
  limits: readable(limitSchema),
});

export type SettingsData = v.InferOutput<typeof schema>;

/** Settings out of stored text; what is missing or cannot be read is as it is at first. */
export function parseSettings(text: string | null): SettingsData {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text ?? '{}'));
    if (parsed.success) return parsed.output;
  } catch {
    // Not JSON: written by nobody we know.
  }
  return v.parse(schema, {});
}

/** What the chosen strictness changes in the rules of a set (spec 3.6). */
export function toRuleChanges({ strictness, off, limits }: SettingsData): RuleChanges {
  return strictness === 'clinician' ? { off, limits } : { strictness };
}

const personKey = (personId: string): string => `${storageKey}.${personId}`;

/** What a person has chosen, as text; null where they never have. */
export function readPersonSettings(personId: string): string | null {
  try {
    return localStorage.getItem(personKey(personId));
  } catch {
    // Forbidden by the browser's privacy settings.
    return null;
  }
}

/** Keeps what a person has chosen; null forgets it. */
export function writePersonSettings(personId: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(personKey(personId));
    else localStorage.setItem(personKey(personId), text);
  } catch {
    // Storage is full or forbidden: the choice holds until the page closes.
  }
}

/** The athlete's choices, kept on this device where the browser allows it. */
export class Settings {
  #data = $state.raw<SettingsData>(parseSettings(readStored()));

  /** Whose choices they are; undefined until somebody's database is open. */
  #personId: string | undefined;

  constructor() {
    useLanguage(this.#data.language);
  }

  get data(): SettingsData {
    return this.#data;
  }

  change(part: Partial<SettingsData>): void {
    this.#store({ ...this.#data, ...part });
  }

  /**
   * From now on the choices are this person's; the camera and the model stay those of the device.
   * @param isFirst nobody else trains on this device: what was chosen so far is theirs
   */
  bind(personId: string, isFirst: boolean): void {
    const before = this.#personId;
    // Who was here first may never have chosen anything: what they leave stays theirs.
    if (before !== undefined && before !== personId && readPersonSettings(before) === null) {
      writePersonSettings(before, JSON.stringify(this.#data));
    }
    this.#personId = personId;
    const text = readPersonSettings(personId);
    if (text === null && isFirst) return;
    const { cameraId, model, language, theme, unit } = this.#data;
    const own =
      text === null ? { ...parseSettings(null), language, theme, unit } : parseSettings(text);
    this.#store({ ...own, cameraId, model });
  }

  /** Everything as it is at first. */
  reset(): void {
    this.#store(parseSettings(null));
  }

  #store(data: SettingsData): void {
    // Before the screens hear of it: they read their words again at once.
    useLanguage(data.language);
    this.#data = data;
    const text = JSON.stringify(data);
    if (this.#personId !== undefined) writePersonSettings(this.#personId, text);
    try {
      // The page begins with them before it is known who trains.
      localStorage.setItem(storageKey, text);
    } catch {
      // Storage is full or forbidden: the choice holds until the page closes.
    }
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // Forbidden by the browser's privacy settings.
    return null;
  }
}
