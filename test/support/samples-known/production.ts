/** Production files of the samples. */
import { cellText } from '../../../shared/intake/cells.ts';
import { interpret } from '../samples.ts';
import { headRow, rowsRead, says, type KnownSamples } from '../samples-checks.ts';
import { column, count, distinct, figure, planOf, span, stored, sumOf, texts, total, type SampleRun } from '../samples-run.ts';

const scrapUnits = { PC: 92_897, G: 12_829.932, MM: 2_295, LB: 44.893, KG: 1.68, ML: 9.933, FT: 87, YD: 5.363, M: 0.5, GAL: 0.006 } as const;
type ScrapUnit = keyof typeof scrapUnits;

const scrapPlan = (first: SampleRun['first'], unit: ScrapUnit) => ({
  plans: [
    planOf(
      first[0],
      'production.output',
      { Material: 'product', 'Scrap Quantity': 'scrap', 'Cost Center': 'line' },
      { constants: { date: '2023-07-17' }, leaveOut: [{ column: 3, values: Object.keys(scrapUnits).filter((other) => other !== unit) }] },
    ),
  ],
});

// One unit at a time, the others left out as a user would.
const scrapIn =
  (unit: ScrapUnit) =>
  (run: SampleRun): unknown =>
    run.file ? interpret(run.file, { fileName: 'scrap.xlsx', ...scrapPlan(run.first, unit) }).reports[0]?.totals['scrap'] : null;

const sectorSum =
  (year: string) =>
  (run: SampleRun): number =>
    sumOf(run, year) - (texts(run, 'Year').includes('Total') ? printed(run, year) : 0);
const printed = (run: SampleRun, year: string): number => {
  const at = run.first[0]?.columns.find(({ header }) => header === year)?.column ?? 0;
  const row = run.file?.sheets[0]?.rows.find(({ cells }) => cellText(cells[0] ?? null).trim() === 'Total');
  return figure(row?.cells[at - 1] ?? null);
};

