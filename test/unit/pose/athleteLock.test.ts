import { describe, expect, it } from 'vitest';
import type { Appearance } from '../../../src/pose/appearance';
import { AthleteLock, type Sighting } from '../../../src/pose/athleteLock';

/** Clothes as a share of two colours: 1 and 0 have nothing in common. */
const wearing = (share: number): Appearance => Float32Array.of(share, 1 - share);

const athlete: Sighting = {
  tSec: 0,
  appearance: wearing(1),
  xPx: 300,
  yPx: 200,
  torsoPx: 100,
  rotationRad: 0,
  joints: [],
};
const stranger = { appearance: wearing(0) };

/** A lock on the athlete, who was last seen at 2 s. */
function lockOn(): AthleteLock {
  const lock = new AthleteLock();
  for (let tSec = 0; tSec <= 2; tSec += 0.125) lock.accept({ ...athlete, tSec });
  return lock;
}

const at = (tSec: number, part: Partial<Sighting> = {}): Sighting => ({
  ...athlete,
  tSec,
  ...part,
});

describe('the lock on the athlete', () => {
  it('takes whoever is seen first, and holds on after a second', () => {
    const lock = new AthleteLock();
    expect(lock.identify(at(0, stranger))).toBe('own');
    lock.accept(at(0));
    lock.accept(at(0.9));
    expect(lock.isLocked).toBe(false);
    lock.accept(at(1));
    expect(lock.isLocked).toBe(true);
    expect(lock.identify(at(1.1, stranger))).toBe('other');
  });

  it('knows the athlete elsewhere by their clothes', () => {
    const lock = lockOn();
    expect(lock.identify(at(6, { xPx: 600, torsoPx: 60 }))).toBe('own');
    expect(lock.identify(at(6, { xPx: 600, torsoPx: 60, ...stranger }))).toBe('other');
  });

  it('goes by place and size where the clothes are half hidden', () => {
    const lock = lockOn();
    const half = { appearance: wearing(0.65) };
    expect(lock.identify(at(2.1, { ...half, xPx: 350 }))).toBe('own');
    expect(lock.identify(at(2.1, { ...half, xPx: 500 }))).toBe('other');
    expect(lock.identify(at(2.1, { ...half, torsoPx: 190 }))).toBe('other');
  });

  it('goes by place and size alone where no clothes are to be seen', () => {
    const unseen = { appearance: undefined };
    expect(lockOn().identify(at(2.1, unseen))).toBe('own');
    expect(lockOn().identify(at(2.1, { ...unseen, xPx: 600 }))).toBe('other');
  });

  it('does not believe that a body turned over from one picture to the next', () => {
    const lock = lockOn();
    expect(lock.identify(at(2.1, { rotationRad: Math.PI }))).toBe('flipped');
    expect(lock.identify(at(2.1, { rotationRad: 0.4 * Math.PI }))).toBe('own');
    expect(lock.identify(at(4, { rotationRad: Math.PI }))).toBe('own');
  });

  it('measures the turn the short way round', () => {
    const lock = new AthleteLock();
    lock.accept(at(0, { rotationRad: 0.95 * Math.PI }));
    expect(lock.identify(at(0.1, { rotationRad: -0.95 * Math.PI }))).toBe('own');
  });

  it('follows the light slowly', () => {
    const lock = lockOn();
    let share = 1;
    for (let tSec = 2.1; tSec < 40; tSec += 0.1) {
      share = Math.max(0.2, share - 0.004);
      const sighting = at(tSec, { appearance: wearing(share) });
      expect(lock.identify(sighting)).toBe('own');
      lock.accept(sighting);
    }
    expect(lock.identify(at(40, { xPx: 900, appearance: wearing(0.2) }))).toBe('own');
  });

  it.each([
    ['bends to the side', (share: number) => ({ rotationRad: -share })],
    ['leans toward the camera', (share: number) => ({ torsoPx: 100 * Math.cos(share) })],
  ])('learns what a body shows as it %s', (_, turned) => {
    const lock = lockOn();
    // As far as in a hinge or a squat, within a second: half of the strip was out of sight before.
    const bend = (share: number): Partial<Sighting> => ({
      appearance: wearing(1 - 0.55 * share),
      ...turned(share),
    });
    expect(lock.compare(at(2, bend(1)))).toBeLessThan(0.7);
    for (let tSec = 2; tSec <= 3.05; tSec += 0.1) {
      const sighting = at(tSec, bend(Math.min(1, tSec - 2)));
      expect(lock.identify(sighting)).toBe('own');
      lock.accept(sighting);
    }
    expect(lock.compare(at(3.2, bend(1)))).toBeGreaterThan(0.88);
    // Upright again they are themselves from the first picture on.
    expect(lock.identify(at(6, { xPx: 900 }))).toBe('own');
  });

  it.each([0.3, 0.5, 1])(
    'does not learn from who comes before somebody still within %s s',
    (comesSec) => {
      const lock = lockOn();
      const identities = [];
      for (let tSec = 2; tSec <= 2 + comesSec + 5; tSec += 1 / 30) {
        const there = Math.min(1, (tSec - 2) / comesSec);
        // As the pose trembles, so do the turn and the length.
        const rotationRad = 0.05 * Math.sin(40 * tSec);
        const torsoPx = 100 + 4 * Math.sin(31 * tSec);
        const sighting = at(tSec, { appearance: wearing(1 - there), rotationRad, torsoPx });
        const identity = lock.identify(sighting);
        identities.push(identity);
        if (identity === 'own') lock.accept(sighting);
      }
      expect(identities.at(-1)).toBe('other');
      // Nobody takes over in between, and it is told before they stand there wholly.
      expect(identities.lastIndexOf('own')).toBeLessThan(30 * comesSec);
      expect(lock.identify(at(20))).toBe('own');
    },
  );

  it.each([30, 60, 90])(
    'nor within half a second before somebody who turns by %s° a second',
    (turnDegPerSec) => {
      const lock = lockOn();
      let identity;
      for (let tSec = 2; tSec <= 3; tSec += 1 / 30) {
        const there = Math.min(1, (tSec - 2) / 0.5);
        const rotationRad = ((Math.PI / 180) * turnDegPerSec * there) / 2;
        const sighting = at(tSec, { appearance: wearing(1 - there), rotationRad });
        identity = lock.identify(sighting);
        if (identity === 'own') lock.accept(sighting);
      }
      expect(identity).toBe('other');
    },
  );

  it('is in no doubt because of who stands elsewhere', () => {
    const lock = lockOn();
    expect(lock.identify(at(2.2, { ...stranger, xPx: 600 }))).toBe('other');
    expect(lock.identify(at(2.4, { appearance: wearing(0.65) }))).toBe('own');
  });

  it('does not take the limbs of who passes for those of an athlete half hidden', () => {
    const knee = { xPx: 300, yPx: 400 };
    const lock = lockOn();
    lock.accept(at(2.1, { joints: [undefined, knee] }));
    const half = (tSec: number, xPx: number, share = 0.65): Sighting =>
      at(tSec, {
        appearance: wearing(share),
        joints: [
          { xPx: 300, yPx: 0 },
          { ...knee, xPx },
        ],
      });
    // As fast as a step, and at thirty pictures a second a trunk's length in one of them.
    expect(lock.identify(half(2.2, 400))).toBe('own');
    expect(lock.identify(half(2.133, 400, 1))).toBe('own');
    expect(lock.identify(half(2.133, 400))).toBe('other');
  });

  it('believes in new light only of someone who stays exactly in place', () => {
    const lock = lockOn();
    for (let tSec = 2.1; tSec < 10; tSec += 0.1) {
      expect(lock.identify(at(tSec, stranger))).toBe('other');
    }
    const later = at(10.2, stranger);
    expect(lock.identify(later)).toBe('own');
    lock.accept(later);
    expect(lock.identify(at(10.3, stranger))).toBe('own');
    // What was learned first still counts.
    expect(lock.identify(at(10.3))).toBe('own');
  });

  it('does not take a passer-by for the athlete, however long it takes', () => {
    const lock = lockOn();
    for (let tSec = 2.1; tSec < 30; tSec += 0.1) {
      const xPx = 300 + 200 * Math.sin(tSec);
      expect(lock.identify(at(tSec, { ...stranger, xPx, torsoPx: 130 }))).toBe('other');
    }
  });

  it('lets go of an athlete who left, not of one who is hidden', () => {
    const lock = lockOn();
    lock.forgetLost(11.9);
    expect(lock.isLocked).toBe(true);
    lock.noteHidden(11.9);
    lock.forgetLost(21);
    expect(lock.isLocked).toBe(true);
    lock.forgetLost(22);
    expect(lock.isLocked).toBe(false);
    expect(lock.identify(at(22, stranger))).toBe('own');
  });

  it('starts anew with someone who was seen too briefly to be learned', () => {
    const lock = new AthleteLock();
    lock.accept(at(0));
    lock.forgetLost(3);
    lock.accept(at(3, stranger));
    expect(lock.isLocked).toBe(false);
    lock.accept(at(4, stranger));
    expect(lock.identify(at(4.1, { ...stranger, xPx: 900 }))).toBe('own');
    expect(lock.identify(at(4.1, { xPx: 900 }))).toBe('other');
  });
});

