/**
 * The HTTP headers of the product, in one place for its own server and for Vite's preview.
 * Nothing is ever asked of another origin; no inline script or style; the page is cross-origin
 * isolated, which WebAssembly threads need.
 */

/** What a page may load and from where. `wasm-unsafe-eval` compiles WebAssembly, not JavaScript. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob: mediastream:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  // No string becomes markup or a script's address but by the app's own policy and Svelte's.
  "require-trusted-types-for 'script'",
  'trusted-types default svelte-trusted-html',
  "frame-ancestors 'none'",
].join('; ');

/** @type {Readonly<Record<string, string>>} */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** @type {Readonly<Record<string, string>>} */
export const productionHeaders = {
  ...isolationHeaders,
  'Content-Security-Policy': contentSecurityPolicy,
  'Permissions-Policy':
    'camera=(self), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), serial=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
