/** Every dependency is pinned, and docs/dependencies.md gives the reason of each and of no other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const packages = { ...manifest.dependencies, ...manifest.devDependencies };

function explained(text: string): string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
}

describe('dependencies', () => {
  it('are all explained, each once', () => {
    expect(explained(readFileSync('docs/dependencies.md', 'utf8')).sort()).toEqual(Object.keys(packages).sort());
  });

  it('are pinned to one version', () => {
    const loose = Object.entries(packages).filter(([, version]) => !/^(\d+\.\d+\.\d+|file:tools\/[\w-]+)$/.test(version));
    expect(loose).toEqual([]);
  });

  it('that ship as packages are the two that cannot be bundled', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(['@myriaddreamin/typst-ts-web-compiler', 'better-sqlite3']);
  });

  it('would be caught unexplained', () => {
    expect(explained('| `a`, `b` | x | y |\ntext `c`')).toEqual(['a', 'b']);
  });
});
