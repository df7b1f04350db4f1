/** Each dependency rule catches the violation it is there for; a lawful tree passes. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: (NonNullable<IFlattenedRuleSet['forbidden']>[number] & { name: string; comment: string })[];
  options: object;
};
let folder = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'dependency-rules-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a planted tree must be caught for: files with their text, rule by rule. */
const violations: Record<string, Record<string, string>> = {
  'no-cycles': {
    'shared/kit/a.ts': "import type { B } from './b.ts'; export type A = B;",
    'shared/kit/b.ts': "import type { A } from './a.ts'; export type B = A;",
  },
  'no-unresolvable': { 'shared/kit/a.ts': "import { b } from './gone.ts'; export const a = b;" },
  'shared-is-pure': { 'shared/kit/a.ts': "import { readFileSync } from 'node:fs'; export const a = readFileSync;" },
  'renderer-knows-only-the-wire': {
    'renderer/app/a.ts': "import type { X } from '../../electron/core/router.ts'; export type A = X;",
    'electron/core/router.ts': 'export type X = 1;',
  },
  'renderer-api-takes-only-the-router-type': {
    'renderer/api.ts': "import type { X } from '../electron/core/handle.ts'; export type A = X;",
    'electron/core/handle.ts': 'export type X = 1;',
  },
  'renderer-api-takes-the-router-as-a-type': {
    'renderer/api.ts': "import { x } from '../electron/core/router.ts'; export const a = x;",
    'electron/core/router.ts': 'export const x = 1;',
  },
  'renderer-without-node': { 'renderer/app/a.ts': "import { join } from 'node:path'; export const a = join;" },
  'one-file-knows-the-wire': { 'renderer/app/a.ts': "import { x } from '@trpc/client'; export const a = x;" },
  'one-folder-knows-the-grid-and-the-charts': { 'renderer/today/a.ts': "import { x } from 'ag-grid-community'; export const a = x;" },
  'pages-do-not-know-each-other': {
    'renderer/areas/budget/a.ts': "import { b } from '../staffing/b.ts'; export const a = b;",
    'renderer/areas/staffing/b.ts': 'export const b = 1;',
  },
  'only-the-store-opens-the-database': { 'electron/core/a.ts': "import Database from 'better-sqlite3'; export const a = Database;" },
  'only-the-desktop-door-knows-electron': { 'electron/core/a.ts': "import { app } from 'electron'; export const a = app;" },
  'store-is-the-ground-floor': {
    'electron/store/a.ts': "import type { X } from '../core/handle.ts'; export type A = X;",
    'electron/core/handle.ts': 'export type X = 1;',
  },
  'store-takes-the-context-as-a-type': {
    'electron/store/a.ts': "import { x } from '../core/context.ts'; export const a = x;",
    'electron/core/context.ts': 'export const x = 1;',
  },
  'areas-stand-on-shared-and-store': {
    'electron/areas/budget/a.ts': "import { x } from '../../intake/uploads.ts'; export const a = x;",
    'electron/intake/uploads.ts': 'export const x = 1;',
  },
  'areas-know-only-published-measures': {
    'electron/areas/budget/a.ts': "import { x } from '../staffing/store.ts'; export const a = x;",
    'electron/areas/staffing/store.ts': 'export const x = 1;',
  },
  'intake-and-packs-stand-below-the-core': {
    'electron/packs/a.ts': "import { x } from '../core/handle.ts'; export const a = x;",
    'electron/core/handle.ts': 'export const x = 1;',
  },
  'intake-and-packs-are-strangers': {
    'electron/packs/a.ts': "import { x } from '../intake/limits.ts'; export const a = x;",
    'electron/intake/limits.ts': 'export const x = 1;',
  },
  'readers-know-no-store': {
    'electron/intake/readers/a.ts': "import { x } from '../../store/open.ts'; export const a = x;",
    'electron/store/open.ts': 'export const x = 1;',
  },
  'reader-child-reaches-no-store': {
    'electron/intake/reader-child.ts': "import { x } from './interpret.ts'; export const a = x;",
    'electron/intake/interpret.ts': "import { y } from '../store/open.ts'; export const x = y;",
    'electron/store/open.ts': 'export const y = 1;',
  },
  'core-knows-no-door': {
    'electron/core/a.ts': "import { x } from '../doors/browser/server.ts'; export const a = x;",
    'electron/doors/browser/server.ts': 'export const x = 1;',
  },
  'doors-know-the-face-of-the-core': {
    'electron/doors/browser/a.ts': "import { x } from '../../store/open.ts'; export const a = x;",
    'electron/store/open.ts': 'export const x = 1;',
  },
  'command-line-knows-the-upkeep': {
    'electron/doors/command-line/a.ts': "import { x } from '../../store/open.ts'; export const a = x;",
    'electron/store/open.ts': 'export const x = 1;',
  },
  'command-line-takes-the-router-as-a-type': {
    'electron/doors/command-line/a.ts': "import { x } from '../../core/router.ts'; export const a = x;",
    'electron/core/router.ts': 'export const x = 1;',
  },
  'doors-are-strangers': {
    'electron/doors/browser/a.ts': "import { x } from '../desktop/window.ts'; export const a = x;",
    'electron/doors/desktop/window.ts': 'export const x = 1;',
  },
  'demo-writes-files-only': {
    'electron/demo/a.ts': "import { x } from '../store/open.ts'; export const a = x;",
    'electron/store/open.ts': 'export const x = 1;',
  },
  'product-knows-no-test': {
    'shared/kit/a.ts': "import { x } from '../../test/support/x.ts'; export const a = x;",
    'test/support/x.ts': 'export const x = 1;',
  },
};

