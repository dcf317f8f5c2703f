/** Fixed ids of the faults (trace format, `faultId` of the specification's rows). */
export type FaultId =
  | 'backArch'
  | 'backRounds'
  | 'breathHold'
  | 'heelDistance'
  | 'hipShift'
  | 'hipsLow'
  | 'hipsSag'
  | 'kneesCave'
  | 'overHeight'
  | 'pelvisRolls'
  | 'ribFlare'
  | 'shallowDepth'
  | 'toePush';

/** Names of the short spoken instructions; the text room holds their words. */
export type CueId =
  | 'evenFeet'
  | 'heelsCloser'
  | 'hipsInLine'
  | 'hipsLevel'
  | 'keepBreathing'
  | 'kneesOut'
  | 'littleLower'
  | 'pushThroughHeels'
  | 'ribcageDown'
  | 'ribsOverHips'
  | 'stopHereTall'
  | 'tuckTailbone';

/** Evidence for the threshold (A to D) and that one camera measures it (1, 2, 3, 3c). Spec, head. */
export type Grade = `${'A' | 'B' | 'C' | 'D'}${'1' | '2' | '3' | '3c'}`;
