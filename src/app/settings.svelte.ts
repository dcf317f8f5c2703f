import * as v from 'valibot';

const storageKey = 'hipline.settings';

const schema = v.object({
  voice: v.boolean(),
  /** 0..1. */
  volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  theme: v.picklist(['dark', 'light']),
});

export type SettingsData = v.InferOutput<typeof schema>;

const defaults: SettingsData = { voice: true, volume: 0.8, theme: 'dark' };

/** Settings out of stored text; anything that is not whole gives the defaults. */
export function parseSettings(text: string | null): SettingsData {
  if (text === null) return defaults;
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : defaults;
  } catch {
    // Not JSON: written by nobody we know.
    return defaults;
  }
}

/** The athlete's choices, kept on this device where the browser allows it. */
export class Settings {
  #data = $state.raw<SettingsData>(defaults);

  constructor() {
    this.#data = parseSettings(readStored());
  }

  get voice(): boolean {
    return this.#data.voice;
  }

  get volume(): number {
    return this.#data.volume;
  }

  get theme(): 'dark' | 'light' {
    return this.#data.theme;
  }

  change(part: Partial<SettingsData>): void {
    this.#data = { ...this.#data, ...part };
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.#data));
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
