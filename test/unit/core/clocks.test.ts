import { describe, expect, it } from 'vitest';
import { ClockLedger } from '../../../src/core/coach/clocks';

const fps = 30;

/** Runs a ledger at 30 frames a second; `unseen` says when the position cannot be read. */
function run(
  fromSec: number,
  toSec: number,
  ledger = new ClockLedger(),
  unseen: (tSec: number) => boolean = () => false,
): ClockLedger {
  for (let i = Math.round(fromSec * fps); i <= Math.round(toSec * fps); i++) {
    ledger.tick(i / fps, !unseen(i / fps));
  }
  return ledger;
}

const sum = ({ goodSec, faultySec, unseenSec, restSec }: ReturnType<ClockLedger['read']>): number =>
  goodSec + faultySec + unseenSec + restSec;

const next = (sec: number): number => sec + 1 / fps;

describe('the clocks', () => {
  it('rest outside holds', () => {
    expect(run(0, 3).read()).toMatchObject({ goodSec: 0, faultySec: 0, unseenSec: 0 });
    expect(run(0, 3).read().restSec).toBeCloseTo(3, 9);
  });

  it('count the time of a hold as good from its back-dated start', () => {
    const ledger = run(0, 2);
    ledger.open(1.5);
    run(next(2), 4, ledger);
    expect(ledger.read().goodSec).toBeCloseTo(2.5, 6);
    expect(ledger.read().restSec).toBeCloseTo(1.5, 6);
  });

  it('end a hold at its back-dated end: what came after is rest', () => {
    const ledger = run(0, 1);
    ledger.open(1);
    run(next(1), 5, ledger);
    expect(ledger.close(4.5).goodSec).toBeCloseTo(3.5, 6);
    expect(ledger.read().goodSec).toBeCloseTo(3.5, 6);
    expect(ledger.read().restSec).toBeCloseTo(1.5, 6);
  });

  it('move the time since a fault’s crossing from good to faulty', () => {
    const ledger = run(0, 0);
    ledger.open(0);
    run(next(0), 5, ledger);
    ledger.applyFaults([{ startSec: 3, endSec: undefined }]);
    expect(ledger.current.goodSec).toBeCloseTo(3, 6);
    expect(ledger.current.faultySec).toBeCloseTo(2, 6);
  });

  it('give time back to good when a fault is found to have ended earlier', () => {
    const ledger = run(0, 0);
    ledger.open(0);
    run(next(0), 5, ledger);
    ledger.applyFaults([{ startSec: 3, endSec: undefined }]);
    ledger.applyFaults([{ startSec: 3, endSec: 4 }]);
    expect(ledger.current.goodSec).toBeCloseTo(4, 6);
    expect(ledger.current.faultySec).toBeCloseTo(1, 6);
  });

  it('count overlapping faults once', () => {
    const ledger = run(0, 0);
    ledger.open(0);
    run(next(0), 4, ledger);
    ledger.applyFaults([
      { startSec: 1, endSec: 3 },
      { startSec: 2, endSec: 3.5 },
    ]);
    expect(ledger.current.faultySec).toBeCloseTo(2.5, 6);
  });

  it('bridge a gap of less than 0.3 s as good', () => {
    const ledger = run(0, 0);
    ledger.open(0);
    run(next(0), 3, ledger, (t) => t > 1 && t < 1.28);
    expect(ledger.current).toMatchObject({ unseenSec: 0 });
    expect(ledger.current.goodSec).toBeCloseTo(3, 6);
  });

  it('count a longer gap as unseen from its beginning', () => {
    const ledger = run(0, 0);
    ledger.open(0);
    run(next(0), 4, ledger, (t) => t > 1.001 && t < 2.001);
    expect(ledger.current.unseenSec).toBeCloseTo(1, 6);
    expect(ledger.current.goodSec).toBeCloseTo(3, 6);
    expect(ledger.longestGapSec(4)).toBeCloseTo(1, 6);
  });

  it('count a hole between two frames as unseen', () => {
    const ledger = run(0, 1);
    ledger.open(0);
    ledger.tick(3, true);
    expect(ledger.current.unseenSec).toBeCloseTo(2, 6);
  });

  it('never call unseen time faulty', () => {
    const ledger = run(0, 0);
    ledger.open(0);
    run(next(0), 4, ledger, (t) => t > 1.001 && t < 2.001);
    ledger.applyFaults([{ startSec: 0, endSec: undefined }]);
    expect(ledger.current.unseenSec).toBeCloseTo(1, 6);
    expect(ledger.current.goodSec).toBeCloseTo(0, 6);
  });

  it('add up to the time since the first frame, whatever happened', () => {
    const ledger = run(2, 4);
    ledger.open(3.2);
    run(next(4), 6, ledger, (t) => t > 4.5 && t < 5.2);
    ledger.applyFaults([{ startSec: 3.5, endSec: 4.1 }]);
    expect(sum(ledger.read())).toBeCloseTo(4, 6);
    ledger.close(5.5);
    run(next(6), 7, ledger);
    ledger.open(6.5);
    run(next(7), 8, ledger);
    expect(sum(ledger.read())).toBeCloseTo(6, 6);
    ledger.cancel();
    expect(sum(ledger.read())).toBeCloseTo(6, 6);
  });

  it('make all of a dropped hold rest', () => {
    const ledger = run(0, 1);
    ledger.open(0.5);
    run(next(1), 2, ledger);
    ledger.cancel();
    expect(ledger.read()).toMatchObject({ goodSec: 0, faultySec: 0, unseenSec: 0 });
  });
});
