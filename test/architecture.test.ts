import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/core/exercises/catalogue';
import { cueText } from '../src/text/cues';
import { exerciseText } from '../src/text/exercises';
import { faultText } from '../src/text/faults';
import { findCycle, readSourceFiles } from './support/sourceFiles';

/**
 * Which part of src/ may import which; a part always may import itself. src/README.md carries the
 * same table for people, and a test below compares the two. The order is that of the flow.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'core/units': [],
  'core/result': [],
  'core/body': ['core/units', 'core/result'],
  'core/kinematics': ['core/units', 'core/result', 'core/body'],
  'core/form': ['core/units', 'core/result', 'core/body', 'core/kinematics'],
  'core/exercises': ['core/units', 'core/result', 'core/body', 'core/kinematics', 'core/form'],
  'core/coach': [
    ...['core/units', 'core/result', 'core/body', 'core/kinematics', 'core/form'],
    'core/exercises',
  ],
  'core/programme': [
    ...['core/units', 'core/result', 'core/body', 'core/kinematics', 'core/form'],
    ...['core/exercises', 'core/coach'],
  ],
  'core/report': ['core'],
  'core/trace': ['core'],
  'pose/protocol': ['core'],
  pose: ['core', 'pose/protocol'],
  poseClient: ['core', 'pose/protocol'],
  camera: ['core'],
  'setWriter/protocol': [],
  setWriter: ['setWriter/protocol'],
  recording: ['core', 'setWriter/protocol'],
  reviewer: ['core', 'camera'],
  'serviceWorker/protocol': [],
  serviceWorker: ['serviceWorker/protocol'],
  store: ['core'],
  voice: ['core'],
  text: ['core'],
  app: [
    ...['core', 'pose/protocol', 'poseClient', 'camera', 'setWriter/protocol', 'recording'],
    ...['serviceWorker/protocol', 'store', 'voice', 'text', 'reviewer'],
  ],
  'ui/theme': [],
  'ui/parts': ['ui/theme'],
  'ui/overlay': ['app', 'core', 'text', 'ui/parts', 'ui/theme'],
  'ui/charts': ['app', 'core', 'text', 'ui/parts', 'ui/theme'],
  'ui/screens': [...['app', 'core', 'text', 'ui/overlay', 'ui/charts', 'ui/parts', 'ui/theme']],
  ui: ['app', 'ui/screens', 'ui/parts', 'ui/theme'],
  main: ['app', 'ui'],
  cli: ['core', 'text'],
};

/** Packages that each part may import; any that is not named here may import none. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  'core/programme': ['valibot'],
  'core/trace': ['valibot'],
  'core/report': ['valibot'],
  pose: [
    '@tensorflow-models/pose-detection',
    '@tensorflow/tfjs',
    '@tensorflow/tfjs-backend-wasm',
    '@tensorflow/tfjs-backend-webgl',
    '@tensorflow/tfjs-backend-webgpu',
    '@tensorflow/tfjs-converter',
    '@tensorflow/tfjs-core',
    '@litertjs/core',
    'comlink',
  ],
  poseClient: ['comlink'],
  camera: ['mediabunny'],
  setWriter: ['comlink'],
  recording: ['comlink', 'fflate', 'idb', 'mediabunny', 'valibot'],
  store: ['idb', 'valibot'],
  app: ['svelte', 'valibot'],
  'ui/parts': ['@lucide/svelte', 'svelte'],
  'ui/overlay': ['@lucide/svelte', 'svelte'],
  'ui/charts': ['svelte', 'uplot'],
  'ui/screens': ['@lucide/svelte', 'svelte'],
  'ui/theme': ['@fontsource-variable/archivo', 'svelte'],
  ui: ['svelte'],
  main: ['@fontsource-variable/archivo', 'svelte'],
  cli: ['@playwright/test', 'fflate', 'node:', 'vite', 'vite-plugin-pwa'],
};

const files = readSourceFiles();
const parts = Object.keys(mayImport);

/** The most exact part that a file belongs to. */
const partOf = (path: string): string | undefined =>
  parts
    .filter((part) => path.startsWith(`${part}/`) || path.startsWith(`${part}.`))
    .sort((a, b) => b.length - a.length)[0] ?? (/^ui\/[^/]+$/.test(path) ? 'ui' : undefined);

