/**
 * Where the other entry points and the shipped resources lie: beside this file's bundle in out/main, or in the sources when run
 * unbundled (tests, benchmarks). The one place that knows the difference.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);
const bundled = !here.endsWith('.ts');
const root = bundled ? dirname(dirname(dirname(bundledBase()))) : dirname(dirname(dirname(here)));

const sources = {
  'core-worker': 'electron/core/core-worker.ts',
  'writer-worker': 'electron/core/writer-worker.ts',
  'typst-worker': 'electron/packs/typst-worker.ts',
  'reader-child': 'electron/intake/reader-child.ts',
} as const;

export type EntryName = keyof typeof sources;

/** Absolute path of an entry point's script. */
export function entryFile(name: EntryName): string {
  return bundled ? join(root, 'out/main', `${name}.js`) : join(root, sources[name]);
}

/** Absolute path of the application's root: package.json, out/, resources/. */
export function applicationRoot(): string {
  return root;
}

/** The version in package.json. */
export function applicationVersion(): string {
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }; // our own file
  return about.version;
}

// Rollup may put this module into out/main/chunks/; climb to out/main.
function bundledBase(): string {
  let folder = dirname(here);
  while (!existsSync(join(folder, 'core-worker.js')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'core-worker.js');
}
