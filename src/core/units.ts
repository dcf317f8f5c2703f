/**
 * The unit names that verdicts and CSV columns use. Everywhere else the unit is the end of the
 * name: `Deg`, `Sec`, `Px`, `Ratio`, `Score`, `PerMin`, `MPerSec`.
 */
export type UnitName = 'deg' | 'ratio' | 'sec' | 'score' | 'perMin' | 'mPerSec';
