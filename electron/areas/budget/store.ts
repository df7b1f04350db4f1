/**
 * All SQL of budget. Whole months come from the month roll-ups, the days of a month that a range cuts come from an index that holds the
 * amounts: those inside the range, or those outside it when they are fewer. So any range is exact, and years are read in milliseconds.
 */
import { addDays, addMonths, daysBetween, monthEnd, monthStart, type IsoDate } from '../../../shared/kit/iso-date.ts';
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

/** `count` facts stand behind the sum. What a query isn't asked for has no column: thousands of rows cross over to here. */
interface PartSum {
  key?: string;
  account: string;
  period?: string;
  amount: number;
  debit?: number | null;
  credit?: number | null;
  count: number;
}

interface Book {
  facts: string;
  /** Month roll-ups: by account alone, and with cost centers. */
  months: { account: string; costCenter: string };
  sides: boolean;
  /** Picks the rows of the book besides their plant. */
  where: string;
}

const ledger: Book = { facts: 'ledger_entry', months: { account: 'ledger_account_month', costCenter: 'ledger_month' }, sides: false, where: '' };
const ledgerSides: Book = { ...ledger, sides: true };
const plan: Book = {
  facts: 'budget_line',
  months: { account: 'budget_account_month', costCenter: 'budget_month' },
  sides: false,
  where: 'and version_code = @version',
};

/** Σ of the ledger by group and account; debit and credit are left null. */
export function sumLedger(db: ReadDb, scope: Scope, by: Grouping): AccountSum[] {
  return sumBook(db, { book: ledger, scope, version: null }, by);
}

/** Σ of the ledger by account, both sides, in the order of the accounts. */
export function sumLedgerSides(db: ReadDb, scope: Scope): AccountSum[] {
  return sumBook(db, { book: ledgerSides, scope, version: null }, 'account').sort((a, b) => (a.account < b.account ? -1 : 1));
}

/** Σ of one budget version by group and account. */
export function sumBudget(db: ReadDb, scope: Scope & { version: string }, by: Grouping): AccountSum[] {
  return sumBook(db, { book: plan, scope, version: scope.version }, by);
}

function sumBook(db: ReadDb, of: { book: Book; scope: Scope; version: string | null }, by: Grouping): AccountSum[] {
  const { book, scope } = of;
  const { months, days } = piecesOf(scope, !book.sides);
  const named = { plant: scope.plant, ...(of.version === null ? {} : { version: of.version }) };
  const withPeriods = scope.adjustments.kind !== 'all';
  const parts: { rows: PartSum[]; sign: 1 | -1 }[] = [];
  if (months) parts.push({ rows: rowsOf<PartSum>(db.all(monthSums(book, { by, withPeriods }), { ...named, ...months })), sign: 1 });
  for (const { from, to, sign } of days) parts.push({ rows: rowsOf<PartSum>(db.all(daySums(book, { by, withPeriods }), { ...named, from, to })), sign });
  const sums = new Map<string, AccountSum & { count: number }>();
  for (const { rows, sign } of parts) {
    for (const row of rows) if (!withPeriods || counts(row.period ?? '', scope.adjustments)) addPart(sums, row, sign);
  }
  return [...sums.values()].filter((sum) => sum.count > 0);
}

function addPart(sums: Map<string, AccountSum & { count: number }>, row: PartSum, sign: 1 | -1): void {
  const { key = '', account, debit = null, credit = null } = row;
  const id = `${key}\n${account}`;
  const sum = sums.get(id);
  if (!sum) {
    sums.set(id, { key, account, amount: sign * row.amount, debit, credit, count: sign * row.count });
    return;
  }
  sum.amount += sign * row.amount;
  sum.count += sign * row.count;
  sum.debit = sum.debit === null ? debit : sum.debit + (debit ?? 0);
  sum.credit = sum.credit === null ? credit : sum.credit + (credit ?? 0);
}

interface SumQuery {
  by: Grouping;
  withPeriods: boolean;
}

// The columns beside key, account and count.
function sumsOf(book: Book, withPeriods: boolean): string {
  return `${withPeriods ? 'period_code as period, ' : ''}sum(amount_minor) as amount${book.sides ? ', sum(debit_minor) as debit, sum(credit_minor) as credit' : ''}`;
}

// Grouped in the order of the roll-up's key, so that nothing is sorted.
function monthSums(book: Book, { by, withPeriods }: SumQuery): string {
  const key = { account: '', costCenter: 'cost_center_code as key, ', month: 'month as key, ' }[by];
  const group = { account: '', costCenter: 'cost_center_code, ', month: 'month, ' }[by];
  return `select ${key}account_code as account, ${sumsOf(book, withPeriods)}, sum(fact_count) as count
    from ${by === 'costCenter' ? book.months.costCenter : book.months.account}
    where plant_code = @plant ${book.where} and month between @firstMonth and @lastMonth group by ${group}account_code${withPeriods ? ', period_code' : ''}`;
}

// Grouped by day first, in the order of the index.
function daySums(book: Book, { by, withPeriods }: SumQuery): string {
  const key = { account: '', costCenter: 'cost_center_code as key, ', month: 'substr(posting_date, 1, 7) as key, ' }[by];
  const groups = [...(by === 'costCenter' ? ['cost_center_code'] : ['posting_date']), 'account_code', ...(withPeriods ? ['period_code'] : [])];
  return `select ${key}account_code as account, ${sumsOf(book, withPeriods)}, count(*) as count
    from ${book.facts} where plant_code = @plant and superseded_by is null and posting_date between @from and @to ${book.where} group by ${groups.join(', ')}`;
}