export const productionSamples: KnownSamples = {
  '70d60cf8bc33': {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [
        planOf(
          first[0],
          'inventory.stock',
          { Date: 'date', Factory: 'warehouse', Quality: 'itemName', 'Closing Stock M/Ton': 'onHand' },
          { constants: { item: 'Yarn', unit: 't' } },
        ),
      ],
    }),
    checks: [
      says('header row 1', 1, headRow),
      says('5623 dated rows', 5_623, (run) => stored(run, 'inventory.stock').filter(({ date }) => date !== null).length),
      says('1 undated', 1, (run) => stored(run, 'inventory.stock').filter(({ date }) => date === null).length),
      says('2024-02-01..2024-02-29', '2024-02-01..2024-02-29', (run) => span(stored(run, 'inventory.stock').map(({ date }) => date))),
      says('Production M/Ton=8807.462', 8_807.462, (run) => sumOf(run, 'Production M/Ton')),
      says('Despatch M/Ton=11762.932', 11_762.932, (run) => sumOf(run, 'Despatch M/Ton')),
      says('Opening M/Ton=45894.8454', 45_894.8454, (run) => sumOf(run, 'Opening Stock M/Ton')),
      says('Closing M/Ton=43110.5879', 43_110.5879, (run) => total(stored(run, 'inventory.stock'), 'onHand')),
    ],
  },
  e2a923a1bb0a: {
    first: 'needs-mapping',
    answers: (first) => scrapPlan(first, 'PC'),
    checks: [
      says('header row 1', 1, headRow),
      says('3088 rows', 3_088, (run) => run.first[0]?.rows.read),
      says('39 visible', 39, (run) => 3_088 - (run.first[0]?.problemCounts['hidden-rows'] ?? 0)),
      says('PC=92,897', scrapUnits.PC, (run) => total(stored(run, 'production.output'), 'scrap')),
      says('G=12,829.932', scrapUnits.G, scrapIn('G')),
      says('MM=2,295', scrapUnits.MM, scrapIn('MM')),
      says('LB=44.893', scrapUnits.LB, scrapIn('LB')),
      says('KG=1.680', scrapUnits.KG, scrapIn('KG')),
      says('ML=9.933', scrapUnits.ML, scrapIn('ML')),
      says('FT=87', scrapUnits.FT, scrapIn('FT')),
      says('YD=5.363', scrapUnits.YD, scrapIn('YD')),
      says('M=0.5', scrapUnits.M, scrapIn('M')),
      says('GAL=0.006', scrapUnits.GAL, scrapIn('GAL')),
      says('182 distinct Doc.header', 182, (run) => distinct(texts(run, 'Doc.header text'))),
      says('Sheet1 = the 39 visible rows', true, (run) => {
        const visible = (run.file?.sheets[0]?.rows ?? []).filter(({ hidden, number }) => !hidden && number > 1);
        const lines = (rows: typeof visible): string[] =>
          rows
            .map(({ cells }) =>
              cells
                .slice(0, 5)
                .map((cell) => cellText(cell))
                .join('|'),
            )
            .sort();
        return JSON.stringify(lines(visible)) === JSON.stringify(lines((run.file?.sheets[1]?.rows ?? []).slice(1)));
      }),
    ],
  },
  f30a1caeba2d: {
    first: 'ready',
    checks: [
      says('header row 1', 1, headRow),
      says('99 rows', 99, (run) => stored(run, 'production.output').length),
      says('2025-01-02..2025-04-10', '2025-01-02..2025-04-10', (run) => span(stored(run, 'production.output').map(({ date }) => date))),
      says('Output=10,900', 10_900, (run) => total(stored(run, 'production.output'), 'total')),
      says('RuntimeHours=799.5523', 799.5523, (run) => total(stored(run, 'production.output'), 'runMinutes') / 60),
      says('DowntimeMin=5,786', 5_786, (run) => total(stored(run, 'production.output'), 'stopMinutes')),
    ],
  },
  '3c31081f59fe': {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [planOf(first[0], 'production.output', { year: 'date', department: 'product', team: 'line', idle_time: 'stopMinutes' })],
    }),
    checks: [
      says('header row 1', 1, headRow),
      says('1197 rows', 1_197, (run) => stored(run, 'production.output').length),
      says('2015-01-01..2015-03-11', '2015-01-01..2015-03-11', (run) =>
        span(
          stored(run, 'production.output')
            .map(({ date }) => date)
            .filter((date) => date !== '1905-07-12'),
        ),
      ),
      says('one bad 1905-07-12 (row 2)', ['suspicious-date', 2], (run) => {
        const found = run.first[0]?.problems.find(({ code }) => code === 'suspicious-date');
        return [found?.code, found?.row];
      }),
      says('incentive=45,738', 45_738, (run) => sumOf(run, 'incentive')),
      says('over_time=5,467,250', 5_467_250, (run) => sumOf(run, 'over_time')),
      says('idle_time=874', 874, (run) => total(stored(run, 'production.output'), 'stopMinutes')),
      says('departments must be 2 after trimming', 2, (run) => distinct(stored(run, 'production.output').map(({ product }) => product))),
      says('sweing 691', 691, (run) =>
        count(
          stored(run, 'production.output').map(({ product }) => product),
          'sweing',
        ),
      ),
      says('finishing 506', 506, (run) =>
        count(
          stored(run, 'production.output').map(({ product }) => product),
          'finishing',
        ),
      ),
    ],
  },
  c7796eae69be: {
    first: 'needs-mapping',
    answers: (first) => ({ plans: [planOf(first[0], 'readings.points', { Date: 'time', 'Hydraulic_Pressure(bar)': 'value' })] }),
    checks: [
      says('header row 1', 1, headRow),
      says('2500 rows x16', [2_500, 16], (run) => [rowsRead(run), run.first[0]?.columns.length]),
      says('2021-11-24..2022-07-03', '2021-11-24..2022-07-03', (run) => span(stored(run, 'readings.points').map(({ time }) => time))),
      says('Machine_Failure=1265', 1_265, (run) => count(texts(run, 'Downtime'), 'Machine_Failure')),
      says('No_Machine_Failure=1235', 1_235, (run) => count(texts(run, 'Downtime'), 'No_Machine_Failure')),
      says('Hydraulic_Pressure sum=252,508.6186', 252_508.6186, (run) => total(stored(run, 'readings.points'), 'value')),
    ],
  },
  '4b2b934c8032': {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [planOf(first[0], 'production.output', { Date: 'date', Fab_ID: 'line', Product_Type: 'product', Units_Produced: 'total' })],
    }),
    checks: [
      says('header 1', 1, headRow),
      says('500 rows', 500, (run) => stored(run, 'production.output').length),
      says('Wafers_Processed=276,084', 276_084, (run) => sumOf(run, 'Wafers_Processed')),
      says('Units_Produced=27,544,108', 27_544_108, (run) => total(stored(run, 'production.output'), 'total')),
      says('2023-01-03..2023-12-30', '2023-01-03..2023-12-30', (run) => span(stored(run, 'production.output').map(({ date }) => date))),
    ],
  },
  '8a7aef6824c4': {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says('500 rows', 500, (run) => stored(run, 'production.output').length),
      says('Uptime=10,489.57', 10_489.57, (run) => total(stored(run, 'production.output'), 'runMinutes') / 60),
      says('Downtime=1,484.63', 1_484.63, (run) => total(stored(run, 'production.output'), 'stopMinutes') / 60),
    ],
  },
  '4eb3ad914ac3': {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [
        planOf(first[0], 'production.orders', { orderNum: 'order', apnID: 'product', planned_quantity: 'planned' }),
        planOf(first[1], 'production.output', { order: 'order', apn: 'product', quantity: 'total', machine: 'line', createdDate: 'date' }),
        planOf(
          first[2],
          'production.output',
          { order: 'order', apn: 'product', quantity_assembled: 'total', created_date: 'date' },
          { constants: { line: 'Assembly' } },
        ),
      ],
    }),
    checks: [
      says('Orders 21 rows planned_quantity=1077', [21, 1_077], (run) => {
        const rows = stored(run, 'production.orders');
        return [rows.length, total(rows, 'planned')];
      }),
      says('Production 17 rows quantity=818', [17, 818], (run) => {
        const rows = stored(run, 'production.output').filter(({ line }) => line !== 'Assembly');
        return [rows.length, total(rows, 'total')];
      }),
      says('Assembly 8 rows quantity_assembled=98', [8, 98], (run) => {
        const rows = stored(run, 'production.output').filter(({ line }) => line === 'Assembly');
        return [rows.length, total(rows, 'total')];
      }),
      says('order numbers must stay text', true, (run) =>
        [...stored(run, 'production.orders'), ...stored(run, 'production.output')].every(({ order }) =>
          /^\d\d\.\d{4}\.\d\d$|^25\.010812$/u.test(String(order)),
        ),
      ),
    ],
  },
  '27aed37c1a37': {
    first: 'needs-mapping',
    answers: (first) => ({ plans: [planOf(first[0], 'budget.actuals', { Year: 'account', '2007': 'amount' }, { constants: { date: '2007-12-31' } })] }),
    checks: [
      says('header row 4', 4, headRow),
      says('13 sectors', 13, (run) => stored(run, 'budget.actuals').length),
      says('2000 sum=120,522', 120_522, sectorSum('2000')),
      says('2007 sum=108,610', 108_610, (run) => total(stored(run, 'budget.actuals'), 'amount')),
      says('printed Total=108,609 (rounding: warn, do not fail)', [108_609, 'ready', ['total-row']], (run) => [
        printed(run, '2007'),
        run.reports[0]?.status,
        Object.keys(run.reports[0]?.problemCounts ?? {}),
      ]),
      says('104 sector-year cells', 104, (run) =>
        (run.first[0]?.columns ?? []).slice(1).reduce((sum, { header }) => sum + column(run, header).filter((cell) => figure(cell) !== 0).length, 0),
      ),
      says('2002 and 2005 miss the printed total by rounding too', [true, true], (run) =>
        ['2002', '2005'].map((year) => [1, 2].includes(Math.abs(Math.round(sectorSum(year)(run) - printed(run, year))))),
      ),
    ],
  },
};
