/** The rows behind a sum of budget, largest first, at most `factLimit` of them with the count of all. */
import { monthEnd } from '../../../shared/kit/iso-date.ts';
import { toMajor } from '../../../shared/kit/money.ts';
import { rowOf, rowsOf, type ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import { factLimit, type FactReference } from '../behind.ts';
import { counts, type Scope } from './store.ts';
import type { Accounts } from './summary.ts';

/** Which rows of a range: null means all. */
export interface FactFilter {
  accounts: string[] | null;
  costCenter: string | null;
  month: string | null;
}

export interface Facts {
  facts: FactReference[];
  total: number;
}

export interface FactOptions {
  plant: Plant;
  accounts: Accounts;
  /** −1 where an account's amounts are shown with the sign turned. */
  turn: (account: string) => 1 | -1;
}

interface FactRow {
  id: number;
  account: string;
  costCenter: string;
  date: string;
  amount: number;
  debit: number | null;
  credit: number | null;
  text: string | null;
}

// Only what is asked for stands in the query, so that SQLite takes the index that fits.
const chosen = (
  filter: FactFilter,
  adjustments: Scope['adjustments'],
): string => `plant_code = @plant and superseded_by is null and posting_date between @from and @to
  ${filter.accounts === null ? '' : 'and account_code in (select value from json_each(@accounts))'}
  ${filter.costCenter === null ? '' : 'and cost_center_code = @costCenter'}
  ${adjustments.kind === 'all' ? '' : 'and period_code in (select value from json_each(@periods))'}`;

const largestFirst = 'order by abs(amount_minor) desc, fact_id';

/** Ranked over the index alone first, so that only what is shown is read whole. */
export function ledgerFacts(db: ReadDb, place: { scope: Scope; filter: FactFilter }, options: FactOptions): Facts {
  const parameters = parametersOf(db, place, 'ledger_entry');
  const rows = rowsOf<FactRow>(
    db.all(
      `select fact_id as id, account_code as account, cost_center_code as costCenter, posting_date as date, amount_minor as amount,
         debit_minor as debit, credit_minor as credit, coalesce(line_text, nullif(document_code, '')) as text
       from ledger_entry where fact_id in (select fact_id from ledger_entry where ${chosen(place.filter, place.scope.adjustments)} ${largestFirst} limit ${String(factLimit)})
       ${largestFirst}`,
      parameters,
    ),
  );
  const total =
    rowOf<{ total: number }>(db.get(`select count(*) as total from ledger_entry where ${chosen(place.filter, place.scope.adjustments)}`, parameters))?.total ??
    0;
  return { total, facts: rows.map((row) => reference(row, { table: 'ledger_entry', field: writtenIn(row), side: 'Actual' }, options)) };
}

export function budgetFacts(db: ReadDb, place: { scope: Scope; version: string; filter: FactFilter }, options: FactOptions): Facts {
  const parameters = { ...parametersOf(db, place, 'budget_line'), version: place.version };
  const rows = rowsOf<FactRow>(
    db.all(
      `select fact_id as id, account_code as account, cost_center_code as costCenter, posting_date as date, amount_minor as amount,
         null as debit, null as credit, null as text
       from budget_line where version_code = @version and ${chosen(place.filter, place.scope.adjustments)} ${largestFirst} limit ${String(factLimit)}`,
      parameters,
    ),
  );
  const total =
    rowOf<{ total: number }>(
      db.get(`select count(*) as total from budget_line where version_code = @version and ${chosen(place.filter, place.scope.adjustments)}`, parameters),
    )?.total ?? 0;
  const asPlanned = { ...options, turn: () => 1 as const };
  return { total, facts: rows.map((row) => reference(row, { table: 'budget_line', field: 'amount', side: 'Budget' }, asPlanned)) };
}

function reference(row: FactRow, at: { table: string; field: string; side: string }, options: FactOptions): FactReference {
  const name = options.accounts.name(row.account);
  const account = name === row.account ? row.account : `${row.account} ${name}`;
  const details = [account, row.costCenter, row.date, row.text ?? ''].filter((part) => part !== '').join(', ');
  const value = toMajor(row.amount, options.plant.minorDigits) * options.turn(row.account);
  return { table: at.table, factId: row.id, field: at.field, label: `${at.side} · ${details}`, value };
}

// A ledger of two columns has no amount column: the cell to look at is the side that was filled.
function writtenIn(row: FactRow): string {
  if (row.debit && !row.credit) return 'debit';
  return row.credit && !row.debit ? 'credit' : 'amount';
}

function parametersOf(db: ReadDb, place: { scope: Scope; filter: FactFilter }, table: 'ledger_entry' | 'budget_line') {
  const { filter } = place;
  const { plant, adjustments } = place.scope;
  const days = { plant, ...daysOf(place.scope, filter.month) };
  const codes =
    adjustments.kind === 'all'
      ? null
      : rowsOf<{ code: string }>(
          db.all(
            `select distinct period_code as code from ${table} where plant_code = @plant and superseded_by is null and posting_date between @from and @to`,
            days,
          ),
        ).map((row) => row.code);
  return {
    ...days,
    accounts: filter.accounts === null ? null : JSON.stringify(filter.accounts),
    costCenter: filter.costCenter,
    periods: codes === null ? null : JSON.stringify(codes.filter((code) => counts(code, adjustments))),
  };
}

function daysOf({ from, to }: Scope, month: string | null): { from: string; to: string } {
  if (month === null) return { from, to };
  const [first, last] = [`${month}-01`, monthEnd(`${month}-01`)];
  return { from: first > from ? first : from, to: last < to ? last : to };
}
