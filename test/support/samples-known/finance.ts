/** Ledgers, statements and budgets among the samples. */
import { cellText } from '../../../shared/intake/cells.ts';
import { headRow, rowsRead, says, type KnownSamples } from '../samples-checks.ts';
import { distinct, figure, planOf, span, stored, sumOf, texts, total, type SampleRun, type StoredRow } from '../samples-run.ts';

const ledger = (run: SampleRun): StoredRow[] => stored(run, 'budget.actuals');
const dates = (run: SampleRun): string => span(ledger(run).map(({ date }) => date));
const amounts = (run: SampleRun): number => total(ledger(run), 'amount');

const revenue = (run: SampleRun): StoredRow[] => ledger(run).filter(({ accountType }) => accountType === 'revenue');
const expenses = (run: SampleRun): StoredRow[] => ledger(run).filter(({ accountType }) => accountType !== 'revenue');

// Leaves of a balance sheet by the row of the file they stand in.
const between = (run: SampleRun, from: number, to: number): number =>
  run.blocks.reduce((sum, { fields, values, sourceRows }) => {
    const amount = values[fields.indexOf('amount')] ?? [];
    return sum + sourceRows.reduce((part, row, index) => part + (row >= from && row <= to ? Number(amount[index] ?? 0) / 100 : 0), 0);
  }, 0);

