/** Kit and body that doses depend on. */
export interface Person {
  readonly bodyMassKg: number;
  /** Nobody has told the body's mass yet: no gate opens on it. */
  readonly assumed?: true;
  /** Weights at hand, kg, in any order. Empty: none. */
  readonly bellsKg: readonly number[];
}
