import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterEach, describe, expect, it } from 'vitest';
import { describeHint } from '../../../src/text/cameraPlace';
import { cueText, ownCueText } from '../../../src/text/cues';
import { exerciseText } from '../../../src/text/exercises';
import { languages, useLanguage } from '../../../src/text/language';
import { formatNumbers, formatSec } from '../../../src/text/numbers';
import { spokenQuestion } from '../../../src/text/questions';
import { passTitle } from '../../../src/text/setup';
import { biasText, stageChangeText } from '../../../src/text/stages';
import { summarySentence } from '../../../src/text/summary';
import { faultOf, repOf } from '../../support/snapshotBuilder';

const room = fileURLToPath(new URL('../../../src/text/', import.meta.url));
const files = readdirSync(room).filter((name) => name.endsWith('.ts'));

/** Words that are the same in both languages. */
const sameWords = [
  ...['Hipline', 'Hip Thrust', 'Step-down', 'Tab', 'Neutral', 'neutral', 'Band', 'Start', 'Pause'],
  ...['kg', 'lb', 's', 'm/s', '°', '–', 'Name', 'Video', 'PDF', 'CSV', 'JSON', 'Test'],
  ...['PIN', 'Plan', '`${name}, ${date}`'],
  ...['Version', 'WebAssembly', 'WebGPU', 'WebGL 2', 'VideoFrame', 'Trusted Types'],
];

interface Leaf {
  readonly path: string;
  readonly text: string;
}

/** The words that a function writes itself, without what it is given. */
const listParts = (node: ts.Node): string[] =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
    ? [node.text]
    : node.getChildren().flatMap(listParts);

/** Every text in a table's source, with the path of its key; what a function makes counts as one. */
function listLeaves(node: ts.Expression, path: string): Leaf[] {
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((property) =>
      ts.isPropertyAssignment(property)
        ? listLeaves(property.initializer, `${path}.${property.name.getText()}`)
        : [],
    );
  }
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.flatMap((element, i) => listLeaves(element, `${path}.${String(i)}`));
  }
  if (ts.isStringLiteralLike(node)) return [{ path, text: node.text }];
  if (ts.isArrowFunction(node)) return [{ path, text: listParts(node.body).join('…') }];
  return [];
}

const parse = (name: string): ts.SourceFile =>
  ts.createSourceFile(
    name,
    readFileSync(`${room}${name}`, 'utf8'),
    ts.ScriptTarget.Latest,
    /* setParentNodes */ true,
  );

function listCalls(node: ts.Node): ts.CallExpression[] {
  const own = ts.isCallExpression(node) && node.expression.getText() === 'localize' ? [node] : [];
  return [...own, ...node.getChildren().flatMap(listCalls)];
}

/** The leaves of every table of a file, by language. */
function listTables(name: string): (readonly [en: Leaf[], de: Leaf[]])[] {
  return listCalls(parse(name)).map((call) => {
    const [tables] = call.arguments;
    if (tables === undefined || !ts.isObjectLiteralExpression(tables)) throw new Error(name);
    const of = (language: string): Leaf[] =>
      tables.properties
        .filter((property) => ts.isPropertyAssignment(property))
        .filter((property) => property.name.getText() === language)
        .flatMap((property) => listLeaves(property.initializer, ''));
    return [of('en'), of('de')] as const;
  });
}

/** Words for people: more than an id or a unit. */
const isSentence = (text: string): boolean => /\p{L}{2}/u.test(text) && /[ \p{Lu}]/u.test(text);

/** Sentences that stand beside the tables. */
function listStray(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return [];
  if (ts.isCallExpression(node) && node.expression.getText() === 'localize') return [];
  const text =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node)
      ? node.text
      : '';
  const own = text.trim().includes(' ') && isSentence(text) ? [text] : [];
  return [...own, ...node.getChildren().flatMap(listStray)];
}

describe('the words of every language', () => {
  afterEach(() => {
    useLanguage('en');
  });

  it.each(files)('%s has every key in German, translated and not empty', (name) => {
    for (const [en, de] of listTables(name)) {
      const german = new Map(de.map(({ path, text }) => [path, text]));
      for (const { path, text } of en) {
        const translated = german.get(path);
        // Lists may differ in length, keys may not.
        if (translated === undefined) expect(path).toMatch(/\.\d+(\.|$)/);
        if (text.trim() !== '') expect(translated, path).not.toBe('');
        if (isSentence(text) && !sameWords.includes(text)) expect(translated, path).not.toBe(text);
      }
    }
  });

  it.each(files)('%s has no sentence beside its tables', (name) => {
    expect(listStray(parse(name))).toEqual([]);
  });

  it('says every cue in at most four words', () => {
    for (const language of languages) {
      useLanguage(language);
      for (const text of [...Object.values(cueText), ...Object.values(ownCueText)]) {
        expect(text.split(' ').length, text).toBeLessThanOrEqual(4);
        expect(text).toMatch(/^\p{Lu}/u);
      }
    }
  });

  it('gives an instruction for each of the English ones', () => {
    for (const id of Object.keys(exerciseText) as (keyof typeof exerciseText)[]) {
      useLanguage('en');
      const steps = exerciseText[id].instructions.length;
      useLanguage('de');
      expect(exerciseText[id].instructions, id).toHaveLength(steps);
    }
  });

  it('makes whole German sentences', () => {
    useLanguage('de');
    const reps = [
      repOf({ n: 1, quality: true }),
      repOf({ n: 2, quality: false, faults: ['hipsSag'] }),
    ];
    const faults = [faultOf({ faultId: 'hipsSag', rep: 2, level: 'fail' })];
    expect(summarySentence({ exercise: 'gluteBridge', reps, faults })).toContain(
      '1 von 2 gehalten. Die Hüfte sank ab: bei\u00a02',
    );
    expect(describeHint({ kind: 'turn', toward: 'left', turnDeg: 19 })).toBe(
      'Dreh dich 20° nach links',
    );
    expect(formatSec(7.24)).toBe('7,2 s');
    expect(formatNumbers([2, 3, 5])).toBe('2, 3 und 5');
    expect(biasText(-7)).toBe('Du fühlst dich in Linie, wenn deine Hüfte etwa 7° zu tief ist.');
    expect(stageChangeText('B', 'C')).toContain('weniger Spiegel: Zwei von drei.');
    expect(passTitle('squat', 1)).toMatch(/^Jetzt von der Seite/);
    expect(spokenQuestion({ id: 'height', options: ['low', 'inLine', 'high'] })).toContain(
      'Linker Arm hoch: Tief.',
    );
  });
});
