import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, productionHeaders } from '../../src/cli/headers.mjs';

const page = readFileSync(fileURLToPath(new URL('../../index.html', import.meta.url)), 'utf8');
const directives = contentSecurityPolicy.split('; ');

describe('the policy of the page', () => {
  it('is the same in the shell as in the headers', () => {
    const [, meta = ''] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(page) ?? [];
    // A page can say everything about itself but who may frame it.
    const sayable = directives.filter((directive) => !directive.startsWith('frame-ancestors'));
    expect(meta.split('; ').sort()).toEqual(sayable.sort());
  });

  it('lets nothing inline, nothing from strings and no other origin in', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(directives).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(directives).toContain("require-trusted-types-for 'script'");
  });

  it('names no feature that browsers do not know', () => {
    const features = productionHeaders['Permissions-Policy']!.split(', ').map((part) =>
      part.replace(/=.*/, ''),
    );
    expect(features.sort()).toEqual([
      'camera',
      'display-capture',
      'geolocation',
      'microphone',
      'payment',
      'serial',
      'usb',
    ]);
  });
});
