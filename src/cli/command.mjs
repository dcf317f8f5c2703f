/**
 * Runs one of the product's commands. `NAME.mjs` runs as it is; `NAME.ts` is bundled first, with
 * the bundler of the build, and the bundle is kept by a hash of everything it may contain.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  SetupError,
  cacheFolder,
  ensureInstalled,
  hashFiles,
  listFiles,
  orSayWhy,
  projectRoot,
} from './setup.mjs';

const bundleFolder = join(cacheFolder, 'commands');

/** The rooms that a bundled command may be made of (src/README.md, import table). */
const bundledRooms = ['src/cli', 'src/core', 'src/text'];

/**
 * @param {string} name
 * @param {string} file Where the bundle shall stand.
 */
async function bundle(name, file) {
  const { build } = await import('vite');
  const folder = join(bundleFolder, `.${name}-${String(process.pid)}`);
  await build({
    root: projectRoot,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(projectRoot, 'src', 'cli', `${name}.ts`),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'command.mjs', codeSplitting: false } },
    },
  });
  // Moved as one step, so that a second call never sees half a file.
  renameSync(join(folder, 'command.mjs'), file);
  rmSync(folder, { recursive: true, force: true });
  for (const entry of readdirSync(bundleFolder)) {
    const path = join(bundleFolder, entry);
    if (entry.startsWith(`${name}-`) && path !== file) rmSync(path, { force: true });
  }
}

/**
 * @param {string} name
 * @returns {Promise<string>} Path of the module to run.
 */
async function findModule(name) {
  const plain = fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
  if (existsSync(plain)) return plain;
  const sources = bundledRooms.flatMap(listFiles).filter((path) => path.endsWith('.ts'));
  const hash = hashFiles(['package-lock.json', 'src/cli/command.mjs', ...sources]);
  const file = join(bundleFolder, `${name}-${hash.slice(0, 20)}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(bundleFolder, { recursive: true });
    await bundle(name, file);
  }
  return file;
}

/**
 * Runs the command that is named by the first argument; the rest are its own. It reads
 * `process.argv` from index 2 and sets `process.exitCode`.
 * @returns {Promise<void>}
 */
export const runCommand = () =>
  orSayWhy(async () => {
    const [node = process.execPath, , name = '', ...args] = process.argv;
    const folder = fileURLToPath(new URL('.', import.meta.url));
    if (
      !/^[a-z]+$/.test(name) ||
      !['ts', 'mjs'].some((e) => existsSync(join(folder, `${name}.${e}`)))
    ) {
      throw new SetupError(`There is no command "${name}".`);
    }
    await ensureInstalled();
    const file = await findModule(name);
    // npm moves into the package's folder; paths are meant from where the person stands.
    const startedIn = process.env['INIT_CWD'];
    if (process.env['npm_lifecycle_event'] === name && startedIn !== undefined) {
      process.chdir(startedIn);
    }
    process.argv = [node, file, ...args];
    await import(pathToFileURL(file).href);
  });
