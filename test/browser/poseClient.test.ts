import { expect, test } from './harness';

const clip = '/test/fixtures/clips/bridge_side_drop_female.webm';

const setOptions = {
  exercise: 'gluteBridge',
  begin: 'now',
  widthPx: 640,
  heightPx: 480,
  cameraRollDeg: 0,
} as const;

test('pictures become snapshots, one in flight, the newest next, the rest dropped', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const result = await page.evaluate(
    async ({ url, setOptions }) => {
      const { harness } = window;
      const steps: number[] = [];
      const client = harness.createClient({ onStep: ({ frame }) => steps.push(frame.tSec) });
      const loaded = await client.loadEngine(harness.engineOptions);
      await client.startSet(setOptions);
      const pictures = await harness.loadPictures(url, 1, 5);
      const outcomes = await Promise.all(
        pictures.map((picture, index) =>
          client.offerPicture({ picture, tSec: index / 30, widthPx: 640, heightPx: 480 }),
        ),
      );
      const kinds = outcomes.map((outcome) => (outcome ? outcome.ok : 'dropped'));
      const snapshot = client.lastSnapshot;
      const ended = await client.endSet();
      client.dispose();
      return {
        loaded,
        kinds,
        steps,
        dropped: client.droppedCount,
        openPictures: pictures.filter((picture) => picture.width > 0).length,
        points: snapshot?.pose?.filter((point) => point !== undefined).length,
        phase: ended.ok ? ended.value?.setPhase : ended.error,
      };
    },
    { url: clip, setOptions },
  );
  expect(result.loaded).toMatchObject({ ok: true, value: { engine: 'roi', backend: 'wasm' } });
  expect(result.kinds).toEqual([true, 'dropped', 'dropped', 'dropped', true]);
  expect(result.steps).toEqual([0, 4 / 30]);
  expect(result.dropped).toBe(3);
  expect(result.openPictures).toBe(0);
  expect(result.points).toBe(33);
  expect(result.phase).toBe('ended');
});

test('the model is chosen by the pace: full for the outline, else what keeps it', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const chosen = await page.evaluate(async () => {
    const { harness } = window;
    const client = harness.createClient();
    const load = async (fps: number, outline: boolean) => {
      const pace = { fps, outline };
      const loaded = await client.loadEngine({ ...harness.engineOptions, model: 'auto', pace });
      if (!loaded.ok) throw new Error(loaded.error.code);
      return { model: loaded.value.model, chosen: loaded.value.chosen };
    };
    const results = {
      easy: await load(0.01, false),
      impossible: await load(1e6, false),
      outline: await load(1e6, true),
    };
    client.dispose();
    return results;
  });
  expect(chosen).toEqual({
    easy: { model: 'full', chosen: 'keepsPace' },
    impossible: { model: 'lite', chosen: 'tooSlow' },
    outline: { model: 'full', chosen: 'tooSlow' },
  });
});

test('a source that waits for each picture loses none, as VideoFrame or ImageBitmap', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const result = await page.evaluate(
    async ({ url, setOptions }) => {
      const { harness } = window;
      const client = harness.createClient();
      await client.loadEngine(harness.engineOptions);
      await client.startSet(setOptions);
      const found: boolean[] = [];
      for (const [index, bitmap] of (await harness.loadPictures(url, 1, 6)).entries()) {
        const picture = index % 2 === 0 ? bitmap : new VideoFrame(bitmap, { timestamp: index });
        const message = { picture, tSec: index / 30, widthPx: 640, heightPx: 480 };
        const outcome = await client.offerPicture(message);
        found.push(outcome?.ok === true && outcome.value.frame.image !== undefined);
      }
      client.dispose();
      return { found, dropped: client.droppedCount };
    },
    { url: clip, setOptions },
  );
  expect(result).toEqual({ found: [true, true, true, true, true, true], dropped: 0 });
});

test('a picture that was closed is named as such and the next one is judged', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const codes = await page.evaluate(
    async ({ url, setOptions }) => {
      const { harness } = window;
      const client = harness.createClient();
      await client.loadEngine(harness.engineOptions);
      await client.startSet(setOptions);
      const codes: string[] = [];
      const [closed, good] = await harness.loadPictures(url, 1, 2);
      if (!closed || !good) throw new Error('no pictures');
      closed.close();
      for (const picture of [closed, good]) {
        const message = { picture, tSec: codes.length, widthPx: 640, heightPx: 480 };
        const outcome = await client.offerPicture(message);
        codes.push(outcome === undefined ? 'dropped' : outcome.ok ? 'judged' : outcome.error.code);
      }
      client.dispose();
      return codes;
    },
    { url: clip, setOptions },
  );
  expect(codes).toEqual(['frameUnreadable', 'judged']);
});

test('a worker that stops answering is dead; the last snapshot stays; a restart works', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const result = await page.evaluate(
    async ({ url, setOptions }) => {
      const { harness } = window;
      const workers: Worker[] = [];
      const deaths: string[] = [];
      const client = harness.createClient({
        createWorker: () => {
          const worker = harness.createWorker();
          workers.push(worker);
          return worker;
        },
        onWorkerDied: ({ code }) => deaths.push(code),
        limits: { loadMs: 60_000, stepMs: 5_000 },
      });
      await client.loadEngine(harness.engineOptions);
      await client.startSet(setOptions);
      const pictures = await harness.loadPictures(url, 1, 4);
      const offer = async (index: number): Promise<string> => {
        const picture = pictures[index];
        if (!picture) throw new Error('no picture');
        const message = { picture, tSec: index / 30, widthPx: 640, heightPx: 480 };
        const outcome = await client.offerPicture(message);
        return outcome === undefined ? 'dropped' : outcome.ok ? 'judged' : outcome.error.code;
      };
      const before = await offer(0);
      workers[0]?.terminate();
      const during = [await offer(1), await offer(2)];
      const keptSec = client.lastSnapshot?.tSec;
      const restarted = await client.restart();
      await client.startSet(setOptions);
      const after = await offer(3);
      client.dispose();
      return {
        before,
        during,
        deaths,
        keptSec,
        restarted: restarted.ok,
        after,
        workers: workers.length,
      };
    },
    { url: clip, setOptions },
  );
  expect(result).toEqual({
    before: 'judged',
    during: ['workerDied', 'workerDied'],
    deaths: ['workerDied'],
    keptSec: 0,
    restarted: true,
    after: 'judged',
    workers: 2,
  });
});

test('a worker whose script cannot be loaded is dead at once', async ({ openHarness }) => {
  const page = await openHarness();
  const result = await page.evaluate(async () => {
    const { harness } = window;
    const deaths: string[] = [];
    const client = harness.createClient({
      createWorker: () => new Worker('/no/such/worker.js', { type: 'module' }),
      onWorkerDied: ({ code }) => deaths.push(code),
    });
    const outcome = await client.loadEngine(harness.engineOptions);
    return { code: outcome.ok ? 'ok' : outcome.error.code, deaths };
  });
  expect(result).toEqual({ code: 'workerDied', deaths: ['workerDied'] });
});
