import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPicture, placePoint } from '../../../src/ui/overlay/fitPicture';

const picture = { widthPx: 640, heightPx: 480 };

describe('fitPicture', () => {
  it('covers a wide screen with a 4:3 picture, cutting top and bottom alike', () => {
    const fit = fitPicture(picture, { widthPx: 1280, heightPx: 720 });
    expect(fit).toEqual({
      mode: 'cover',
      scale: 2,
      leftPx: 0,
      topPx: -120,
      widthPx: 1280,
      heightPx: 960,
    });
  });

  it('shows all of the picture on a phone held upright, where covering would cut the athlete', () => {
    const fit = fitPicture(picture, { widthPx: 390, heightPx: 844 });
    expect(fit.mode).toBe('contain');
    expect(fit.widthPx).toBe(390);
    expect(fit.topPx).toBeCloseTo((844 - 292.5) / 2);
  });

  it('shows all of the picture where that is asked for', () => {
    expect(fitPicture(picture, { widthPx: 1280, heightPx: 720 }, true)).toMatchObject({
      mode: 'contain',
      heightPx: 720,
    });
  });
});

describe('placePoint', () => {
  const fit = fitPicture(picture, { widthPx: 1280, heightPx: 720 });

  it('puts a point where CSS shows it', () => {
    expect(placePoint(fit, false, { xPx: 100, yPx: 240 })).toEqual({ x: 200, y: 360 });
  });

  it('mirrors across, never up and down', () => {
    expect(placePoint(fit, true, { xPx: 100, yPx: 240 })).toEqual({ x: 1080, y: 360 });
  });

  it('keeps the middle of the picture in the middle of any box, mirrored or not', () => {
    const size = fc.integer({ min: 100, max: 4000 });
    fc.assert(
      fc.property(size, size, fc.boolean(), fc.boolean(), (widthPx, heightPx, mirrored, whole) => {
        const placed = placePoint(fitPicture(picture, { widthPx, heightPx }, whole), mirrored, {
          xPx: 320,
          yPx: 240,
        });
        expect(placed.x).toBeCloseTo(widthPx / 2, 6);
        expect(placed.y).toBeCloseTo(heightPx / 2, 6);
      }),
    );
  });
});
