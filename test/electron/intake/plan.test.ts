/** Everything a plan or a profile can state about a table, through the whole interpretation. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { ConstantSource, Profile, TablePlan } from '../../../shared/intake/interpretation.ts';
import { readJulian } from '../../../electron/intake/coerce-dates.ts';
import { dateIn, monthIn } from '../../../electron/intake/interpret-stated.ts';
import { dayNumberOf, fromDayNumber } from '../../../shared/kit/iso-date.ts';
import { interpretBytes, valuesOf } from '../../support/samples.ts';

const basis: TablePlan = {
  sheet: 0,
  headerRow: 1,
  dataset: 'production.output',
  columns: [],
  constants: {},
  words: {},
  dateOrder: null,
  decimal: null,
  missing: [],
  real: [],
};

const columns = (...fields: (string | null)[]): TablePlan['columns'] => fields.map((field, index) => ({ column: index + 1, field }));
const read = (text: string, plan: Partial<TablePlan>, fileName = 'x.csv') => interpretBytes(Buffer.from(text), { fileName, plans: [{ ...basis, ...plan }] });

const titled = (title: string): string => `${title}\n\nTag;Anlage;Stück\n1;L1;10\n2;L1;20\n31;L2;5\n`;

describe('values from outside the columns', () => {
  it.each<[string, ConstantSource, string]>([
    ['Bericht;;\nMonat:;Oktober 2026;', { from: 'title', after: 'Monat' }, 'x.csv'],
    ['Bericht;;\nMonat: 10/2026;;', { from: 'title', after: 'monat' }, 'x.csv'],
    ['Bericht;;\n;Okt. 2026;', { from: 'cell', row: 2, column: 2 }, 'x.csv'],
    ['Bericht;;\nx;;', { from: 'file-name' }, 'Schicht_2026-10_final.csv'],
  ])('day numbers take their month from %j', async (title, source, fileName) => {
    const text = `${title}\nTag;Anlage;Stück\n1;L1;10\n2;L1;20\n31;L2;5\n`;
    const plan = { headerRow: 3, columns: columns('date', 'line', 'good'), constantsFrom: { date: source } };
    const { reports, blocks } = await read(text, plan, fileName);
    expect(reports[0]?.fault?.message ?? null).toBeNull();
    expect(valuesOf(blocks, 'date')).toEqual(['2026-10-01', '2026-10-02', '2026-10-31']);
    expect(reports[0]?.stated).toMatchObject([{ field: 'date', parsed: '2026-10-01', from: source }]);
    expect(reports[0]?.columns[0]?.samples[0]).toMatchObject({ raw: '1', parsed: '2026-10-01' });
  });

  it('a day the month does not have is a bad cell', async () => {
    const { reports } = await read(titled('Monat: 09/2026;;'), {
      headerRow: 3,
      columns: columns('date', 'line', 'good'),
      constantsFrom: { date: { from: 'title', after: 'Monat' } },
    });
    expect(reports[0]).toMatchObject({ status: 'refused', rejectedRows: [6], problemCounts: { 'not-a-date': 1 } });
  });

  it('what is not there, or reads two ways, is asked', async () => {
    const plan = { headerRow: 3, columns: columns(null, 'line', 'good') };
    const missing = await read(titled('Bericht;;'), { ...plan, constantsFrom: { date: { from: 'title', after: 'Monat' } } });
    expect(missing.reports[0]).toMatchObject({ status: 'needs-mapping', problemCounts: { 'missing-column': 1 } });
    expect(missing.blocks).toEqual([]);
    const twoWays = { ...plan, constantsFrom: { date: { from: 'title', after: 'Stand' } as const } };
    expect((await read(titled('Stand: 03/04/2026;;'), twoWays)).reports[0]?.status).toBe('needs-mapping');
    const settled = await read(titled('Stand: 03/04/2026;;'), { ...twoWays, dateOrder: 'day-first' });
    expect(valuesOf(settled.blocks, 'date')).toEqual(['2026-04-03', '2026-04-03', '2026-04-03']);
  });

  it.each([
    ['For the Period From Oct 1, 2026 to Oct 31, 2026', '2026-10-31'],
    ['As of 2026-10-31, printed', '2026-10-31'],
    ['Stand 31.10.2026', '2026-10-31'],
    ['03/04/2026', null],
    ['01.10.2026 02.10.2026 03.10.2026', null],
    ['no day here', null],
  ])('the day in “%s” is %s', (text, day) => {
    expect(dateIn(text, null)).toBe(day);
  });

  it.each([
    ['Report for October 2026', '2026-10-01'],
    ['Output_2026-10.v2', '2026-10-01'],
    ['KW 44 Okt 2026', '2026-10-01'],
    ['Jan 2026 to Mar 2026', null],
    ['Line 10', null],
    ['10/01/2026', null],
    ['20261031', null],
  ])('the month in “%s” is %s', (text, month) => {
    expect(monthIn(text)).toBe(month);
  });
});

describe('what a layout states about its cells', () => {
  it('reads CYYDDD days, and 0 as none', async () => {
    const text = 'WO,What,Made,Due\n1,A,126001,126365\n2,B,125366,0\n3,C,124366,126032\n';
    const plan = { dataset: 'maintenance.workOrders', columns: columns('order', 'title', 'created', 'dueDate'), julian: true };
    const { reports, blocks } = await read(text, plan);
    expect(reports[0]).toMatchObject({ status: 'refused', rejectedRows: [3] });
    const sound = await read(text.replace('125366', '125365'), plan);
    expect(valuesOf(sound.blocks, 'created')).toEqual(['2026-01-01T00:00:00', '2025-12-31T00:00:00', '2024-12-31T00:00:00']);
    expect(valuesOf(sound.blocks, 'dueDate')).toEqual(['2026-12-31', null, '2026-02-01']);
    expect(blocks.length).toBeGreaterThan(0);
  });

  it('every day from 1900 to 2099 comes back from CYYDDD', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumberOf(1900, 1, 1) ?? 0, max: dayNumberOf(2099, 12, 31) ?? 0 }), (day) => {
        const date = new Date(`${fromDayNumber(day)}T00:00:00Z`);
        const year = date.getUTCFullYear();
        const nth = Math.round((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
        return readJulian(`${String(Math.floor(year / 100) - 19)}${String(year % 100).padStart(2, '0')}${String(nth).padStart(3, '0')}`) === day;
      }),
    );
    expect(readJulian('126000')).toBeNull();
    expect(readJulian('2026-01')).toBeNull();
  });

  it('turns signs, and the file’s total with them', async () => {
    const plan = { dataset: 'budget.actuals', columns: columns('account', 'date', 'amount'), reversedSign: true };
    const { reports, blocks } = await read('Acct,Day,Value\n4000,2026-10-13,-100.00\n6000,2026-10-14,40.50\nTotal,,-59.50\n', plan);
    expect(reports[0]).toMatchObject({ status: 'ready', totals: { amount: 59.5 } });
    expect(valuesOf(blocks, 'amount')).toEqual([10_000, -4_050]);
  });

  it('takes the decimal sign, missing and real values as stated', async () => {
    const text = 'Tag;Anlage;Stück\n13.10.2026;L1;1.000\n14.10.2026;L1;n/v\n15.10.2026;L1;9999\n';
    const plan = { columns: columns('date', 'line', 'good'), missing: ['n/v'], real: ['9999'] };
    expect(valuesOf((await read(text, { ...plan, decimal: ',' })).blocks, 'good')).toEqual([1_000, null, 9_999]);
    expect(valuesOf((await read(text, { ...plan, decimal: '.' })).blocks, 'good')).toEqual([1, null, 9_999]);
  });

  it('leaves rows out, says so, and does not hold the file’s total against them', async () => {
    const text = 'Tag;Anlage;Stück;Art\n13.10.2026;L1;10;Echt\n14.10.2026;L1;20;Test\n15.10.2026;L1;30;echt\nSumme;;60;\n';
    const plan = { columns: columns('date', 'line', 'good', null), leaveOut: [{ column: 4, values: ['TEST'] }] };
    const { reports } = await read(text, plan);
    expect(reports[0]).toMatchObject({ status: 'ready', rows: { read: 2, rejected: 0 }, totals: { good: 40 }, problemCounts: { 'part-left-out': 1 } });
    expect((await read(text, { columns: plan.columns })).reports[0]).toMatchObject({ rows: { read: 3 }, totals: { good: 60 } });
  });

  it('no cell of a dropped column is anywhere in the answer', async () => {
    const text = 'Tag;Anlage;Stück;Wer\n13.10.2026;L1;10;Quillfeather\n14.10.2026;L1;x;Quillfeather\n15.10.2026;L1;;Quillfeather\n';
    const { answers, reports } = await read(text, { columns: columns('date', 'line', 'good', 'shift'), dropped: [4] });
    expect(JSON.stringify(answers)).not.toContain('Quillfeather');
    expect(reports[0]?.columns[3]).toMatchObject({ header: 'Wer', field: null });
    expect(JSON.stringify((await read(text, { columns: columns('date', 'line', 'good', 'shift') })).answers)).toContain('Quillfeather');
  });
});

describe('a plan over the profile of its headers', () => {
  const profile: Profile = {
    id: 'mill',
    source: 'mill-system',
    system: 'Mill',
    dataset: 'maintenance.workOrders',
    headers: ['wo', 'what', 'state', 'by', 'kind', 'site'],
    columns: { wo: 'order', what: 'title', state: 'status' },
    constants: {},
    words: { status: { '77': 'done' } },
    dateOrder: null,
    confirmedOnRealFile: false,
    dropped: ['by'],
    leaveOut: [{ header: 'kind', values: ['sub'] }],
    joined: { order: ['site'] },
  };
  const text = 'wo,what,state,by,kind,site\n1,Fix,77,Quillfeather,main,N\n2,Bolt,77,Quillfeather,sub,N\n1,Look,77,Quillfeather,main,S\n';

  it('keeps its source, its words, its personal data, its tasks and its sites', async () => {
    const request = { fileName: 'x.csv', profiles: [profile] };
    const plan: TablePlan = { ...basis, dataset: 'maintenance.workOrders', columns: columns('order', 'description', 'status') };
    for (const plans of [[], [plan]]) {
      const { reports, blocks, answers } = await interpretBytes(Buffer.from(text), { ...request, plans });
      expect(reports[0]).toMatchObject({ status: 'ready', source: 'mill-system', rows: { read: 2, rejected: 0 } });
      expect(valuesOf(blocks, 'order')).toEqual(['N/1', 'S/1']);
      expect(valuesOf(blocks, 'status')).toEqual(['done', 'done']);
      expect(JSON.stringify(answers)).not.toContain('Quillfeather');
    }
  });

  it('is told the rows of its head', async () => {
    const told: Profile = {
      ...profile,
      headRows: 2,
      headers: ['order wo', 'order what', 'now state', 'now by', 'kind', 'site'],
      columns: { 'order wo': 'order', 'order what': 'title', 'now state': 'status' },
      dropped: ['now by'],
    };
    const grouped = `Order,,Now,,,\n${text.replace('kind,site', 'kind,site')}`;
    const { reports } = await interpretBytes(Buffer.from(grouped), { fileName: 'x.csv', profiles: [told] });
    expect(reports[0]?.columns.map(({ header }) => header)).toHaveLength(6);
    expect(reports[0]?.status).toBe(reports[0]?.profile === 'mill' ? 'ready' : 'needs-mapping');
  });
});