/** Months of the ledger with anything posted, first and last; null for an empty ledger. */
export function ledgerMonths(db: ReadDb, plant: string): { first: string; last: string } | null {
  const row = rowOf<{ first: string | null; last: string | null }>(
    db.get(
      `select (select min(month) from ledger_account_month where plant_code = @plant) as first, (select max(month) from ledger_account_month where plant_code = @plant) as last`,
      { plant },
    ),
  );
  return row && row.first !== null && row.last !== null ? { first: row.first, last: row.last } : null;
}

/** The budget versions a plant has, by name. Steps along the primary key: a plain distinct would read every row. */
export function budgetVersions(db: ReadDb, plant: string): string[] {
  const versions: string[] = [];
  const next = (after: string): string | null =>
    least(db.get('select min(version_code) as least from budget_account_month where plant_code = ? and version_code > ?', [plant, after]));
  const first = least(db.get('select min(version_code) as least from budget_account_month where plant_code = ?', [plant]));
  for (let version = first; version !== null; version = next(version)) versions.push(version);
  return versions;
}

function least(row: unknown): string | null {
  return rowOf<{ least: string | null }>(row)?.least ?? null;
}

/** Σ of some accounts over some months, ledger and one budget version; minor units, 0 for nothing. */
export function sumAccounts(
  db: ReadDb,
  of: { plant: string; version: string; accounts: string[]; months: { first: string; last: string } },
): { ledger: number; budget: number } {
  const places = 'month between @first and @last and account_code in (select value from json_each(@accounts))';
  const row = rowOf<{ ledger: number; budget: number }>(
    db.get(
      `select (select coalesce(sum(amount_minor), 0) from ledger_account_month where plant_code = @plant and ${places}) as ledger,
         (select coalesce(sum(amount_minor), 0) from budget_account_month where plant_code = @plant and version_code = @version and ${places}) as budget`,
      { plant: of.plant, version: of.version, accounts: JSON.stringify(of.accounts), ...of.months },
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

/** What statements say accounts are, by the sections they stand in. */
export function ledgerTypes(db: ReadDb, plant: string): Map<string, string> {
  const rows = rowsOf<{ account: string; type: string }>(
    db.all(
      `select account_code as account, max(account_type) as type from ledger_entry
       where plant_code = ? and superseded_by is null and account_type is not null group by account_code`,
      [plant],
    ),
  );
  return new Map(rows.map(({ account, type }) => [account, type] as const));
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

/** The newest name the budget rows of a range give an account; null when they give none. */
export function budgetName(db: ReadDb, scope: { plant: string; from: IsoDate; to: IsoDate }, account: string): string | null {
  const row = rowOf<{ name: string }>(
    db.get(
      `select account_name as name from budget_line
       where plant_code = @plant and account_code = @account and superseded_by is null and account_name is not null and posting_date between @from and @to
       order by posting_date desc limit 1`,
      { plant: scope.plant, account, from: scope.from, to: scope.to },
    ),
  );
  return row?.name ?? null;
}

interface Pieces {
  months: { firstMonth: string; lastMonth: string } | null;
  /** Days read one by one: added where the range cuts a month, taken off (−1) where the month was taken whole. */
  days: { from: IsoDate; to: IsoDate; sign: 1 | -1 }[];
}

/** How a range is read: the months taken whole, and the days of cut months. `takeOff` allows days to be taken off a whole month. */
function piecesOf({ from, to }: Scope, takeOff: boolean): Pieces {
  const days: Pieces['days'] = [];
  const length = (first: IsoDate, last: IsoDate): number => daysBetween(first, last) + 1;
  const [start, end] = [monthStart(from), monthEnd(to)];
  const before = from > start ? { from: start, to: addDays(from, -1) } : null;
  const after = to < end ? { from: addDays(to, 1), to: end } : null;
  const outside = (piece: { from: IsoDate; to: IsoDate } | null): number => (piece ? length(piece.from, piece.to) : 0);
  if (monthStart(to) === start) {
    if (!before && !after) return { months: { firstMonth: start.slice(0, 7), lastMonth: start.slice(0, 7) }, days };
    if (!takeOff || outside(before) + outside(after) >= length(from, to)) return { months: null, days: [{ from, to, sign: 1 }] };
  }
  let [first, last] = [start, monthStart(to)];
  const cut = (piece: { from: IsoDate; to: IsoDate } | null, inside: { from: IsoDate; to: IsoDate }): boolean => {
    if (!piece) return false;
    const whole = takeOff && outside(piece) < length(inside.from, inside.to);
    days.push(whole ? { ...piece, sign: -1 } : { ...inside, sign: 1 });
    return !whole;
  };
  if (first === last) {
    for (const piece of [before, after]) if (piece) days.push({ ...piece, sign: -1 });
    return { months: { firstMonth: first.slice(0, 7), lastMonth: last.slice(0, 7) }, days };
  }
  if (cut(before, { from, to: monthEnd(from) })) first = addMonths(first, 1);
  if (cut(after, { from: last, to })) last = addMonths(last, -1);
  return { months: first <= last ? { firstMonth: first.slice(0, 7), lastMonth: last.slice(0, 7) } : null, days };
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
