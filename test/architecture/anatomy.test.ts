/** An area looks like its neighbours: whoever has read one can find anything in another. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/areas/catalog.ts';

const floors = {
  shared: ['datasets.ts', 'measures.ts', 'terms.ts'],
  electron: ['store.ts', 'router.ts', 'view.ts', 'trace.ts', 'exceptions.ts'],
  renderer: ['Page.tsx'],
} as const;

// Areas with datasets, some with queries, and no page yet: nothing to show or decide.
const withoutPage: Partial<Record<string, Record<keyof typeof floors, readonly string[]>>> = {
  readings: { shared: ['datasets.ts'], electron: ['store.ts', 'router.ts', 'trace.ts'], renderer: [] },
  quality: { shared: ['datasets.ts', 'measures.ts'], electron: ['store.ts', 'router.ts'], renderer: [] },
  inventory: { shared: ['datasets.ts'], electron: [], renderer: [] },
  compliance: { shared: ['datasets.ts'], electron: [], renderer: [] },
};

function foldersOf(floor: keyof typeof floors): string[] {
  return readdirSync(`${floor}/areas`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Files an area lacks, out of what its neighbours have. */
function missing(area: string, exists: (path: string) => boolean): string[] {
  return (['shared', 'electron', 'renderer'] as const).flatMap((floor) =>
    (withoutPage[area]?.[floor] ?? floors[floor]).map((file) => `${floor}/areas/${area}/${file}`).filter((path) => !exists(path)),
  );
}

const areas = [...new Set(catalog.map((dataset) => dataset.area))].sort();

describe('areas', () => {
  it('are the same on every floor', () => {
    expect(foldersOf('shared')).toEqual(areas);
    expect(foldersOf('electron')).toEqual(areas.filter((area) => withoutPage[area]?.electron.length !== 0));
    expect(foldersOf('renderer')).toEqual(areas.filter((area) => !withoutPage[area]));
  });

  it.each(areas)('%s has the files its neighbours have', (area) => {
    expect(missing(area, existsSync)).toEqual([]);
  });

  it('would be caught without one of them', () => {
    expect(missing('budget', (path) => path !== 'electron/areas/budget/trace.ts' && existsSync(path))).toContain('electron/areas/budget/trace.ts');
  });

  it.each(areas)('%s has no name too vague to find', (area) => {
    const files = ['shared', 'electron', 'renderer'].flatMap((floor) => (existsSync(`${floor}/areas/${area}`) ? readdirSync(`${floor}/areas/${area}`) : []));
    expect(files.filter((file) => /^(utils?|helpers?|common|misc|manager|index|data|info)\./.test(file))).toEqual([]);
  });
});
