import type { Page } from '@playwright/test';
import { expect } from './story';

/** A rep of the summary as the page lists it. */
export interface SummaryRep {
  readonly kind: string;
  readonly quality: boolean;
  readonly goodSec: number;
  readonly unseenSec: number;
  readonly faults: readonly string[];
}

/** A fault of the summary as the page lists it. */
export interface SummaryFault {
  readonly fault: string;
  readonly level: string;
  readonly rep: number;
  readonly side: string | undefined;
}

/** What a set came to, read from the summary's own elements. */
export interface Summary {
  readonly sentence: string;
  readonly reps: readonly SummaryRep[];
  readonly faults: readonly SummaryFault[];
}

/** Waits for the summary, passing over what is asked before it, and reads it. */
export async function readSummary(page: Page, timeout = 60_000): Promise<Summary> {
  const skip = page.getByTestId('break-skip-all');
  await expect(page.getByTestId('summary').or(skip)).toBeVisible({ timeout });
  if (await skip.isVisible()) await skip.click();
  await expect(page.getByTestId('summary')).toBeVisible({ timeout });
  const reps = await page
    .getByTestId('summary-reps')
    .locator('li')
    .evaluateAll((items) =>
      items.map((item) => {
        const {
          kind = '',
          quality,
          goodSec,
          unseenSec,
          faults = '',
        } = (item as HTMLElement).dataset;
        return {
          kind,
          quality: quality === 'true',
          goodSec: Number(goodSec),
          unseenSec: Number(unseenSec),
          faults: faults.split(' ').filter((id) => id !== ''),
        };
      }),
    );
  const faults = await page
    .getByTestId('summary-faults')
    .locator('li')
    .evaluateAll((items) =>
      items.map((item) => {
        const { fault = '', level = '', rep, side } = (item as HTMLElement).dataset;
        return { fault, level, rep: Number(rep), side };
      }),
    );
  const sentence = (await page.getByTestId('summary-sentence').textContent()) ?? '';
  return { sentence: sentence.trim(), reps, faults };
}
