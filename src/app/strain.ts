/** Under this charge a battery that is not being loaded is to be spared. */
const lowCharge = 0.2;

/** What Chromium tells of the battery; TypeScript's own types no longer have it. */
interface Battery {
  readonly charging: boolean;
  readonly level: number;
}

/** The Compute Pressure API, as far as it is used. */
type PressureObserverConstructor = new (
  take: (records: readonly { readonly state: string }[]) => void,
) => { observe(source: 'cpu', options: { readonly sampleInterval: number }): Promise<void> };

let battery: Battery | undefined;
let isHot = false;

/** Follows battery and heat where the platform tells of them; nothing where it does not. */
export async function watchStrain(): Promise<void> {
  const { getBattery } = navigator as { getBattery?: () => Promise<Battery> };
  try {
    battery = await getBattery?.call(navigator);
    const { PressureObserver: Observer } = globalThis as {
      PressureObserver?: PressureObserverConstructor;
    };
    if (Observer === undefined) return;
    const observer = new Observer((records) => {
      const state = records.at(-1)?.state;
      // The next step is that the machine slows itself down.
      isHot = state === 'critical';
    });
    await observer.observe('cpu', { sampleInterval: 2000 });
  } catch {
    // Not allowed or not there on this platform: nothing is known then.
  }
}

/** The machine is hot or runs down: it is to do less, where that costs no judgement. */
export const isStrained = (): boolean =>
  isHot || (battery !== undefined && !battery.charging && battery.level < lowCharge);
