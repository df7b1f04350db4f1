/** Measurements, logs, stock lists and files that must be refused among the samples. */
import { headRow, rowsRead, says, type KnownSamples } from '../samples-checks.ts';
import { distinct, planOf, span, stored, sumOf, texts, total, type SampleRun } from '../samples-run.ts';

const measured = (run: SampleRun): number[] => stored(run, 'quality.measurements').map(({ value }) => Number(value));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const center = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1));
}

const tag = (run: SampleRun, name: string): number[] =>
  stored(run, 'readings.points').flatMap(({ tag: own, value }) => (own === name && typeof value === 'number' ? [value] : []));
const times = (run: SampleRun, name: string): (string | number | null | undefined)[] =>
  stored(run, 'readings.points').flatMap(({ tag: own, time }) => (own === name ? [time] : []));

const filtered = [
  says('each sheet header 1, 21 rows, Code sum 50', Array(11).fill([1, 21, 50]), (run) =>
    run.first.map(({ headerRow, rows }, table) => [headerRow, rows.read, sumOf(run, 'Code', table)]),
  ),
  says('hidden rows per sheet 0,0,12,17,9,8,12,3,13,13,7', [0, 0, 12, 17, 9, 8, 12, 3, 13, 13, 7], (run) =>
    run.file?.sheets.map(({ rows }) => rows.filter(({ hidden }) => hidden).length),
  ),
];

