/**
 * All SQL of budget. Whole months come from the month roll-ups, the days of a month that a range cuts come from the raw rows, so that
 * any range is exact and a year of two million lines is read in milliseconds.
 */
import { addDays, addMonths, monthEnd, monthStart, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { rowOf, rowsOf, type ReadDb } from '../../store/database.ts';

/** Which postings of a range count. `adjustments` cuts periods 13–16, which lie in the last month of the fiscal year. */
export interface Scope {
  plant: string;
  from: IsoDate;
  to: IsoDate;
  adjustments: Adjustments;
}

export type Adjustments = { kind: 'all' } | { kind: 'up-to'; period: number } | { kind: 'only'; period: number };

export type Grouping = 'account' | 'costCenter' | 'month';

/** Minor units; debit and credit are null where the source had only an amount. */
export interface AccountSum {
  key: string;
  account: string;
  amount: number;
  debit: number | null;
  credit: number | null;
}

export interface AccountEntry {
  code: string;
  name: string | null;
  type: string | null;
}

interface PeriodSum extends AccountSum {
  period: string;
}

const keyColumn: Readonly<Record<Grouping, string>> = { account: `''`, costCenter: 'cost_center_code', month: 'month' };

/** Σ of the ledger by group and account. */
export function sumLedger(db: ReadDb, scope: Scope, by: Grouping): AccountSum[] {
  const rows = db.all(
    `select ${keyColumn[by]} as key, account_code as account, period, sum(amount) as amount, sum(debit) as debit, sum(credit) as credit
     from (
       select account_code, cost_center_code, month, '' as period, amount_minor as amount, debit_minor as debit, credit_minor as credit
       from ledger_month where plant_code = @plant and month between @firstMonth and @lastMonth
       union all
       select account_code, cost_center_code, posting_month, period_code, amount_minor, debit_minor, credit_minor
       from ledger_entry where plant_code = @plant and superseded_by is null and posting_date between @headFrom and @headTo
       union all
       select account_code, cost_center_code, posting_month, period_code, amount_minor, debit_minor, credit_minor
       from ledger_entry where plant_code = @plant and superseded_by is null and posting_date between @tailFrom and @tailTo
     ) group by 1, 2, 3 order by 1, 2, 3`,
    { plant: scope.plant, ...pieces(scope) },
  );
  return withoutPeriods(rowsOf<PeriodSum>(rows), scope.adjustments);
}

/** Σ of one budget version by group and account. */
export function sumBudget(db: ReadDb, scope: Scope & { version: string }, by: Grouping): AccountSum[] {
  const rows = db.all(
    `select ${keyColumn[by]} as key, account_code as account, period, sum(amount) as amount, null as debit, null as credit
     from (
       select account_code, cost_center_code, month, '' as period, amount_minor as amount
       from budget_month where plant_code = @plant and month between @firstMonth and @lastMonth and version_code = @version
       union all
       select account_code, cost_center_code, posting_month, period_code, amount_minor
       from budget_line where plant_code = @plant and superseded_by is null and version_code = @version and posting_date between @headFrom and @headTo
       union all
       select account_code, cost_center_code, posting_month, period_code, amount_minor
       from budget_line where plant_code = @plant and superseded_by is null and version_code = @version and posting_date between @tailFrom and @tailTo
     ) group by 1, 2, 3 order by 1, 2, 3`,
    { plant: scope.plant, version: scope.version, ...pieces(scope) },
  );
  return withoutPeriods(rowsOf<PeriodSum>(rows), scope.adjustments);
}

/** Months of the ledger with anything posted, first and last; null for an empty ledger. */
export function ledgerMonths(db: ReadDb, plant: string): { first: string; last: string } | null {
  const row = rowOf<{ first: string | null; last: string | null }>(
    db.get(
      `select (select min(month) from ledger_month where plant_code = @plant) as first, (select max(month) from ledger_month where plant_code = @plant) as last`,
      { plant },
    ),
  );
  return row && row.first !== null && row.last !== null ? { first: row.first, last: row.last } : null;
}

/** The budget versions a plant has, by name. Steps along the primary key, month by month: a plain distinct would read every row. */
export function budgetVersions(db: ReadDb, plant: string): string[] {
  const versions = new Set<string>();
  const nextMonth = (after: string): string | null => least(db.get('select min(month) as least from budget_month where plant_code = ? and month > ?', [plant, after]));
  const nextVersion = (month: string, after: string): string | null =>
    least(db.get('select min(version_code) as least from budget_month where plant_code = ? and month = ? and version_code > ?', [plant, month, after]));
  for (let month = nextMonth(''); month !== null; month = nextMonth(month)) {
    for (let version = nextVersion(month, ''); version !== null; version = nextVersion(month, version)) versions.add(version);
  }
  return [...versions].sort();
}

function least(row: unknown): string | null {
  return rowOf<{ least: string | null }>(row)?.least ?? null;
}

/** Σ of some accounts over some months, ledger and one budget version; minor units, 0 for nothing. */
export function sumAccounts(db: ReadDb, of: { plant: string; version: string; accounts: string[]; months: string[] }): { ledger: number; budget: number } {
  const places = 'month in (select value from json_each(@months)) and account_code in (select value from json_each(@accounts))';
  const row = rowOf<{ ledger: number; budget: number }>(
    db.get(
      `select (select coalesce(sum(amount_minor), 0) from ledger_month where plant_code = @plant and ${places}) as ledger,
         (select coalesce(sum(amount_minor), 0) from budget_month where plant_code = @plant and version_code = @version and ${places}) as budget`,
      { plant: of.plant, version: of.version, accounts: JSON.stringify(of.accounts), months: JSON.stringify(of.months) },
    ),
  );
  return row ?? { ledger: 0, budget: 0 };
}

/** The chart of accounts as registered. */
export function accountRegister(db: ReadDb, plant: string): AccountEntry[] {
  return rowsOf<AccountEntry>(
    db.all(
      `select account_code as code, name, account_type as type from account
       where plant_code = ? and superseded_by is null order by account_code, fact_id`,
      [plant],
    ),
  );
}

/** The name the newest rows of the ledger give an account; null when they give none. */
export function ledgerName(db: ReadDb, plant: string, account: string): string | null {
  const row = rowOf<{ name: string }>(
    db.get(
      `select name from (
         select account_name as name from ledger_entry
         where plant_code = ? and account_code = ? and superseded_by is null order by posting_date desc limit 5
       ) where name is not null limit 1`,
      [plant, account],
    ),
  );
  return row?.name ?? null;
}

/** The names the budget rows of a range give their accounts, newest first wins. */
export function budgetNames(db: ReadDb, scope: { plant: string; from: IsoDate; to: IsoDate }): Map<string, string> {
  const rows = rowsOf<{ account: string; name: string }>(
    db.all(
      `select account_code as account, account_name as name, max(posting_date) as newest from budget_line
       where plant_code = @plant and superseded_by is null and account_name is not null and posting_date between @from and @to
       group by account_code`,
      { plant: scope.plant, from: scope.from, to: scope.to },
    ),
  );
  return new Map(rows.map((row) => [row.account, row.name]));
}

/** The whole months inside a range, and the days before and after them; a missing piece is a range that matches nothing. */
function pieces(scope: Scope): Record<'firstMonth' | 'lastMonth' | 'headFrom' | 'headTo' | 'tailFrom' | 'tailTo', string> {
  const none = { from: '1', to: '0' };
  const { from } = scope;
  // Adjustment periods share days with period 12: the roll-up can't tell them apart, so their month is read raw.
  const to = scope.adjustments.kind === 'all' ? scope.to : addDays(monthStart(scope.to), -1);
  const firstWhole = monthStart(from) === from ? from : addMonths(monthStart(from), 1);
  const lastWhole = monthEnd(to) === to ? to : addDays(monthStart(to), -1);
  const whole = firstWhole <= lastWhole ? { from: firstWhole.slice(0, 7), to: lastWhole.slice(0, 7) } : none;
  const head = whole === none ? { from, to: scope.to } : from < firstWhole ? { from, to: addDays(firstWhole, -1) } : none;
  const tail = whole === none || lastWhole >= scope.to ? none : { from: addDays(lastWhole, 1), to: scope.to };
  return { firstMonth: whole.from, lastMonth: whole.to, headFrom: head.from, headTo: head.to, tailFrom: tail.from, tailTo: tail.to };
}

function withoutPeriods(rows: PeriodSum[], adjustments: Adjustments): AccountSum[] {
  const sums = new Map<string, AccountSum>();
  for (const { period, ...row } of rows) {
    if (!counts(period, adjustments)) continue;
    const id = JSON.stringify([row.key, row.account]);
    const sum = sums.get(id);
    if (!sum) {
      sums.set(id, row);
      continue;
    }
    sum.amount += row.amount;
    sum.debit = sum.debit === null ? row.debit : sum.debit + (row.debit ?? 0);
    sum.credit = sum.credit === null ? row.credit : sum.credit + (row.credit ?? 0);
  }
  return [...sums.values()];
}

/** Whether a posting of this period code belongs to the periods asked for; anything but 13–16 is an ordinary month. */
export function counts(period: string, adjustments: Adjustments): boolean {
  if (adjustments.kind === 'all') return true;
  const number = adjustmentPeriod(period);
  return adjustments.kind === 'only' ? number === adjustments.period : number === null || number <= adjustments.period;
}

// "2026-P13", "13", "013", "13/2026", "2026013": the group that is not the year.
function adjustmentPeriod(code: string): number | null {
  const groups = code.match(/\d+/g) ?? [];
  const short = groups.find((group) => group.length <= 3);
  const packed = groups.find((group) => group.length === 6 || group.length === 7);
  const number = Number(short ?? packed?.slice(4) ?? 0);
  return number >= 13 && number <= 16 ? number : null;
}
