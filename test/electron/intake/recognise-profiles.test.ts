/** The shipped profiles: every one names fields and words that exist, and takes a file with its headers, in any order, by itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasetNamed } from '../../../shared/areas/catalog.ts';
import type { Profile } from '../../../shared/intake/interpretation.ts';
import { headerKey } from '../../../electron/intake/headers.ts';
import { interpretBytes, valuesOf } from '../../support/samples.ts';

const folder = join(import.meta.dirname, '../../../resources/profiles');
const profiles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.profile.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile); // what this test checks

const values: Record<string, string> = {
  status: 'Open',
  created: '2026-01-13',
  dueDate: '2026-01-31',
  started: '2026-01-14',
  completed: '2026-01-15',
  estimatedHours: '2',
  laborHours: '3',
  cost: '10.00',
  amount: '10.00',
  type: 'CM',
};

describe.each(profiles)('$id', (profile) => {
  it('names only fields and words of its dataset', () => {
    const dataset = datasetNamed(profile.dataset);
    const fields = new Map(dataset?.fields.map((field) => [field.name, field]));
    for (const field of [...Object.values(profile.columns), ...Object.keys(profile.constants), ...Object.keys(profile.words)])
      expect([...fields.keys()]).toContain(field);
    for (const [field, words] of Object.entries(profile.words))
      for (const word of Object.values(words)) expect(Object.keys(fields.get(field)?.words ?? {})).toContain(word);
    const headers = new Set(profile.headers.map(headerKey));
    for (const header of Object.keys(profile.columns)) expect(headers).toContain(headerKey(header));
  });

  it('takes a file of its layout and says so', async () => {
    const headers = [...profile.headers].reverse();
    const row = (index: number): string => headers.map((header) => values[profile.columns[header] ?? ''] ?? `${header} ${String(index)}`).join(',');
    const { reports, blocks } = await interpretBytes(Buffer.from(`${headers.join(',')}\n${row(1)}\n${row(2)}\n`), { fileName: 'x.csv', profiles });
    expect(reports[0]).toMatchObject({ status: 'ready', profile: profile.id, source: profile.source ?? profile.id, dataset: profile.dataset, score: 1 });
    if (Object.values(profile.columns).includes('status')) expect(valuesOf(blocks, 'status')).toEqual(['open', 'open']);
  });

  it('stays out of a file that lacks one of its headers', async () => {
    const { reports } = await interpretBytes(Buffer.from('Order,Title,Status\n1,A,Open\n2,B,Open\n'), { fileName: 'x.csv', profiles });
    expect(reports[0]).toMatchObject({ status: 'ready', profile: null, dataset: 'maintenance.workOrders' });
  });
});

describe('names a person gives', () => {
  it('refuses a dataset or a profile that does not exist', async () => {
    const file = Buffer.from('Order,Title,Status\n1,A,Open\n2,B,Open\n');
    await expect(interpretBytes(file, { fileName: 'x.csv', dataset: 'weather' })).rejects.toThrow(/no dataset “weather”/u);
    await expect(interpretBytes(file, { fileName: 'x.csv', profile: 'none' })).rejects.toThrow(/no profile “none”/u);
  });

  it('takes a file for the dataset a person names when its columns are there', async () => {
    const { reports } = await interpretBytes(Buffer.from('Account,Month,Budget,Actual\n4000,2026-01,100,110\n4100,2026-01,100,90\n'), {
      fileName: 'x.csv',
      dataset: 'budget.actuals',
    });
    expect(reports[0]).toMatchObject({ status: 'ready', dataset: 'budget.actuals', totals: { amount: 200 } });
  });

  it('takes a template of any dataset by its labels', async () => {
    const { reports } = await interpretBytes(
      Buffer.from('Version,Account,Account name,Cost center,Date,Period,Amount\noriginal,4000,Sales,100,2026-01-13,,5.50\n'),
      { fileName: 'x.csv' },
    );
    expect(reports[0]).toMatchObject({ status: 'ready', dataset: 'budget.lines', totals: { amount: 5.5 } });
  });
});