export const qualitySamples: KnownSamples = {
  '2c4fac895d06': {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [planOf(first[0], 'quality.measurements', { 'Calibration Factor': 'value' }, { constants: { characteristic: 'Calibration factor' } })],
    }),
    checks: [
      says('data from line 26', 26, (run) => run.first[0]?.firstRow),
      says('n=195', 195, (run) => measured(run).length),
      says('mean=9.261461', 9.261461, (run) => mean(measured(run))),
      says('sd=0.0227888', 0.0227888, (run) => deviation(measured(run))),
      says('(NIST certified 9.261460 / 0.02278881)', [true, true], (run) => [
        Math.abs(mean(measured(run)) - 9.26146) < 1e-6,
        Math.abs(deviation(measured(run)) - 0.02278881) < 1e-7,
      ]),
      says('min 9.196848 max 9.327973', [9.196848, 9.327973], (run) => [Math.min(...measured(run)), Math.max(...measured(run))]),
    ],
  },
  '296202ec52d8': {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says('4211 rows', 4_211, (run) => stored(run, 'inventory.stock').length),
      says('4047 materials', 4_047, (run) => distinct(stored(run, 'inventory.stock').map(({ item }) => item))),
      says('4092 bins', 4_092, (run) => distinct(stored(run, 'inventory.stock').map(({ location }) => location))),
      says('GR Date 2020-05-27..2023-05-27', '2020-05-27..2023-05-27', (run) => span(stored(run, 'inventory.stock').map(({ lastReceipt }) => lastReceipt))),
      says('EA stock=44,134', [44_134, 44_134], (run) => [
        run.reports[0]?.totals['onHand (EA)'],
        total(
          stored(run, 'inventory.stock').filter(({ unit }) => unit === 'EA'),
          'onHand',
        ),
      ]),
      says('all-unit naive 159,633', [159_633, undefined], (run) => [total(stored(run, 'inventory.stock'), 'onHand'), run.reports[0]?.totals['onHand']]),
    ],
  },
  '7630aa2ff828': {
    first: 'needs-mapping',
    checks: [
      says('header 1', 1, headRow),
      says('327 rows x19', [327, 19, true], (run) => [rowsRead(run), run.first[0]?.columns.length, texts(run, 'Organisation_code').includes('8E467')]),
      says('formal admissions=30,092', 30_092, (run) => sumOf(run, 'Total_formal_admissions_excluding_place_of_safety_detentions')),
      says('all admissions incl. place of safety=478,640', 478_640, (run) => sumOf(run, 'All_admissions_including_place_of_safety_detentions')),
    ],
  },
  '8377fab680a3': {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says('140 rows', 140, (run) => tag(run, 'expr1_0_imp').length),
      says('2012-06-22 00:00..2012-06-27 19:00', ['2012-06-22T00:00:00', '2012-06-27T19:00:00'], (run) => {
        const sorted = [...times(run, 'expr1_0_imp')].sort();
        return [sorted[0], sorted.at(-1)];
      }),
      says('expr1_0_imp=2,366,429', 2_366_429, (run) => tag(run, 'expr1_0_imp').reduce((sum, value) => sum + value, 0)),
    ],
  },
  '38c0c3e3ddeb': {
    first: 'needs-mapping',
    checks: [says('header 1', 1, headRow), says('28 rows', 28, rowsRead), says('All dwellings=3,623,000', 3_623_000, (run) => sumOf(run, 'All dwellings'))],
  },
  '5fdd11b75524': {
    first: 'no-table',
    checks: [
      says('no table should be detected on sheet Definitions', ['Definitions'], (run) =>
        run.file?.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name),
      ),
    ],
  },
  '90bc00039f97': { first: 'file-encrypted', checks: [says('error ""encrypted"", no crash', true, (run) => run.sentence.includes('protected by a password'))] },
  '527b4e976de8': {
    first: 'no-table',
    checks: [
      says('19 rows x1, no header', [19, true], (run) => [
        run.file?.sheets[0]?.rows.at(-1)?.number,
        run.file?.sheets[0]?.rows.every(({ cells }) => cells.slice(1).every((cell) => cell === null)),
      ]),
    ],
  },
  de1c28a946e4: {
    first: 'no-table',
    checks: [
      says('1 cell', 1, (run) => run.file?.sheets.reduce((sum, { rows }) => sum + rows.reduce((part, { cells }) => part + cells.length, 0), 0)),
      says('sheet name preserved', 'mês', (run) => run.file?.sheets[0]?.name),
    ],
  },
  d17a1adc43af: { first: 'needs-mapping', checks: filtered },
  '0c161e6e66d7': {
    first: 'needs-mapping',
    checks: [{ says: 'same controls', want: filtered.map(({ want }) => want), of: (run) => filtered.map((check) => check.of(run)) }],
  },
  '7094c7ad1829': {
    first: 'needs-mapping',
    checks: [
      says('header rows 1-5', [1, 5], (run) => [run.first[0]?.headerRow, run.first[0]?.headRows]),
      says('1 data row A B C D', [1, ['A', 'B', 'C', 'D']], (run) => [
        run.first[0]?.rows.read,
        (run.first[0]?.columns ?? []).flatMap(({ header }) => texts(run, header)),
      ]),
    ],
  },
  '5d04e790353e': {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [
        planOf(
          first[0],
          'readings.points',
          Object.fromEntries((first[0]?.columns ?? []).flatMap(({ header, field }) => (field === null ? [] : [[header, field]]))),
          {
            missing: ['-200'],
          },
        ),
      ],
    }),
    checks: [
      says('header 1', 1, headRow),
      says('9357 rows', 9_357, rowsRead),
      says('2004-03-10..2005-04-04', '2004-03-10..2005-04-04', (run) => span(stored(run, 'readings.points').map(({ time }) => time))),
      says('CO_GT missing 1683', [1_683, 9_357 - 1_683], (run) => [
        run.first[0]?.sentinels.find(({ column }) => column === 3)?.count,
        tag(run, 'CO_GT').length,
      ]),
      says('valid sum 16,520.2', 16_520.2, (run) => tag(run, 'CO_GT').reduce((sum, value) => sum + value, 0)),
      says('(naive -320,079.8)', -320_079.8, (run) => tag(run, 'CO_GT').reduce((sum, value) => sum + value, 0) - 200 * 1_683),
      says('mean T valid 18.3178', 18.3178, (run) => mean(tag(run, 'T'))),
    ],
  },
  '9b1cee6f9cb9': {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says('35,040 rows', 35_040, (run) => tag(run, 'Usage_kWh').length),
      says('2018 full year', [35_040, '2018-01-01T00:15:00', '2018-12-31T23:45:00'], (run) => {
        const sorted = [...times(run, 'Usage_kWh')].sort();
        return [distinct(sorted), sorted.find((time) => String(time) > '2018-01-01T00:00:00'), sorted.at(-1)];
      }),
      says('Usage_kWh=959,636.71', 959_636.71, (run) => tag(run, 'Usage_kWh').reduce((sum, value) => sum + value, 0)),
      says('no duplicate stamps', 35_040, (run) => distinct(times(run, 'Usage_kWh'))),
    ],
  },
  '08a17d98178a': {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [
        planOf(first[0], 'quality.inspections', {
          Date: 'date',
          Product_Type: 'product',
          Test_Batch_ID: 'lot',
          Tests_Conducted: 'inspected',
          Scrap_Units: 'defective',
        }),
      ],
    }),
    checks: [
      says('header 1', 1, headRow),
      says('500 rows', 500, (run) => stored(run, 'quality.inspections').length),
      says('Tests=272,196', 272_196, (run) => total(stored(run, 'quality.inspections'), 'inspected')),
      says('Scrap=123,163', 123_163, (run) => total(stored(run, 'quality.inspections'), 'defective')),
    ],
  },
};
