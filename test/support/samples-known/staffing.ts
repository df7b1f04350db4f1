/** People, hours, rosters and training among the samples. */
import { zipPart } from '../zip-part.ts';
import { headRow, rowsRead, says, type KnownSamples } from '../samples-checks.ts';
import { column, count, distinct, planOf, span, stored, sumOf, texts, total, type SampleRun } from '../samples-run.ts';
import type { TableReport } from '../../../shared/intake/interpretation.ts';

const named = (reports: readonly TableReport[], name: string): TableReport | undefined => reports.find(({ sheetName }) => sheetName === name);

export const staffingSamples: KnownSamples = {
  '02c8768ae968': {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [planOf(first[0], 'production.output', { Date: 'date', 'Mill No.': 'line', Shift: 'shift', Section: 'product', Production: 'total' })],
    }),
    checks: [
      says('header 1', 1, headRow),
      says('162 rows', 162, (run) => stored(run, 'production.output').length),
      says('2024-01-01..2024-01-03', '2024-01-01..2024-01-03', (run) => span(stored(run, 'production.output').map(({ date }) => date))),
      says('Hands=3,588', 3_588, (run) => sumOf(run, 'Hands')),
      says('Production=1,944', 1_944, (run) => total(stored(run, 'production.output'), 'total')),
      says('duplicates must be reported', [141, 141], (run) => [
        run.first[0]?.problemCounts['exact-duplicates'],
        run.reports[0]?.problemCounts['exact-duplicates'],
      ]),
    ],
  },
  '78a9c7406dda': {
    first: 'needs-mapping',
    answers: () => ({ constants: { date: '2026-10-31' } }),
    checks: [
      says('header 1', 1, headRow),
      says('740 rows', 740, (run) => stored(run, 'staffing.timecards').length),
      says('36 employees', 36, (run) => distinct(stored(run, 'staffing.timecards').map(({ employee }) => employee))),
      says('hours absent=5,124', 5_124, (run) => total(stored(run, 'staffing.timecards'), 'absenceHours')),
      says('Work load sum=200,902,774', 200_902_774, (run) => sumOf(run, 'Work load Average/day')),
    ],
  },
  '87cacfaf7a2f': {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [
        planOf(named(first, 'Employees'), 'staffing.people', { Name: 'employee', Skills: 'role' }),
        planOf(named(first, 'Flights'), 'staffing.roster', {
          'Departure UTC date time': 'date',
          'Flight number': 'shift',
          'Employee skill requirements': 'role',
        }),
      ],
    }),
    checks: [
      says('150 people', 150, (run) => distinct(stored(run, 'staffing.people').map(({ employee }) => employee))),
      // fills are no values: what they mean is not in the cells, and no sheet with them is taken without asking
      says('264 coloured cells', 264, (run) => zipPart(run.bytes, 'xl/worksheets/sheet5.xml').split(' s="5"').length - 1),
      says('700 flights', 700, (run) => stored(run, 'staffing.roster').length),
      says('3500 positions', 3_500, (run) => stored(run, 'staffing.roster').reduce((sum, { role }) => sum + String(role).split(',').length, 0)),
      says('to 2018-01-28', '2018-01-01..2018-01-28', (run) => span(stored(run, 'staffing.roster').map(({ date }) => date))),
    ],
  },
  bc9e3329bc6c: {
    first: 'needs-mapping',
    answers: (first) => ({ plans: [planOf(named(first, 'Employee'), 'staffing.people', { ID: 'employee', Name: 'name', 'Skills.Skill': 'role' })] }),
    checks: [
      says('50 employees', 50, (run) => stored(run, 'staffing.people').length),
      says('5 shift types', 5, (run) => named(run.first, 'Shift')?.rows.read),
      says('9 patterns', 9, (run) => named(run.first, 'Pattern')?.rows.read),
      says('28 days', 28, (run) => {
        const day = (name: string): number => Date.parse(new RegExp(`<${name}>([0-9-]{10})<`, 'u').exec(run.bytes.toString('utf8'))?.[1] ?? '');
        return (day('EndDate') - day('StartDate')) / 86_400_000 + 1;
      }),
    ],
  },
  ab73a7eaa683: {
    first: 'needs-mapping',
    answers: () => ({ constants: { date: '2026-10-31' } }),
    checks: [
      says('header 1', 1, headRow),
      says('500 rows', 500, (run) => stored(run, 'staffing.timecards').length),
      says('Hours=22,268', 22_268, (run) => total(stored(run, 'staffing.timecards'), 'regularHours')),
      says('Overtime=4,676', 4_676, (run) => total(stored(run, 'staffing.timecards'), 'overtimeHours')),
      says('Night 171 Evening 170 Morning 159', [171, 170, 159], (run) => {
        const shifts = stored(run, 'staffing.timecards').map(({ shift }) => shift);
        return ['Night', 'Evening', 'Morning'].map((name) => count(shifts, name));
      }),
      says('Training Yes 360', 360, (run) => count(texts(run, 'Training_Completed'), 'Yes')),
    ],
  },
  '58d2425c80b7': {
    first: 'needs-mapping',
    answers: (first) => ({ plans: [planOf(first[0], 'staffing.skills', { Curriculum: 'employee', 'Training Title': 'skill' })] }),
    checks: [
      says('header 1', 1, headRow),
      says('169 rows', 169, (run) => stored(run, 'staffing.skills').length),
      says('27 curricula', 27, (run) => distinct(stored(run, 'staffing.skills').map(({ employee }) => employee))),
      says('65 titles', 65, (run) => distinct(stored(run, 'staffing.skills').map(({ skill }) => skill))),
      says('due 30 days 123, 90 days 46', [123, 46], (run) => ['30', '90'].map((days) => count(texts(run, 'Initial Due (derived in)'), days))),
    ],
  },
  '720e13c47c93': {
    first: 'needs-mapping',
    answers: (first) => ({ plans: [planOf(first[0], 'staffing.skills', { 'User Group': 'employee', Curriculum: 'skill' })] }),
    checks: [says('header 1', 1, headRow), says('25 rows', [25, 25], (run) => [rowsRead(run), stored(run, 'staffing.skills').length])],
  },
  '37cb514815e5': {
    first: 'no-data',
    checks: [
      says('importer must say ""no data found"", not import 53 blank rows', [0, true], (run) => [
        run.file?.sheets[0]?.rows.length,
        run.sentence.includes('holds no values'),
      ]),
    ],
  },
  '5f6065498c33': {
    first: 'needs-mapping',
    checks: [
      says('header row 2', 2, headRow),
      says('23 days 2020-10-01..2020-10-23', [23, 44_105, 44_127], (run) => {
        const days = column(run, 'Date').map((cell) => (typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : null));
        return [days.length, days[0], days.at(-1)];
      }),
      says('Totals row 26 = 0,1,1,1,1,1,0,1', [[0, 1, 1, 1, 1, 1, 0, 1], [0, 1, 1, 1, 1, 1, 0, 1], 25], (run) => [
        run.file?.sheets[0]?.rows.find(({ number }) => number === 26)?.cells.slice(1, 9),
        trueByPerson(run),
        run.first[0]?.lastRow,
      ]),
    ],
  },
};

function trueByPerson(run: SampleRun): number[] {
  return (run.first[0]?.columns ?? []).slice(1).map(({ header }) => column(run, header).filter((cell) => cell === true).length);
}
