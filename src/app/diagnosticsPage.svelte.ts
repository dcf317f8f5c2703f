import { diagnosticsText } from '../text/diagnostics';
import { formatMs, formatSpread } from '../text/numbers';
import { formatBytes } from '../text/privacy';
import { appVersion } from './appVersion';
import { capabilityIds, readCapabilities } from './capabilities';
import { formatReport } from './diagnosticsReport';
import { readErrors } from './errorLog';
import type { Hipline } from './hipline.svelte';

type Row = readonly [name: string, value: string];

/** What the diagnostics page shows and what its report says. */
export class DiagnosticsPage {
  readonly capabilities = readCapabilities();
  readonly errors = readErrors();
  storage = $state.raw<StorageEstimate | undefined>();
  tensors = $state<number | undefined>();
  isPersisted = $state<boolean | undefined>();
  copied = $state<'no' | 'yes' | 'failed'>('no');

  constructor(
    private readonly app: Pick<
      Hipline,
      'diagnostics' | 'offline' | 'countTensors' | 'soundDelayMs'
    >,
  ) {}

  /** Asks the browser how much is kept. */
  async read(): Promise<void> {
    this.tensors = await this.app.countTensors();
    if (!('storage' in navigator)) return;
    this.storage = await navigator.storage.estimate();
    this.isPersisted = await navigator.storage.persisted();
  }

  /** Engine, rates and times; none before the first picture. */
  get speed(): readonly Row[] {
    const { engine, inferenceMs, coreMs, judged, dropped, ratePerSec, clockDriftRatio } =
      this.app.diagnostics;
    const { judgedDelayMs, paintedDelayMs, outlineEverySec } = this.app.diagnostics;
    const { rows, chosen } = diagnosticsText;
    if (engine === undefined) return [];
    return [
      [rows.engine, engine.engine],
      [rows.model, engine.model],
      [rows.chosen, chosen[engine.chosen ?? 'byName']],
      [rows.backend, engine.backend],
      [rows.load, formatMs(engine.loadMs)],
      [rows.rate, ratePerSec === undefined ? '–' : ratePerSec.toFixed(0)],
      [rows.frame, formatMs(inferenceMs)],
      [rows.core, formatMs(coreMs)],
      [rows.outlines, outlineEverySec === undefined ? '–' : (1 / outlineEverySec).toFixed(1)],
      [rows.toVerdict, formatSpread(judgedDelayMs)],
      [rows.toScreen, formatSpread(paintedDelayMs)],
      [rows.toSound, formatMs(this.app.soundDelayMs)],
      [rows.judged, String(judged)],
      [rows.dropped, String(dropped)],
      [rows.drift, clockDriftRatio === undefined ? '–' : `${(100 * clockDriftRatio).toFixed(3)} %`],
      [rows.tensors, this.tensors === undefined ? '–' : String(this.tensors)],
    ];
  }

  get storageRows(): readonly Row[] {
    const { rows, kept, persisted, notPersisted } = diagnosticsText;
    const size = (bytes: number | undefined): string =>
      bytes === undefined ? '–' : formatBytes(bytes);
    return [
      [rows.version, appVersion],
      [rows.offline, kept[this.app.offline.state]],
      [rows.usage, size(this.storage?.usage)],
      [rows.quota, size(this.storage?.quota)],
      [
        rows.persisted,
        this.isPersisted === undefined ? '–' : this.isPersisted ? persisted : notPersisted,
      ],
    ];
  }

  get capabilityRows(): readonly Row[] {
    const { capabilities, yes, no } = diagnosticsText;
    return capabilityIds.map((id) => [capabilities[id], this.capabilities[id] ? yes : no]);
  }

  /** The report as text. */
  get report(): string {
    return formatReport({
      appVersion,
      browser: navigator.userAgent,
      cores: navigator.hardwareConcurrency,
      screen: `${screen.width}x${screen.height}`,
      capabilities: this.capabilities,
      measured: [...this.speed, ...this.storageRows.slice(1)],
      errors: this.errors,
    });
  }

  async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.report);
      this.copied = 'yes';
    } catch {
      // Not allowed here: the text stands on the page to be marked by hand.
      this.copied = 'failed';
    }
  }
}
