/** What a browser with Trusted Types gives; TypeScript's own types do not have it yet. */
interface PolicyFactory {
  readonly createPolicy: (
    name: 'default',
    rules: { readonly createScriptURL: (url: string) => string },
  ) => unknown;
}

/**
 * The one policy of the page beside Svelte's own for its templates: scripts, workers that is, come
 * from the app's own origin. Markup and code from strings have none, so the browser refuses them.
 */
export function guardScripts(): void {
  const { trustedTypes } = window as { readonly trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      const { href, origin, protocol } = new URL(url, document.baseURI);
      // A blob has the page's origin too, but anybody who got in could have made it.
      if (origin === location.origin && protocol === location.protocol) return href;
      throw new TypeError(`no script may come from ${href}`);
    },
  });
}
