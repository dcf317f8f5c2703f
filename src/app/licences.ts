/** One package of the build with what its licence asks for. */
export interface Licence {
  /** Name, version and kind of licence: "comlink - 4.4.2 (Apache-2.0)". */
  readonly heading: string;
  readonly text: string;
}

/** The packages out of the list that the build writes: a heading of the second level for each. */
export function parseLicences(markdown: string): readonly Licence[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return end < 0
        ? { heading: part.trim(), text: '' }
        : { heading: part.slice(0, end).trim(), text: part.slice(end + 1).trim() };
    });
}

/** The packages' licences and the models' notice, from beside the page; undefined where one is missing. */
export async function loadLicences(): Promise<
  { readonly packages: readonly Licence[]; readonly notice: string } | undefined
> {
  try {
    const [list, notice] = await Promise.all(['licenses.md', 'notices.txt'].map(loadText));
    return list === undefined || notice === undefined
      ? undefined
      : { packages: parseLicences(list), notice };
  } catch {
    // No network, and not kept yet.
    return undefined;
  }
}

async function loadText(name: string): Promise<string | undefined> {
  const response = await fetch(new URL(name, document.baseURI));
  return response.ok ? response.text() : undefined;
}
