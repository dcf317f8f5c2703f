/** Paths of the numbers within a value that are NaN or infinite. */
export function findNotFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    findNotFinite(inner, path === '' ? key : `${path}.${key}`),
  );
}
