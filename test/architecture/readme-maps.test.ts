/** A layer's README is a map: at most 40 lines, and what it names exists. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trackedFiles } from '../support/tracked-files.ts';

const maps = trackedFiles().filter((file) => file.endsWith('README.md'));

/** Paths in backticks that lead nowhere, seen from the README's folder or from the root; `<area>` and `*` stand for any name. */
function lostPaths(readme: string, text: string): string[] {
  const named = [...text.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => /^[\w.<>*{},-]+(\/[\w.<>*{},-]*)*$/.test(name) && (name.includes('/') || /\.(tsx?|mjs|cjs|json|md|sql|typ|css|html|yml)$/.test(name)));
  return named.filter((name) => {
    const pattern = name.replace(/<[^>]+>/g, '*').replace(/\/$/, '');
    return ![join(dirname(readme), pattern), pattern].some((path) => (/[*{]/.test(path) ? globSync(path).length > 0 : existsSync(path)));
  });
}

describe('README maps', () => {
  it.each(maps)('%s names only what exists', (readme) => {
    expect(lostPaths(readme, readFileSync(readme, 'utf8'))).toEqual([]);
  });

  it.each(maps.filter((readme) => readme !== 'README.md'))('%s has at most 40 lines', (readme) => {
    expect(readFileSync(readme, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });

  it('would be caught naming a file that is gone', () => {
    expect(lostPaths('shared/areas/README.md', 'see `catalog.ts`, `<area>/datasets.ts` and `gone.ts`, `electron/gone/`')).toEqual([
      'gone.ts',
      'electron/gone/',
    ]);
  });
});