const lawful: Record<string, string> = {
  'shared/kit/a.ts': "import { z } from 'zod'; export const a = z;",
  'electron/store/open.ts': "import Database from 'better-sqlite3'; import { a } from '../../shared/kit/a.ts'; export const open = [Database, a];",
  'electron/areas/budget/store.ts': "import { open } from '../../store/open.ts'; export const store = open;",
  'electron/core/router.ts': "import { store } from '../areas/budget/store.ts'; export const router = store;",
  'electron/doors/desktop/window.ts': "import { app } from 'electron'; export const window = app;",
  'renderer/api.ts':
    "import type { router } from '../electron/core/router.ts'; import { x } from '@trpc/client'; export type R = typeof router; export const api = x;",
  'renderer/ui/Grid.ts': "import { x } from 'ag-grid-community'; export const grid = x;",
};

const packages = ['zod', 'better-sqlite3', 'electron', '@trpc/client', 'ag-grid-community'];

async function caught(files: Record<string, string>): Promise<Set<string>> {
  rmSync(folder, { recursive: true, force: true });
  for (const name of packages) {
    plant(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    plant(`node_modules/${name}/index.js`, 'export const x = 1, z = 1, app = 1; export default 1;');
  }
  plant('package.json', JSON.stringify({ name: 'planted', dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])) }));
  for (const [path, text] of Object.entries(files)) plant(path, text);
  const { tsConfig: _, ...options } = rules.options as { tsConfig: unknown };
  const ruleSet: IFlattenedRuleSet = { forbidden: rules.forbidden };
  const result = await cruise(
    ['shared', 'electron', 'renderer'].filter((top) => Object.keys(files).some((path) => path.startsWith(top))),
    { ...options, baseDir: folder, ruleSet, validate: true },
  );
  return new Set((result.output as ICruiseResult).summary.violations.map((violation) => violation.rule.name));
}

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('dependency rules', () => {
  it('let a lawful tree pass', async () => {
    expect(await caught(lawful)).toEqual(new Set());
  });

  it('each give their reason', () => {
    for (const rule of rules.forbidden) expect(rule.comment.length, rule.name).toBeGreaterThan(20);
  });

  it('have a planted violation each', () => {
    expect(Object.keys(violations).sort()).toEqual(rules.forbidden.map((rule) => rule.name).sort());
  });

  it.each(Object.keys(violations))('%s catches its violation', async (name) => {
    expect(await caught(violations[name] ?? {})).toContain(name);
  });
});
