/** What a browser with Trusted Types gives; TypeScript's own types do not have it yet. */
interface PolicyFactory {
  readonly createPolicy: (
    name: 'default',
    rules: { readonly createScriptURL: (url: string) => string },
  ) => unknown;
}

/**
 * The one policy of the pose worker: the threads that it starts come from under a folder of the app's
 * own origin. To be called once.
 */
export function guardThreads(folderUrl: string): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  const folder = new URL(folderUrl, self.location.href).href;
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      const { href } = new URL(url, folder);
      if (href.startsWith(folder)) return href;
      throw new TypeError(`no thread may come from ${href}`);
    },
  });
}
