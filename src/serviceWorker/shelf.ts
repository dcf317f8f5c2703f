import type { Release, ReleaseFile } from './release';
import { noTrial, type Trial } from './trial';

/** One cache for all versions: files by their content, so that an update fetches what is new. */
const cacheName = 'hipline.files';

/** The files of the app on this device, each under the hash of its content. */
export class Shelf {
  /** @param scope the address of the folder that the app is served from */
  constructor(private readonly scope: string) {}

  /** The kept file; undefined where the browser has removed it or it was never fetched. */
  async read(file: ReleaseFile): Promise<Response | undefined> {
    const cache = await caches.open(cacheName);
    return cache.match(this.#keyOf(file));
  }

  async has(file: ReleaseFile): Promise<boolean> {
    return (await this.read(file)) !== undefined;
  }

  /**
   * Fetches a file and keeps it. The browser compares its content with the hash.
   * Throws where the network fails, or where the content is another one.
   */
  async fetch(file: ReleaseFile): Promise<Response> {
    const response = await fetch(new URL(file.url, this.scope), {
      cache: 'no-cache',
      credentials: 'same-origin',
      integrity: file.integrity,
    });
    if (!response.ok) throw new Error(`${file.url} was answered with ${response.status}`);
    const cache = await caches.open(cacheName);
    await cache.put(this.#keyOf(file), response.clone());
    return response;
  }

  /** Fetches those that are not kept. Throws at the first that cannot be had. */
  async fetchMissing(files: readonly ReleaseFile[]): Promise<void> {
    for (const file of files) {
      if (!(await this.has(file))) await this.fetch(file);
    }
  }

  async countKept(files: readonly ReleaseFile[]): Promise<number> {
    const kept = await Promise.all(files.map((file) => this.has(file)));
    return kept.filter(Boolean).length;
  }

  /** Notes what a version consists of, so that a later one can fall back to it. */
  async writeRelease(release: Release): Promise<void> {
    await this.#writeNote(`release/${release.version}`, release);
  }

  async readRelease(version: string): Promise<Release | undefined> {
    return (await this.#readNote(`release/${version}`)) as Release | undefined;
  }

  async readTrial(): Promise<Trial> {
    return ((await this.#readNote('trial')) as Trial | undefined) ?? noTrial;
  }

  async writeTrial(trial: Trial): Promise<void> {
    await this.#writeNote('trial', trial);
  }

  /** Removes the files and notes that no given release needs. */
  async keepOnly(releases: readonly Release[]): Promise<void> {
    const needed = new Set([
      this.#noteKey('trial'),
      ...releases.map(({ version }) => this.#noteKey(`release/${version}`)),
      ...releases.flatMap(({ files }) => files.map((file) => this.#keyOf(file))),
    ]);
    const cache = await caches.open(cacheName);
    for (const { url } of await cache.keys()) if (!needed.has(url)) await cache.delete(url);
  }

  /** Base64 has a slash, which is a folder in an address. */
  #keyOf(file: ReleaseFile): string {
    return new URL(`.files/${encodeURIComponent(file.integrity)}`, this.scope).href;
  }

  #noteKey(name: string): string {
    return new URL(`.notes/${name}`, this.scope).href;
  }

  async #readNote(name: string): Promise<unknown> {
    const cache = await caches.open(cacheName);
    const response = await cache.match(this.#noteKey(name));
    return response?.json();
  }

  async #writeNote(name: string, value: unknown): Promise<void> {
    const cache = await caches.open(cacheName);
    await cache.put(this.#noteKey(name), Response.json(value));
  }
}
