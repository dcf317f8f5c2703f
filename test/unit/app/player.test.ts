import { describe, expect, it } from 'vitest';
import { Player } from '../../../src/app/review/player.svelte';

describe('the time cursor of a review', () => {
  it('steps to the next picture also from a moment that was written less exactly', () => {
    const player = new Player({ request: () => 0, cancel: () => undefined });
    player.times = new Float64Array([10.8996701388889, 10.9663368055556, 10.9996701388889]);
    player.seek(10.966333);
    expect(player.frameSec).toBe(10.9663368055556);
    player.step(1);
    expect(player.tSec).toBe(10.9996701388889);
    player.step(-1);
    player.step(-1);
    expect(player.tSec).toBe(10.8996701388889);
    player.step(-1);
    expect(player.tSec).toBe(10.8996701388889);
  });
});