/** Whether an entry of the table covers a part: `core` covers all of the core. */
const covers = (entry: string, part: string): boolean =>
  part === entry || part.startsWith(`${entry}/`);

describe('the rooms of src/', () => {
  it('holds every file in a room of the table', () => {
    expect(files.filter(({ path }) => partOf(path) === undefined).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('imports only what the table allows', () => {
    const forbidden = files.flatMap(({ path, imports }) => {
      const part = partOf(path) ?? '';
      return imports
        .filter((target) => {
          const other = partOf(target) ?? target;
          // Styles belong to the room they stand in; a room may import itself.
          return other !== part && !(mayImport[part] ?? []).some((entry) => covers(entry, other));
        })
        .map((target) => `${path} imports ${target}`);
    });
    expect(forbidden).toEqual([]);
  });

  it('uses only the packages that its room may use', () => {
    const forbidden = files.flatMap(({ path, packages }) =>
      packages
        .filter((name) => !(mayUse[partOf(path) ?? ''] ?? []).includes(name))
        .map((name) => `${path} uses ${name}`),
    );
    expect(forbidden).toEqual([]);
  });

  it('has no import that leads nowhere or out of src/', () => {
    expect(
      files.flatMap(({ path, lost }) => lost.map((name) => `${path} imports ${name}`)),
    ).toEqual([]);
  });

  it('has no cycle of imports', () => {
    expect(findCycle(files)).toBeUndefined();
  });

  it('has the same table in src/README.md', () => {
    const map = readFileSync(fileURLToPath(new URL('../src/README.md', import.meta.url)), 'utf8');
    const rows = [...map.matchAll(/^\| `([^`]+)` +\| ([^|]*?) +\|/gm)].map(([, part, cell]) => [
      part,
      [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]),
    ]);
    expect(Object.fromEntries(rows)).toEqual(mayImport);
  });
});

describe('privacy', () => {
  it('names no address of another origin', () => {
    // Namespaces of SVG and the like are names, nothing is fetched from them.
    const addresses = files.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:https?|wss?):\/\/[^\s'"`)]+/g)]
        .map(([address]) => address)
        .filter((address) => !/^https?:\/\/www\.w3\.org\//.test(address))
        .filter((address) => !(path.startsWith('cli/') && address.startsWith('http://localhost')))
        .map((address) => `${path}: ${address}`),
    );
    expect(addresses).toEqual([]);
  });

  it('has no way to send anything but from the app’s own origin', () => {
    const senders = files
      .filter(({ path }) => !path.startsWith('cli/'))
      .flatMap(({ path, text }) =>
        [
          ...text.matchAll(
            /\b(?:sendBeacon|XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection)\b/g,
          ),
        ].map(([name]) => `${path}: ${name}`),
      );
    expect(senders).toEqual([]);
  });
});

const exercises = Object.values(catalogue);

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  '%s',
  (id, exercise) => {
    it('has its name, its card and the words of each fault and cue', () => {
      const words = exerciseText[id];
      expect(words.name).toMatch(/\S/);
      expect(words.instructions.length).toBeGreaterThan(2);
      for (const rule of exercise.rules) {
        expect(faultText[rule.faultId].name).toMatch(/\S/);
        if (rule.cue !== undefined) expect(cueText[rule.cue]).toMatch(/^\S+( \S+){0,3}$/);
      }
    });

    it('has recorded traces that are replayed', () => {
      expect(tracedExercises()).toContain(id);
    });
  },
);

/** Exercises that the traces under test/replay are of, by their headers. */
function tracedExercises(): string[] {
  const folder = fileURLToPath(new URL('./replay', import.meta.url));
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.trace\.ndjson(\.gz)?$/.test(name))
    .map((name) => {
      const bytes = readFileSync(`${folder}/${name}`);
      const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      const header = JSON.parse(text.slice(0, text.indexOf('\n'))) as { exercise: string };
      return header.exercise;
    });
}
