import { type SetRun, startSet, stepSet } from '../../../src/core/coach/pipeline';
import { loadEngine, type LoadedEngine } from '../../../src/pose/loadedEngine';
import type { ModelId } from '../../../src/pose/protocol';
import { loadPictures } from '../../browser/page/clip';

/** The pipeline on the page's own thread, where the profiler can look at it. */
class OnPage {
  #next = 0;

  private constructor(
    private readonly loaded: LoadedEngine,
    private readonly run: SetRun,
    private readonly pictures: readonly ImageBitmap[],
  ) {}

  static async load(clipUrl: string, model: ModelId, outline: boolean): Promise<OnPage> {
    const pictures = await loadPictures(clipUrl);
    const [first] = pictures;
    if (first === undefined) throw new Error('no pictures');
    const loaded = await loadEngine({
      engine: 'roi',
      model,
      backend: 'wasm',
      modelBaseUrl: '/models/',
      wasmBaseUrl: '/wasm/',
    });
    loaded.engine.begin({ outline, lies: true });
    const format = { widthPx: first.width, heightPx: first.height, cameraRollDeg: 0 };
    return new OnPage(
      loaded,
      startSet({ ...format, exercise: 'gluteBridge', begin: 'now' }),
      pictures,
    );
  }

  /** @returns milliseconds of each picture */
  async step(count: number): Promise<number[]> {
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      const source = this.pictures[this.#next % this.pictures.length];
      if (source === undefined) throw new Error('no pictures');
      const start = performance.now();
      const picture = { source, widthPx: source.width, heightPx: source.height };
      stepSet(this.run, await this.loaded.detect(picture, ++this.#next / 30));
      times.push(performance.now() - start);
    }
    return times;
  }

  /** Makes every picture so wide. */
  async scaled(widthPx: number): Promise<OnPage> {
    const pictures = await Promise.all(
      this.pictures.slice(0, 24).map((picture) =>
        createImageBitmap(picture, {
          resizeWidth: widthPx,
          resizeHeight: Math.round((widthPx * picture.height) / picture.width),
        }),
      ),
    );
    return this.#with(pictures);
  }

  /** So many people beside one another in every picture. */
  async crowded(people: number): Promise<OnPage> {
    const pictures = await Promise.all(
      this.pictures.slice(0, 24).map((picture) => {
        const canvas = new OffscreenCanvas(picture.width * people, picture.height);
        const context = canvas.getContext('2d');
        for (let n = 0; n < people; n++) context?.drawImage(picture, n * picture.width, 0);
        return createImageBitmap(canvas);
      }),
    );
    return this.#with(pictures);
  }

  /** Milliseconds of one picture in which everybody has to be found first. */
  async search(): Promise<number> {
    this.loaded.engine.begin({ outline: false, lies: true });
    const [ms = NaN] = await this.step(1);
    return ms;
  }

  #with(pictures: readonly ImageBitmap[]): OnPage {
    const [first] = pictures;
    const format = { widthPx: first?.width ?? 0, heightPx: first?.height ?? 0, cameraRollDeg: 0 };
    return new OnPage(
      this.loaded,
      startSet({ ...format, exercise: 'gluteBridge', begin: 'now' }),
      pictures,
    );
  }
}

/** Loads the pipeline onto this thread. */
export const loadOnPage = (clipUrl: string, model: ModelId, outline: boolean): Promise<OnPage> =>
  OnPage.load(clipUrl, model, outline);

/** Milliseconds of one picture. */
interface Cost {
  readonly trackedMs: number[];
  readonly searchedMs: number[];
}

async function costInTurn(
  variants: ReadonlyMap<number, OnPage>,
  rounds: number,
): Promise<[number, Cost][]> {
  const costs = new Map<number, Cost>();
  for (let round = -1; round < rounds; round++) {
    for (const [key, variant] of variants) {
      const searchedMs = await variant.search();
      const trackedMs = await variant.step(8);
      if (round < 0) continue;
      const cost = costs.get(key) ?? { trackedMs: [], searchedMs: [] };
      cost.trackedMs.push(...trackedMs);
      cost.searchedMs.push(searchedMs);
      costs.set(key, cost);
    }
  }
  return [...costs];
}

/** What a picture costs by its width and by the people in it, in turn in one run. */
export async function measureScaling(
  clipUrl: string,
  widthsPx: readonly number[],
  crowds: readonly number[],
  rounds: number,
): Promise<{ readonly widths: [number, Cost][]; readonly people: [number, Cost][] }> {
  const whole = await OnPage.load(clipUrl, 'lite', false);
  const widths = new Map<number, OnPage>();
  for (const widthPx of widthsPx) widths.set(widthPx, await whole.scaled(widthPx));
  const people = new Map<number, OnPage>();
  for (const n of crowds) people.set(n, await whole.crowded(n));
  return {
    widths: await costInTurn(widths, rounds),
    people: await costInTurn(people, rounds),
  };
}