describe('the way that a lying athlete points', () => {
  const side = Math.PI / 2;

  /** A lock on an athlete who has lain on the side of the picture since 2 s. */
  function lockLying(lies: boolean): AthleteLock {
    const lock = new AthleteLock();
    lock.begin(lies);
    for (let tSec = 0; tSec < 2; tSec += 0.125) lock.accept(at(tSec));
    for (let tSec = 2; tSec <= 4; tSec += 0.125) lock.accept(at(tSec, { rotationRad: side }));
    return lock;
  }

  it('is held on to for the set once they have lain for a second', () => {
    const lock = lockLying(true);
    expect(lock.lyingRad).toBe(side);
    expect(lock.identify(at(9, { rotationRad: -side }))).toBe('flipped');
    expect(lock.identify(at(9, { rotationRad: side + 0.5 }))).toBe('own');
    // Who sits up is still themselves.
    expect(lock.identify(at(9, { rotationRad: 0 }))).toBe('own');
  });

  it('is not where the exercise is done upright', () => {
    const lock = lockLying(false);
    expect(lock.lyingRad).toBeUndefined();
    expect(lock.identify(at(9, { rotationRad: -side }))).toBe('own');
  });

  it('is let go of with the athlete, and in the next set', () => {
    const lock = lockLying(true);
    lock.forgetLost(20);
    expect(lock.lyingRad).toBeUndefined();
    expect(lock.identify(at(20, { rotationRad: -side }))).toBe('own');
  });
});
