import type { Page } from '@playwright/test';
import { everyRoute } from '../support/everyRoute';
import { expect, expectAccessible, goTo, type OpenOptions, test } from './story';

/** What a screen shows once it is there; without a camera the ones that want it say so. */
const expectShown = (page: Page, route: string): Promise<void> =>
  expect(page.locator('h1, [role=alert]').first(), route).toBeVisible();

const looks: Readonly<Record<string, OpenOptions>> = {
  'a laptop, light': { colorScheme: 'light' },
  'a phone, dark, in German': { viewport: { width: 390, height: 844 }, locale: 'de-DE' },
};

for (const [look, options] of Object.entries(looks)) {
  test(`every screen is accessible and nothing lies outside of it: ${look}`, async ({
    openApp,
  }) => {
    const page = await openApp({ ...options, reducedMotion: 'reduce' });
    for (const route of everyRoute) {
      await test.step(route, async () => {
        await goTo(page, route);
        await expectShown(page, route);
        await expectAccessible(page);
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overhang, route).toBeLessThanOrEqual(0);
      });
    }
  });
}

/** Notes what gets the focus from now on, and how many stops the tab key has on the screen. */
const countStops = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const reached = new Set<EventTarget>();
    Object.assign(window, { reached });
    document.addEventListener('focusin', ({ target }) => {
      if (target !== null) reached.add(target);
    });
    return document.querySelectorAll('a, button, input, select, textarea, summary').length;
  });

/** What can be pressed and never had the focus; of radio buttons one stands for its group. */
const listMissed = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { reached } = window as unknown as { reached: ReadonlySet<EventTarget> };
    const isRadio = (one: EventTarget): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.type === 'radio';
    const groups = new Set([...reached].filter(isRadio).map(({ name }) => name));
    const isThere = (element: HTMLElement): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(':disabled') &&
      element.closest('[inert]') === null;
    return [
      ...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary'),
    ]
      .filter((element) => isThere(element) && !reached.has(element))
      .filter((element) => !(isRadio(element) && groups.has(element.name)))
      .map((element) => element.outerHTML.slice(0, 120));
  });

test('the keyboard alone reaches everything on every screen', async ({ openApp }) => {
  const page = await openApp();
  for (const route of everyRoute) {
    await test.step(route, async () => {
      await goTo(page, route);
      await expectShown(page, route);
      // Some lists come a moment later than their screen: then it is gone through once more.
      const goThrough = async (): Promise<readonly string[]> => {
        const stops = await countStops(page);
        for (let i = 0; i < stops + 2; i++) await page.keyboard.press('Tab');
        return listMissed(page);
      };
      await expect.poll(goThrough, { message: route }).toEqual([]);
    });
  }
});
