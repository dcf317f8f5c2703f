/**
 * `npm run test:firefox`: the trace and the video story in the system's Firefox, by WebDriver BiDi.
 * Where there is no Firefox it says so in one line and fails nothing; no part of `npm test`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startServer } from '../src/cli/serve.mjs';
import { ensureBuilt, listFiles, orSayWhy, projectRoot } from '../src/cli/setup.mjs';

/** @returns {string | undefined} The system's Firefox, or the one that FIREFOX_PATH names. */
function findFirefox() {
  const named = process.env['FIREFOX_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [named, ...folders.flatMap((path) => [join(path, 'firefox'), join(path, 'firefox-esr')])]
    .filter((path) => path !== undefined)
    .find((path) => existsSync(path));
}

/** One connection to the browser; every command is answered under its own number. */
class Bidi {
  #socket;
  #open = new Map();
  #next = 1;

  constructor(socket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, result, error, message } = JSON.parse(data);
      const call = this.#open.get(id);
      this.#open.delete(id);
      if (error === undefined) call?.resolve(result);
      else call?.reject(new Error(`${error}: ${message}`));
    });
  }

  static async connect(url) {
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error(`no answer from ${url}`)));
    });
    return new Bidi(socket);
  }

  send(method, params = {}) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}

/** A page of the app. */
class FirefoxPage {
  constructor(bidi, context) {
    this.bidi = bidi;
    this.context = context;
  }

  goto(url) {
    return this.bidi.send('browsingContext.navigate', {
      context: this.context,
      url,
      wait: 'complete',
    });
  }

  /** The value of an expression that gives text. */
  async read(expression) {
    const { result, exceptionDetails } = await this.bidi.send('script.evaluate', {
      expression,
      target: { context: this.context },
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result.value;
  }

  /** Waits until an expression is true. */
  async until(expression, seconds) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
      if (await this.read(`Boolean(${expression})`)) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`not within ${seconds} s: ${expression}`);
  }

  async choose(selector, file) {
    const { nodes } = await this.bidi.send('browsingContext.locateNodes', {
      context: this.context,
      locator: { type: 'css', value: selector },
    });
    await this.bidi.send('input.setFiles', {
      context: this.context,
      element: { sharedId: nodes[0].sharedId },
      files: [file],
    });
  }
}

const chooser = '[data-testid=error-action] input';
const summary = "document.querySelector('[data-testid=summary]')";
const skip = "document.querySelector('[data-testid=break-skip-all]')";

/** Opens a file and gives the kinds of what was counted. */
async function judgeFile(page, origin, source, file) {
  await page.goto('about:blank');
  await page.goto(`${origin}#/train/gluteBridge?source=${source}&targetSec=1&model=lite`);
  await page.until(`document.querySelector('${chooser}')`, 30);
  await page.choose(chooser, file);
  await page.until(`${summary} || ${skip}`, 240);
  await page.read(`String(${skip}?.click())`);
  await page.until(summary, 30);
  return page.read(
    "[...document.querySelectorAll('[data-testid=summary-reps] li')].map((li) => `${li.dataset.kind} ${li.dataset.quality}`).join(', ')",
  );
}

const wanted = 'hold true, hold false, hold false';

async function runStories(firefox) {
  const profile = mkdtempSync(join(tmpdir(), 'hipline-firefox-'));
  const server = await startServer({ port: 0 });
  const browser = spawn(
    firefox,
    ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    const url = await new Promise((resolve, reject) => {
      browser.stderr.on('data', (data) => {
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(String(data));
        if (found !== null) resolve(`${found[1]}/session`);
      });
      browser.on('exit', () => reject(new Error('Firefox ended before it listened')));
    });
    const bidi = await Bidi.connect(url);
    await bidi.send('session.new', { capabilities: {} });
    const { context } = await bidi.send('browsingContext.create', { type: 'tab' });
    const page = new FirefoxPage(bidi, context);
    await page.goto(server.url);
    await page.read(
      `(localStorage.setItem('hipline.safety', '{"version":1,"answeredAtMs":' + Date.now() + '}'), '')`,
    );
    const trace = listFiles('test/replay/traces').find((path) =>
      path.includes('bridge_side_drop_female'),
    );
    const clip = join(projectRoot, 'test/fixtures/clips/bridge_side_drop_female.webm');
    let failed = 0;
    for (const [source, file] of [
      ['trace', trace],
      ['video', clip],
    ]) {
      const counted = await judgeFile(page, server.url, source, file).catch(String);
      const isRight = counted === wanted;
      if (!isRight) failed += 1;
      console.log(`${isRight ? 'passed' : 'FAILED'}: ${source} in Firefox (${counted})`);
    }
    return failed;
  } finally {
    browser.kill();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

await orSayWhy(async () => {
  const firefox = findFirefox();
  if (firefox === undefined) {
    console.log('No Firefox here: nothing was run. Install it, or name one by FIREFOX_PATH.');
    return;
  }
  if (globalThis.WebSocket === undefined) {
    // Once more with the flag that Node 20 wants.
    const args = ['--experimental-websocket', process.argv[1] ?? ''];
    process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
    return;
  }
  await ensureBuilt();
  if ((await runStories(firefox)) > 0) process.exitCode = 1;
});
