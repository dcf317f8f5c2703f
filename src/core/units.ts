/**
 * Branded numbers: a value with a dimension cannot be passed where another is wanted.
 * Brands mark exported signatures; inside a function plain numbers are used.
 */
declare const unit: unique symbol;
type Branded<U extends string> = number & { readonly [unit]: U };

/** An angle in degrees; 0 is the standing anatomical position, flexion positive. */
export type Deg = Branded<'deg'>;
/** A time or a duration in seconds. */
export type Sec = Branded<'sec'>;
/** An image length in pixels. */
export type Px = Branded<'px'>;
/** A length relative to a length of the body (torso, leg, shank), or a share 0..1. */
export type Ratio = Branded<'ratio'>;
/** A confidence 0..1, or an uncalibrated scale such as the outline's. */
export type Score = Branded<'score'>;

/** The unit names that verdicts and CSV columns use. */
export type UnitName = 'deg' | 'ratio' | 'sec' | 'score';

export const deg = (value: number): Deg => value as Deg;
export const sec = (value: number): Sec => value as Sec;
export const px = (value: number): Px => value as Px;
export const ratio = (value: number): Ratio => value as Ratio;
export const score = (value: number): Score => value as Score;
