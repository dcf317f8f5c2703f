/** When a file is fetched: with the install, in the background after it, or when it is asked for. */
export type FileGroup = 'first' | 'later' | 'onUse';

/** One file of a build, as the build writes it into the service worker. */
export interface ReleaseFile {
  /** Path below the service worker's own folder; `index.html` is the page itself. */
  readonly url: string;
  /** `sha256-` and base64, as in Subresource Integrity. */
  readonly integrity: string;
  readonly group: FileGroup;
}

/** A build: its files and the name that they give it. */
export interface Release {
  readonly version: string;
  readonly files: readonly ReleaseFile[];
}

/** The release that files make up; another one as soon as a single byte differs. */
export async function nameRelease(files: readonly ReleaseFile[]): Promise<Release> {
  const text = files.map(({ url, integrity }) => `${url} ${integrity}`).join('\n');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return { version: hex.join('').slice(0, 16), files };
}

/** The file of a release that a request asks for; undefined where it is none of them. */
export function findFile(
  release: Release,
  scope: string,
  request: { readonly url: string; readonly mode: string },
): ReleaseFile | undefined {
  const url = new URL(request.url);
  const base = new URL(scope);
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return undefined;
  const path = url.pathname.slice(base.pathname.length);
  const isPage = request.mode === 'navigate' && (path === '' || path === 'index.html');
  return release.files.find((file) => file.url === (isPage ? 'index.html' : path));
}
