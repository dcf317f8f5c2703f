/**
 * The HTTP headers of src/cli/headers.mjs, put in by the build: the page is cross-origin isolated and
 * under the whole policy also where its host cannot set a header.
 */
declare const productionHeaders: Readonly<Record<string, string>>;

/** A kept or fetched response with the product's headers on it, or the range of it that is wanted. */
export async function answerWith(response: Response, range: string | null): Promise<Response> {
  // A redirect of the host's, which only the browser may read and follow.
  if (response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(productionHeaders)) headers.set(name, value);
  // What is kept has been unpacked; its length and coding are those of the way here.
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  const bounds = range === null ? null : /^bytes=(\d+)-(\d*)$/.exec(range);
  if (response.status !== 200 || bounds === null) {
    const { status, statusText } = response;
    const isEmpty = status === 204 || status === 304;
    return new Response(isEmpty ? null : response.body, { status, statusText, headers });
  }
  const whole = await response.blob();
  const start = Number(bounds[1]);
  const end = bounds[2] === '' ? whole.size - 1 : Math.min(Number(bounds[2]), whole.size - 1);
  if (start > end) return new Response(null, { status: 416, headers });
  headers.set('Content-Range', `bytes ${start}-${end}/${whole.size}`);
  headers.set('Content-Length', String(end - start + 1));
  return new Response(whole.slice(start, end + 1), { status: 206, headers });
}

/** What is shown where the browser has removed the app's files and there is no network. */
export function answerGone(): Response {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hipline</title>
<meta name="viewport" content="width=device-width"><h1>Hipline</h1>
<p>The browser has removed the app’s files to make room. Connect to the network once and reload; what you recorded is not touched by this.</p>
<p lang="de">Der Browser hat die Dateien der App gelöscht, um Platz zu schaffen. Geh einmal ins Netz und lade neu; deine Aufnahmen sind davon nicht betroffen.</p></html>`;
  const headers = { ...productionHeaders, 'Content-Type': 'text/html; charset=utf-8' };
  return new Response(body, { status: 503, headers });
}
