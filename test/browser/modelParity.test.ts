import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/setup.mjs';
import { expect, test } from './harness';

/** test/fixtures/parity/README.md says how it was made. */
interface Reference {
  readonly heatmapStep: number;
  readonly segmentationStep: number;
  readonly detectorStep: number;
  readonly landmark: Readonly<
    Record<
      string,
      {
        readonly landmarks: number[];
        readonly flag: number[];
        readonly world: number[];
        readonly heatmapLogits: number[];
        readonly segmentationLogits: number[];
      }
    >
  >;
  readonly detector: {
    readonly boxes: number[];
    readonly scores: number[];
    readonly best: number;
    readonly bestBox: number[];
    readonly bestScore: number;
  };
}

const reference = JSON.parse(
  readFileSync(join(projectRoot, 'test/fixtures/parity/reference.json'), 'utf8'),
) as Reference;

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** The largest difference; Infinity where the lengths differ or anything is no number. */
function computeError(found: readonly number[] | undefined, expected: readonly number[]): number {
  if (found?.length !== expected.length || found.length === 0) return Infinity;
  const errors = found.map((value, index) => Math.abs(value - (expected[index] ?? NaN)));
  return errors.every(Number.isFinite) ? Math.max(...errors) : Infinity;
}

const takeEvery = (values: readonly number[] | undefined, step: number): number[] | undefined =>
  values?.filter((_, index) => index % step === 0);

for (const [model, expected] of Object.entries(reference.landmark)) {
  test(`the converted ${model} landmark model answers as the original`, async ({ openHarness }) => {
    const page = await openHarness();
    const outputs = await page.evaluate(
      (model) => window.harness.runModel(model, '/test/fixtures/parity/crop.png', 0, 255),
      model,
    );
    const heatmap = takeEvery(outputs.activation_heatmap, reference.heatmapStep);
    const segmentation = takeEvery(outputs.activation_segmentation, reference.segmentationStep);
    const errors = {
      landmarks: computeError(outputs.ld_3d, expected.landmarks),
      flag: computeError(outputs.output_poseflag, expected.flag),
      world: computeError(outputs.world_3d, expected.world),
      heatmap: computeError(heatmap, expected.heatmapLogits.map(sigmoid)),
      segmentation: computeError(segmentation, expected.segmentationLogits.map(sigmoid)),
    };
    expect(errors.landmarks, 'input pixels').toBeLessThan(0.005);
    expect(errors.flag).toBeLessThan(1e-4);
    expect(errors.world, 'metres').toBeLessThan(1e-4);
    expect(errors.heatmap).toBeLessThan(1e-4);
    expect(errors.segmentation).toBeLessThan(1e-3);
  });
}

test('the converted detector answers as the original', async ({ openHarness }) => {
  const page = await openHarness();
  const { Identity: output = [] } = await page.evaluate(() =>
    window.harness.runModel('detector', '/test/fixtures/parity/whole.png', -1, 127.5),
  );
  const { boxes, scores, best, bestBox, bestScore } = reference.detector;
  expect(output).toHaveLength(2254 * 13);
  const foundScores = output.filter((_, index) => index % 13 === 0);
  const foundBoxes = output.filter((_, index) => index % 13 !== 0);
  const errors = {
    scores: computeError(takeEvery(foundScores, reference.detectorStep), scores),
    boxes: computeError(takeEvery(foundBoxes, reference.detectorStep), boxes),
    bestBox: computeError(foundBoxes.slice(best * 12, best * 12 + 12), bestBox),
  };
  expect(foundScores.indexOf(Math.max(...foundScores))).toBe(best);
  expect(foundScores[best]).toBeCloseTo(bestScore, 3);
  expect(errors.scores, 'logits').toBeLessThan(0.005);
  expect(errors.boxes, 'input pixels').toBeLessThan(0.01);
  expect(errors.bestBox, 'input pixels').toBeLessThan(0.01);
});
