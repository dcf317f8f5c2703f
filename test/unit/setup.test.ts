import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { hashFiles, projectRoot } from '../../src/cli/setup.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hipline-setup-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const inCli = (name: string): string => join(projectRoot, 'src', 'cli', name);

describe('stamps', () => {
  const file = join(projectRoot, 'node_modules', '.cache', `hash-test-${process.pid}`);
  afterAll(() => {
    rmSync(file, { force: true });
  });

  it('change with a file’s content, with its name and when it goes missing', () => {
    const missing = hashFiles([file]);
    writeFileSync(file, 'one');
    const one = hashFiles([file]);
    writeFileSync(file, 'two');
    const two = hashFiles([file]);
    expect(new Set([missing, one, two, hashFiles([]), hashFiles(['package.json'])]).size).toBe(5);
    expect(hashFiles([file])).toBe(two);
  });
});

describe('an old Node', () => {
  const entryPoints = ['start.mjs', 'run.mjs', '../../test/run.mjs', 'requireNode.mjs'];

  it.each(entryPoints)('can read %s', (name) => {
    const text = readFileSync(inCli(name), 'utf8');
    const asOld = ts.transpileModule(text, {
      compilerOptions: { target: ts.ScriptTarget.ES2015, module: ts.ModuleKind.ESNext },
    });
    const plain = (code: string): string =>
      code.replace(/\s+/g, '').replaceAll('"use strict";', '');
    // Nothing had to be rewritten: all of it is syntax that was there ten years ago, but import().
    expect(plain(asOld.outputText)).toBe(
      plain(
        ts.transpileModule(text, {
          compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
        }).outputText,
      ),
    );
  });

  it('gets one clear line and an exit code', () => {
    const preload = join(folder, 'old.cjs');
    writeFileSync(
      preload,
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });",
    );
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--require', preload, inCli('start.mjs')],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('Hipline needs Node 20.19 or newer (nodejs.org); this is 18.20.4.\n');
    expect([status, stdout]).toEqual([1, '']);
  });
});

describe('a command that does not exist', () => {
  it.each(['nothing', '../cli/start', ''])('"%s" is refused in one line', (name) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [inCli('run.mjs'), name], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(`There is no command "${name}".\n`);
  });
});
