/** The languages that every word is there in. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

let current: Language = 'en';

/** The language that all texts are read in now. */
export const readLanguage = (): Language => current;

/** From now on texts are read in this language; who has read one before must read it again. */
export const useLanguage = (language: Language): void => {
  current = language;
};

/** The same keys and parameters, with any words: what a translation must have. */
export type Words<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Words<R>
    : T extends object
      ? { readonly [K in keyof T]: Words<T[K]> }
      : T;

/**
 * One table of words in all languages: each key is read in the language that is in use when it is
 * read, so a table may be kept, a word may not. A key that a language lacks does not compile.
 */
export function localize<T extends object>(tables: {
  readonly en: T;
  readonly de: Words<T>;
}): Words<T> {
  const read = (key: string): PropertyDescriptor => ({
    enumerable: true,
    get: () => (tables[current] as Readonly<Record<string, unknown>>)[key],
  });
  const keys = Object.keys(tables.en);
  return Object.defineProperties(
    {},
    Object.fromEntries(keys.map((key) => [key, read(key)])),
  ) as Words<T>;
}

/** Two tables as one; each word is still read in the language that is in use then. */
export const joinTables = <A extends object, B extends object>(a: A, b: B): A & B =>
  Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(a), ...Object.getOwnPropertyDescriptors(b) },
  ) as A & B;
