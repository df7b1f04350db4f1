/** The style of the house, as far as a machine can hold it: docs/dependencies.md says why these tools. */
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { houseRules } from './tools/house-rules.mjs';

// Folders whose results must be the same bytes for the same clock.
const clockless = ['shared/**', 'electron/{core,areas,intake,packs,demo}/**'];

const extensions = {
  regex: '^\\.{1,2}/(?!.*\\.(tsx?|mjs|cjs|js|json|css|svg|typ|ttf|woff2|sql|wasm)(\\?\\w+)?$)',
  message: 'Name the file with its extension: the sources run unbundled under Node.',
};

const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock comes through the context.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The clock comes through the context.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Ids and chance come through the context or a seed.' },
  { selector: "MemberExpression[object.name='performance'][property.name='now']", message: 'The clock comes through the context.' },
];

const noEmptyPromises = [
  { selector: 'TSEnumDeclaration', message: 'Erasable syntax only: use a const object or a union.' },
  { selector: 'ExportAllDeclaration', message: 'No barrel files: import from where it is declared.' },
];

export default defineConfig(
  { ignores: ['out', 'dist', 'artifacts', 'test-results', '.cache', 'node_modules'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    plugins: { house: houseRules },
    rules: {
      'house/reasoned-disable': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [extensions] }],
      'no-restricted-syntax': ['error', ...noEmptyPromises],
      eqeqeq: 'error',
      // Reading what others wrote means meeting control characters.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      'house/reasoned-assertion': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      // rowsOf<T>(rows) is the one place where SQL's answer gets its shape; the rule has no exception for that.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: clockless.map((folder) => `${folder}/*.ts`), rules: { 'no-restricted-syntax': ['error', ...noEmptyPromises, ...noClock] } },
  { files: ['renderer/**/*.{ts,tsx}'], extends: [hooks.configs.flat.recommended] },
  {
    // A test says what an answer's shape is and then checks it: that is its reason, each time.
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'house/reasoned-assertion': 'off',
      'no-console': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/max-params': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Atomics: 'readonly',
        SharedArrayBuffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
