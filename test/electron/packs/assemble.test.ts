import { expect, test } from 'vitest';
import { assemble, headline, packId } from '../../../electron/packs/assemble.ts';
import { monthlyInput } from '../../fixtures/packs/monthly-input.ts';
import { shippedFont } from '../../fixtures/packs/printing.ts';

const font = shippedFont();
const document = assemble(monthlyInput(), font);

test('the pack is named for plant, month and version, whatever the code holds', () => {
  const id = (code: string): string => packId({ ...monthlyInput(), plant: { ...monthlyInput().plant, code } });
  expect(document.id).toBe('LIN_2026-10_Monthly_v1');
  expect(id('../../etc')).toBe('etc_2026-10_Monthly_v1');
  expect(id('Werk 1/Süd')).toBe('Werk-1-Su-d_2026-10_Monthly_v1');
  expect(id('工厂')).toBe('Plant_2026-10_Monthly_v1');
  expect(id('CON')).toBe('PlantCON_2026-10_Monthly_v1');
});

test('the headline is the first comparable cost and OEE', () => {
  expect(headline(monthlyInput().views)).toBe('total cost 0.0 % U, OEE 75.4 %');
  expect(headline([])).toBe('');
});

test('the summary counts what is unfavorable and carries every KPI of every area', () => {
  expect(document.summary.finding).toBe('11 of 16 compared measures are unfavorable');
  expect(document.summary.groups.map((group) => [group.area, group.rows.length])).toEqual([
    ['Budget', 5],
    ['Production', 6],
    ['Staffing', 4],
    ['Maintenance', 4],
  ]);
  const oee = document.summary.groups[1]?.rows[1];
  expect([oee?.value, oee?.comparison, oee?.variance, oee?.letter, oee?.unit]).toEqual(['75.4', '76.0', '\u22120.6', 'U', '%']);
});

test('what is not defined says why', () => {
  const vacancies = document.summary.groups[2]?.rows[3];
  expect([vacancies?.value, vacancies?.reason]).toEqual(['n/a', 'No roster was imported']);
  expect(document.basis.figures.find((figure) => figure.measure === 'Vacancies')?.arithmetic).toBe('No roster was imported');
});

test('sources say how far they can be trusted', () => {
  expect(document.sources.map((source) => [source.label, source.trust, source.leftOut, source.check])).toContainEqual([
    'Work orders',
    'old',
    '6',
    'Ends 35 days before as-of; 2 warnings',
  ]);
  expect(document.basis.finding).toBe('3 of 6 sources are late, old or missing');
});

test('only wide grids turn the page', () => {
  expect(document.sections.map((section) => section.landscape)).toEqual([true, false, false, false]);
});

test('a heading ends without a full stop, a sentence with one', () => {
  const input = monthlyInput();
  const [budget] = input.views;
  if (!budget) throw new Error('no view');
  const printed = assemble({ ...input, views: [{ ...budget, finding: 'Cost is over.', commentary: ['It rose'] }] }, font);
  expect(printed.sections[0]?.finding).toBe('Cost is over');
  expect(printed.summary.commentary[0]?.text).toBe('Cost is over. It rose.');
});

test('an area without data says what would fill it', () => {
  const input = monthlyInput();
  const [budget] = input.views;
  if (!budget) throw new Error('no view');
  const printed = assemble(
    {
      ...input,
      views: [
        {
          ...budget,
          kpis: [],
          charts: [],
          grids: [],
          finding: '',
          commentary: [],
          empty: { message: 'Import a ledger', datasets: ['budget.actuals', 'budget.lines'] },
        },
      ],
    },
    font,
  );
  expect(printed.sections[0]?.empty).toEqual({ message: 'Import a ledger', sources: 'Ledger, budget.lines' });
  expect(printed.summary.finding).toBe('No figure of this month has anything to be compared with');
});

test('a partial month is to date', () => {
  const printed = assemble(monthlyInput({ asOf: '2026-10-20' }), font);
  expect(printed.facts.find((fact) => fact.label === 'Period')?.value).toBe('1 Oct 2026 to 31 Oct 2026, to date');
});
