import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const sourceFolder = fileURLToPath(new URL('../../src', import.meta.url));

/** One file of src/ and what it names. Paths are relative to src/, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Files of src/ that it imports, types included. */
  readonly imports: readonly string[];
  /** Packages that it imports, by name; `node:` modules as `node:`. */
  readonly packages: readonly string[];
  /** Relative imports that lead to no file, or out of src/. */
  readonly lost: readonly string[];
}

/** Every TypeScript, JavaScript and Svelte file of src/, in a fixed order. */
export function readSourceFiles(): SourceFile[] {
  return readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|mjs|svelte)$/.test(path))
    .map((path) => path.split(sep).join('/'))
    .sort()
    .map(readSourceFile);
}

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(join(sourceFolder, path), 'utf8');
  const names = importedNames(path, text);
  const relatives = names.filter((name) => name.startsWith('.'));
  const resolved = relatives.map((name) => resolve(path, name));
  return {
    path,
    text,
    imports: resolved.filter((target) => target !== undefined),
    packages: names.filter((name) => !name.startsWith('.')).map(packageName),
    lost: relatives.filter((_, i) => resolved[i] === undefined),
  };
}

/** The code of a file without markup: of a component its scripts, of anything else all of it. */
const codeOf = (path: string, text: string): string =>
  path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
    : text;

/**
 * What a file imports, statically, dynamically or for its types, as written there. Found in the
 * syntax tree, so that words in comments and strings do not count.
 */
function importedNames(path: string, text: string): string[] {
  const tree = ts.createSourceFile(path, codeOf(path, text), ts.ScriptTarget.ESNext);
  const names: string[] = [];
  const add = (node: ts.Node | undefined): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) names.push(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}

function packageName(name: string): string {
  if (name.startsWith('node:')) return 'node:';
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The file of src/ that an import leads to; undefined where there is none. */
function resolve(from: string, name: string): string | undefined {
  const base = posix.normalize(posix.join(dirname(from).split(sep).join('/'), name));
  const found = ['', '.ts', '.svelte.ts', '.mjs']
    .map((ending) => join(sourceFolder, base + ending))
    .find((path) => /\.\w+$/.test(path) && existsSync(path));
  if (found === undefined || base.startsWith('..')) return undefined;
  return relative(sourceFolder, found).split(sep).join('/');
}

/**
 * A cycle of imports between files, where there is one.
 * @returns The files in order, the first one again at the end; undefined where there is none.
 */
export function findCycle(files: readonly SourceFile[]): string[] | undefined {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (path: string): string[] | undefined => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return undefined;
    trail.push(path);
    for (const next of byPath.get(path)?.imports ?? []) {
      const cycle = walk(next);
      if (cycle !== undefined) return cycle;
    }
    trail.pop();
    done.add(path);
    return undefined;
  };
  for (const { path } of files) {
    const cycle = walk(path);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
