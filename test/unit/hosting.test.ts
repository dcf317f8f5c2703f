import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { productionHeaders } from '../../src/cli/headers.mjs';

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../src/cli/hosting/${name}`, import.meta.url)), 'utf8');

describe.each([
  ['nginx.conf', (name: string, value: string) => `add_header ${name} "${value}" always;`],
  ['Caddyfile', (name: string, value: string) => `${name} "${value}"`],
  ['_headers', (name: string, value: string) => `${name}: ${value}`],
] as const)('the configuration %s', (file, lineOf) => {
  it('sends every header of the product', () => {
    const lines = read(file)
      .split('\n')
      .map((line) => line.trim());
    for (const [name, value] of Object.entries(productionHeaders)) {
      expect(lines).toContain(lineOf(name, value));
    }
  });
});
