import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Rules that hold everywhere; each one that departs from strictTypeChecked says why. */
const typedRules = {
  // Numbers and booleans in template strings are how values are shown; objects stay barred.
  '@typescript-eslint/restrict-template-expressions': [
    'error',
    { allowNumber: true, allowBoolean: true },
  ],
  // `() => stop()` hands over a call whose result nobody wants; a body of its own says no more.
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  // An argument that a signature asks for but this caller does not need is named `_x`.
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
  ],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/prefer-readonly': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
  eqeqeq: 'error',
  'no-console': 'error',
  // Soft limits of the house: seen in review, never a reason to fail a build.
  'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['warn', { max: 40, skipBlankLines: true, skipComments: true }],
};

/** What would let a clock, chance or waiting into the pure core. */
const pureCore = [
  {
    selector: "MemberExpression[object.name='Date']",
    message: 'The core has no clock: time enters as tSec.',
  },
  {
    selector: ":matches(NewExpression, CallExpression)[callee.name='Date']",
    message: 'The core has no clock: time enters as tSec.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The core has no chance: the same frames give the same verdict.',
  },
  {
    selector: "Identifier[name='performance']",
    message: 'The core has no clock: time enters as tSec.',
  },
  {
    selector: ':function[async=true], AwaitExpression, NewExpression[callee.name="Promise"]',
    message: 'The core has no promises: it is called once per frame and answers at once.',
  },
];

export default defineConfig(
  {
    ignores: ['dist/', 'node_modules/', 'models/built/', 'public/', 'test/.cache/', 'test/report/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: process.cwd(),
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: typedRules,
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // A component is measured as a whole (150 lines); its script is not one function.
      'max-lines': ['warn', { max: 150, skipBlankLines: true, skipComments: true }],
      // Props come from `let { x } = $props()`, where const would forbid binding.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$derived'] }],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': ['error', { allowTransitions: false }],
      'svelte/button-has-type': 'error',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...pureCore] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test file is one describe after the other; its length says nothing.
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      // A test may say what it knows to be there; it fails loudly where it is wrong.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Set-up, commands and build steps: plain JavaScript that runs before anything is installed.
    // They have no types to check against and their output is the console.
    files: ['**/*.mjs', '**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off', 'no-undef': 'error' },
  },
  {
    // Benchmarks hand functions to the page.
    files: ['test/bench/**/*.mjs'],
    languageOptions: { globals: globals.browser },
  },
  {
    // Commands and benchmarks write to the terminal.
    files: ['src/cli/**', 'test/bench/**', 'test/soak/**', 'models/**'],
    rules: { 'no-console': 'off' },
  },
);