export const financeSamples: KnownSamples = {
  fdaf56161292: {
    first: 'ready',
    checks: [
      says('header row 5', 5, headRow),
      says('51 accounts', [51, 51], (run) => [ledger(run).length, distinct(ledger(run).map(({ account }) => account))]),
      says('Debits=1,736,387.66', 1_736_387.66, (run) => total(ledger(run), 'debit')),
      says('= Credits', 1_736_387.66, (run) => total(ledger(run), 'credit')),
      says('as at 10/31/2025', '2025-10-31..2025-10-31', dates),
    ],
  },
  '3e9de873e851': {
    first: 'ready',
    checks: [
      says('4 revenue lines=492,780.00', [4, 492_780], (run) => [revenue(run).length, -total(revenue(run), 'amount')]),
      says('20 expense lines=142,513.03', [20, 14_251_303], (run) => [expenses(run).length, Math.round(total(expenses(run), 'amount') * 100)]),
      says('Net income=350,266.97', 350_266.97, (run) => -amounts(run)),
      says('08/01/2025-10/31/2025', { from: '2025-08-01', to: '2025-10-31' }, (run) => run.reports[0]?.period),
      says('subtotals must not double', 24, (run) => ledger(run).length),
    ],
  },
  '74f2b760a68d': {
    first: 'ready',
    checks: [
      says('Total asset=1,593,855.83', 1_593_855.83, (run) => between(run, 6, 27)),
      says('liabilities 500,862.17', 500_862.17, (run) => -between(run, 29, 50)),
      says('equity 1,092,993.66', 1_092_993.66, (run) => -between(run, 51, 60)),
      says('inner-column sum 11,807.73 is detail of Receiver General Payable', [1_180_773, 1], (run) => {
        const inner = (run.file?.sheets[0]?.rows ?? []).reduce((sum, { cells }) => sum + figure(cells[1] ?? null), 0);
        return [Math.round(inner * 100), ledger(run).filter(({ amount }) => amount === -11_807.73).length];
      }),
    ],
  },
  '73e704d2b010': {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says('1000 rows', 1_000, (run) => stored(run, 'budget.lines').length),
      says('2021-08-30..2022-08-29', '2021-08-30..2022-08-29', (run) => span(stored(run, 'budget.lines').map(({ date }) => date))),
      says('budget=490,368,458.85', 490_368_458.85, (run) => total(stored(run, 'budget.lines'), 'amount')),
    ],
  },
  '3e5444a8e91e': {
    first: 'ready',
    checks: [
      says('header 1', 1, headRow),
      says('1000 rows', 1_000, (run) => ledger(run).length),
      says('2021-08-30..2022-08-29', '2021-08-30..2022-08-29', dates),
      says('cost=503,808,080.74', 503_808_080.74, amounts),
      // the same through budget.variance stands in the command line's own test
      says('variance +13,439,621.89 U', 13_439_621.89, (run) => amounts(run) - 490_368_458.85),
    ],
  },
  '1f4d38cc1988': {
    first: 'needs-mapping',
    answers: (first) => ({ plans: [planOf(first[0], 'budget.accounts', { cost_id: 'account', category: 'name' })] }),
    checks: [says('header 1', 1, headRow), says('20 types', 20, (run) => distinct(stored(run, 'budget.accounts').map(({ account }) => account)))],
  },
  '6f0d189a5db1': {
    first: 'ready',
    checks: [
      says('53 entries', 53, (run) => distinct(ledger(run).map(({ document }) => document))),
      says('170 lines', 170, (run) => ledger(run).length),
      says('TotalDebit=9,487,049.35', 9_487_049.35, (run) => total(ledger(run), 'debit')),
      says('=TotalCredit', 9_487_049.35, (run) => total(ledger(run), 'credit')),
      says('2017-01-04..2017-04-30', '2017-01-04..2017-04-30', dates),
      says('22 accounts listed', 22, (run) => stored(run, 'budget.accounts').length),
      says('17 used', 17, (run) => distinct(ledger(run).map(({ account }) => account))),
    ],
  },
  d6ceb2eebf15: {
    first: 'ready',
    checks: [
      says('70 vouchers', 70, (run) => distinct(ledger(run).map(({ document }) => document))),
      says('260 transactions', 260, (run) => ledger(run).length),
      says('net 0.00', 0, (run) => Math.round(amounts(run) * 100)),
      says('debit side 2,718,108.04', 2_718_108.04, (run) => ledger(run).reduce((sum, { amount }) => sum + Math.max(0, Number(amount)), 0)),
      says('2014-01-01..2014-01-31', '2014-01-01..2014-01-31', dates),
      says('291 accounts', 291, (run) => stored(run, 'budget.accounts').length),
      says('a-umlaut names decode from CP437', true, (run) => stored(run, 'budget.accounts').some(({ name }) => /ä/u.test(String(name)))),
    ],
  },
  cec6820613f1: {
    first: 'needs-mapping',
    checks: [
      says('header 1', 1, headRow),
      // the empty records between the groups included
      says('2237 rows', 2_237, (run) => (run.file?.sheets[0]?.rows.at(-1)?.number ?? 0) - 1),
      says('1896 with LP code', 1_896, (run) => texts(run, 'LP').filter((text) => text !== '').length),
      says('629 with Kapitel/Titel', 629, (run) => texts(run, 'Kapitel/Titel').filter((text) => text !== '').length),
      says('""090268335"" keeps leading zero', true, (run) =>
        (run.file?.sheets[0]?.rows ?? []).some(({ cells }) => cells.some((cell) => cellText(cell) === '090268335')),
      ),
    ],
  },
  bd63b43a47b5: {
    first: 'ready',
    checks: [
      says('header line 4', 4, headRow),
      says('2 rows', 2, (run) => ledger(run).length),
      says('ValCOArCur=-2,546.76', -2_546.76, amounts),
      says('posting 2023-10-17', '2023-10-17..2023-10-17', dates),
      says('periods 1 and 2', ['1', '2'], (run) => texts(run, 'Per')),
    ],
  },
  b4a6b794dc4c: {
    first: 'ready',
    checks: [says('header line 4', 4, headRow), says('1 row', 1, (run) => ledger(run).length), says('-1,273.38', -1_273.38, amounts)],
  },
  '715409119256': {
    first: 'ready',
    checks: [
      says('data header line 31', 31, headRow),
      says('38 rows', 38, (run) => stored(run, 'budget.commitments').length),
      says('Total Cur.=124,815,250.29', [12_481_525_029, 12_466_515_029, true], (run) => [
        Math.round(sumOf(run, 'Total Cur.') * 100),
        Math.round(total(stored(run, 'budget.commitments'), 'amount') * 100),
        Math.round(sumOf(run, 'Cur YR Bal') * 100) === Math.round(total(stored(run, 'budget.commitments'), 'amount') * 100),
      ]),
    ],
  },
  '608cf0a46725': {
    first: 'ready',
    checks: [
      says('1 row', 1, (run) => stored(run, 'budget.commitments').length),
      says('100,000.00', 100_000, (run) => total(stored(run, 'budget.commitments'), 'amount')),
      says('importer should report title mismatch', 1, (run) => run.first[0]?.problemCounts['title-mismatch']),
    ],
  },
  '4228232ff2c2': {
    first: 'needs-mapping',
    answers: (first) => ({
      plans: [planOf(first[0], 'budget.lines', { commit_item: 'account', fund: 'costCenter', allocation: 'amount' }, { constants: { date: '2023-03-31' } })],
    }),
    checks: [
      says('header 1', 1, headRow),
      says('12 rows', [12, 12], (run) => [stored(run, 'budget.lines').length, rowsRead(run)]),
      says('allocation=19,800', 19_800, (run) => total(stored(run, 'budget.lines'), 'amount')),
      says('spent=16,800', 16_800, (run) => sumOf(run, 'spent')),
    ],
  },
};
