import type { Page, Route } from '@playwright/test';
import { expect, test } from './harness';

/** Loads an engine in the worker and says how that went. */
const loadAndTell = (page: Page, overrides: object = {}): Promise<string> =>
  page.evaluate(async (overrides) => {
    const { harness } = window;
    const client = harness.createClient();
    const outcome = await client.loadEngine({ ...harness.engineOptions, ...overrides });
    client.dispose();
    return outcome.ok ? outcome.value.backend : outcome.error.code;
  }, overrides);

const answers: readonly {
  readonly name: string;
  readonly url: string;
  readonly answer: (route: Route) => Promise<void>;
  readonly code: string;
}[] = [
  {
    name: 'a model that is not there',
    url: '**/models/lite/model.json',
    answer: (route) => route.fulfill({ status: 404 }),
    code: 'modelMissing',
  },
  {
    name: 'weights that are not there',
    url: '**/models/detector/*.bin',
    answer: (route) => route.fulfill({ status: 404 }),
    code: 'modelMissing',
  },
  {
    name: 'a connection that breaks',
    url: '**/models/lite/*.bin',
    answer: (route) => route.abort('connectionreset'),
    code: 'modelMissing',
  },
  {
    name: "a server that answers everything with the app's shell",
    url: '**/models/lite/model.json',
    answer: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    code: 'modelCorrupt',
  },
  {
    name: 'weights with one byte changed',
    url: '**/models/lite/*.bin',
    answer: async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body.writeUInt8(body.readUInt8(1000) ^ 1, 1000);
      await route.fulfill({ response, body });
    },
    code: 'modelCorrupt',
  },
  {
    name: 'weights cut short',
    url: '**/models/lite/*.bin',
    answer: async (route) => {
      const response = await route.fetch();
      const body = (await response.body()).subarray(0, 100_000);
      await route.fulfill({ body, contentType: 'application/octet-stream' });
    },
    code: 'modelCorrupt',
  },
  {
    name: 'a wasm binary that is not there',
    url: '**/wasm/*.wasm',
    answer: (route) => route.fulfill({ status: 404 }),
    code: 'backendFailed',
  },
];

for (const { name, url, answer, code } of answers) {
  test(`${name}: ${code}`, async ({ openHarness }) => {
    const page = await openHarness({ prepare: (page) => page.route(url, answer) });
    expect(await loadAndTell(page)).toBe(code);
  });
}

test('without WebAssembly SIMD the app says so', async ({ openHarness }) => {
  const page = await openHarness({
    prepare: async (page) => {
      // What a processor without SIMD makes of the probe; nothing else is validated by hand.
      await page.route('**/src/pose/gpu.ts*', async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        const body = `WebAssembly.validate = () => false;\n${text}`;
        await route.fulfill({ response, body });
      });
    },
  });
  expect(await loadAndTell(page)).toBe('noWasmSimd');
});

/** Chromium with WebGL and WebGPU, both drawn by the processor. */
const softwareGpu = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan,WebGPU',
  '--use-webgpu-adapter=swiftshader',
];

test('a software renderer is never chosen over wasm', async ({ openHarness }) => {
  const page = await openHarness({ args: softwareGpu });
  const { renderer, webgpu, isSoftware } = await page.evaluate(async () => {
    const { harness } = window;
    const renderer = harness.readWebglRenderer();
    const adapter = await (navigator.gpu as GPU | undefined)?.requestAdapter();
    return {
      renderer,
      webgpu: adapter ? `${adapter.info.vendor} ${adapter.info.architecture}` : 'none',
      isSoftware: renderer !== undefined && harness.isSoftwareRenderer(renderer),
    };
  });
  // Without a software renderer to refuse, the rest would prove nothing.
  expect(renderer).toMatch(/swiftshader/i);
  expect(isSoftware).toBe(true);
  expect(webgpu).toMatch(/swiftshader/i);
  expect(await loadAndTell(page, { backend: undefined })).toBe('wasm');
});

for (const backend of ['webgl', 'webgpu'] as const) {
  test(`a lost ${backend} context is told from a broken backend`, async ({ openHarness }) => {
    const page = await openHarness({ args: softwareGpu });
    const result = await page.evaluate(async (backend) => {
      const { harness } = window;
      const { tf } = harness;
      await tf.setBackend(backend);
      const [detector, landmarks] = await Promise.all(
        ['detector', 'lite'].map((name) => harness.loadModelFiles(`/models/${name}/`)),
      );
      if (!detector || !landmarks) throw new Error('no models');
      const context = harness.watchContext(backend);
      const info = { engine: 'roi', model: 'lite', backend, warmupMs: 0, loadMs: 0 } as const;
      const tracker = await harness.RoiTracker.create(detector, landmarks, false);
      const loaded = new harness.LoadedEngine(tracker, info, context);
      const before = context.isLost();
      const { gpgpu, device } = tf.backend() as unknown as {
        gpgpu?: { gl: WebGL2RenderingContext };
        device?: GPUDevice;
      };
      gpgpu?.gl.getExtension('WEBGL_lose_context')?.loseContext();
      device?.destroy();
      const source = await harness.makeBlankPicture(640, 480);
      try {
        await loaded.detect({ source, widthPx: 640, heightPx: 480 }, 0);
        return { before, code: 'none' };
      } catch (error) {
        return { before, code: harness.toPoseError(error)?.code ?? String(error) };
      }
    }, backend);
    expect(result).toEqual({ before: false, code: 'contextLost' });
  });
}
