import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { AreaView } from '../../../shared/areas/view.ts';
import { fixedEntries, foundEntries, matching } from '../../../renderer/app/palette-entries.ts';

const entries = fixedEntries('2026-11-18', { startMonth: 1 });

it('offers pages, import, pack and periods', () => {
  expect(matching(entries, 'budg')[0]).toMatchObject({ does: 'go', path: '/budget' });
  expect(matching(entries, 'import')[0]).toMatchObject({ does: 'import' });
  expect(matching(entries, 'oct 2026')[0]).toMatchObject({ does: 'period', period: { from: '2026-10-01', to: '2026-10-31' } });
  expect(matching(entries, 'no such thing')).toEqual([]);
});

it('finds rows of the loaded views by all typed words', () => {
  const client = new QueryClient();
  const view: AreaView = {
    area: 'maintenance',
    title: 'Maintenance',
    subtitle: '',
    finding: '',
    commentary: [],
    kpis: [],
    charts: [],
    empty: null,
    grids: [
      {
        key: 'g',
        title: '',
        caption: '',
        footnotes: [],
        columns: [{ field: 'asset', label: 'Asset', kind: 'text', unit: '', decimals: 0, group: '', width: 80, wideOnly: false, effectField: null }],
        rows: [
          { key: 'P4', kind: 'leaf', parent: null, cells: { asset: 'Press 4' }, effects: {}, trace: {} },
          { key: 'sum', kind: 'total', parent: null, cells: { asset: 'All' }, effects: {}, trace: {} },
        ],
      },
    ],
  };
  client.setQueryData(['view'], view);
  client.setQueryData(['else'], { rows: [] });
  expect(foundEntries(client)).toEqual([{ id: 'find maintenance P4', label: 'Press 4', hint: 'Maintenance', does: 'find', path: '/maintenance', row: 'P4' }]);
});
