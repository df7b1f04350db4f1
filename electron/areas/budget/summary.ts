/**
 * Budget against ledger, folded from the sums of the store: the one calculation behind the procedure, the page, the trace and Today.
 * Money is integer minor units here; the router turns it into major units.
 */
import { unassigned, type RangeOrFiscalInput } from '../../../shared/areas/range.ts';
import type { Effect } from '../../../shared/areas/view.ts';
import { accountType, accountTypes, effectOf, resultImpact, variance, varianceRatio, type AccountType } from '../../../shared/areas/budget/measures.ts';
import { accountTypeLabels } from '../../../shared/areas/budget/terms.ts';
import { Fault } from '../../../shared/faults.ts';
import { fiscalYearStart, periodRange } from '../../../shared/kit/fiscal-calendar.ts';
import { addMonths, monthEnd, monthStart } from '../../../shared/kit/iso-date.ts';
import { sumKnown } from '../../../shared/kit/ratio.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import {
  accountRegister,
  budgetName,
  budgetVersions,
  ledgerMonths,
  ledgerName,
  ledgerTypes,
  sumAccounts,
  sumBudget,
  sumLedger,
  type AccountSum,
  type Grouping,
  type Scope,
} from './store.ts';

export const originalVersion = 'original';

/** Budget and ledger of one account inside one group, in minor units; null: nothing known. */
export interface Cell {
  key: string;
  account: string;
  type: AccountType;
  budget: number | null;
  actual: number | null;
  priorYear: number | null;
}

/** One line of budget.variance, money in minor units. */
export interface VarianceLine {
  key: string;
  name: string;
  type: AccountType | null;
  typeAssumed: boolean;
  budget: number | null;
  actual: number | null;
  variance: number | null;
  varianceRatio: number | null;
  effect: Effect;
  priorYear: number | null;
}

export interface Accounts {
  type(account: string): AccountType;
  name(account: string): string;
  /** Registered accounts of a type. */
  ofType(type: AccountType): string[];
}

/** How the sources write income. Actuals are turned to the budget's sign; `incomeSign` says which sign then means income. */
export interface IncomeSigns {
  turnActual: 1 | -1;
  incomeSign: 1 | -1;
}

/** The days, and the adjustment periods, an input means. Fault bad-input when the range runs backwards. */
export function scopeOf(input: RangeOrFiscalInput, plant: Plant): Scope {
  if ('from' in input) {
    if (input.from > input.to) {
      throw new Fault('bad-input', `from, to: expected a range that runs forward, found ${input.from} to ${input.to}; swap the two days.`);
    }
    return { plant: plant.code, from: input.from, to: input.to, adjustments: { kind: 'all' } };
  }
  const calendar = { startMonth: plant.fiscalStartMonth };
  const { from, to } = periodRange(input.fiscalYear, input.period, calendar);
  const start = input.ytd ? fiscalYearStart(input.fiscalYear, calendar) : from;
  if (input.period < 12) return { plant: plant.code, from: start, to, adjustments: { kind: 'all' } };
  const only = input.period > 12 && !input.ytd;
  return { plant: plant.code, from: start, to, adjustments: { kind: only ? 'only' : 'up-to', period: input.period } };
}

/** The version asked for; else the original budget; else the only version there is. Null when the plant has no budget. */
export function versionOf(db: ReadDb, plant: string, asked: string | undefined): string | null {
  const versions = budgetVersions(db, plant);
  if (asked !== undefined) return versions.includes(asked) ? asked : null;
  if (versions.includes(originalVersion)) return originalVersion;
  return versions.length === 1 ? (versions[0] ?? null) : null;
}

/** The same days one year earlier; a month's end stays a month's end. */
export function yearEarlier(scope: Scope): Scope {
  const to = addMonths(scope.to, -12);
  return { ...scope, from: addMonths(scope.from, -12), to: scope.to === monthEnd(scope.to) ? monthEnd(to) : to };
}

/** What holds for every figure of one answer: the version compared with, the register, and how income is written. */
export interface Basis {
  version: string | null;
  hasLedger: boolean;
  signs: IncomeSigns;
  accounts: Accounts;
}

export function basisOf(db: ReadDb, scope: Scope, askedVersion: string | undefined): Basis {
  const version = versionOf(db, scope.plant, askedVersion);
  const accounts = accountsOf(db, scope);
  return { version, accounts, hasLedger: ledgerMonths(db, scope.plant) !== null, signs: incomeSigns(db, scope, { version, accounts }) };
}

/** Every account of every group with its budget, actual and prior year. */
export function cellsOf(db: ReadDb, scope: Scope, options: { by: Grouping; basis: Basis }): Cell[] {
  const { basis, by } = options;
  const earlier = sumLedger(db, yearEarlier(scope), by);
  const cells = new Map<string, Cell>();
  const cellOf = (sum: AccountSum): Cell => {
    const id = `${sum.key}\n${sum.account}`;
    const found = cells.get(id);
    if (found) return found;
    const cell: Cell = {
      key: sum.key,
      account: sum.account,
      type: basis.accounts.type(sum.account),
      budget: basis.version === null ? null : 0,
      actual: basis.hasLedger ? 0 : null,
      priorYear: null,
    };
    cells.set(id, cell);
    return cell;
  };
  const turned = (sum: AccountSum): number => (basis.accounts.type(sum.account) === 'revenue' ? sum.amount * basis.signs.turnActual : sum.amount);
  if (basis.version !== null) for (const sum of sumBudget(db, { ...scope, version: basis.version }, by)) cellOf(sum).budget = sum.amount;
  for (const sum of sumLedger(db, scope, by)) cellOf(sum).actual = turned(sum);
  for (const sum of by === 'month' ? yearLater(earlier) : earlier) cellOf(sum).priorYear = turned(sum);
  return [...cells.values()];
}

/** budget.variance: one line a key, in the order people read them. */
export function varianceLines(
  db: ReadDb,
  scope: Scope,
  options: { by: 'account' | 'costCenter' | 'type' | 'month'; version: string | undefined },
): VarianceLine[] {
  const grouping = options.by === 'type' ? 'account' : options.by;
  const basis = basisOf(db, scope, options.version);
  const groups = new Map<string, Cell[]>();
  for (const cell of cellsOf(db, scope, { by: grouping, basis })) {
    const key = keyOf(cell, options.by);
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  const lines = [...groups].map(([key, cells]) => foldCells(key, nameOf(key, options.by, basis.accounts), { cells, signs: basis.signs }));
  return lines.sort((a, b) => inOrder(a.key, b.key, options.by));
}

/** Cells of one group as one line: sums first, then the formulas. */
export function foldCells(key: string, name: string, group: { cells: readonly Cell[]; signs: IncomeSigns }): VarianceLine {
  const { cells, signs } = group;
  const budget = sumKnown(cells.map((cell) => cell.budget));
  const actual = sumKnown(cells.map((cell) => cell.actual));
  const difference = variance(actual, budget);
  const types = [...new Set(cells.map((cell) => cell.type))];
  return {
    key,
    name,
    type: types.length === 1 ? (types[0] ?? null) : null,
    typeAssumed: types.includes('unknown'),
    budget,
    actual,
    variance: difference,
    varianceRatio: varianceRatio(difference, budget),
    effect: effectOf(impactOf(cells, signs)),
    priorYear: sumKnown(cells.map((cell) => cell.priorYear)),
  };
}

/** What the variances of a group do to the operating result, in minor units; null when nothing can be compared. */
export function impactOf(cells: readonly Cell[], signs: IncomeSigns): number | null {
  return sumKnown(
    cells.map((cell) => {
      const difference = variance(cell.actual, cell.budget);
      return difference === null ? null : resultImpact(cell.type, difference, signs.incomeSign);
    }),
  );
}

function keyOf(cell: Cell, by: 'account' | 'costCenter' | 'type' | 'month'): string {
  switch (by) {
    case 'account':
      return cell.account || unassigned;
    case 'costCenter':
      return cell.key === '' ? unassigned : cell.key;
    case 'type':
      return cell.type;
    case 'month':
      return cell.key;
  }
}

function nameOf(key: string, by: 'account' | 'costCenter' | 'type' | 'month', accounts: Accounts): string {
  if (by === 'account') return accounts.name(key);
  return by === 'type' ? accountTypeLabels[accountType(key)] : key;
}

function inOrder(a: string, b: string, by: 'account' | 'costCenter' | 'type' | 'month'): number {
  if (by === 'type') return accountTypes.indexOf(accountType(a)) - accountTypes.indexOf(accountType(b));
  if (a === unassigned || b === unassigned) return a === b ? 0 : a === unassigned ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Names and types: the register, else what the newest booking calls the account, else its number. */
export function accountsOf(db: ReadDb, scope: Scope): Accounts {
  const register = new Map(accountRegister(db, scope.plant).map((entry) => [entry.code, entry]));
  const names = new Map<string, string>();
  const stated = ledgerTypes(db, scope.plant);
  const typeOf = (account: string): AccountType => accountType(register.get(account)?.type ?? stated.get(account) ?? null);
  return {
    type: typeOf,
    ofType: (type) => [...new Set([...register.keys(), ...stated.keys()])].filter((account) => typeOf(account) === type),
    name: (account) => {
      // rows whose account nobody knows yet have many names
      if (account === '' || account === unassigned) return unassigned;
      const known = register.get(account)?.name ?? names.get(account);
      if (known !== undefined) return known;
      const name = ledgerName(db, scope.plant, account) ?? budgetName(db, scope, account) ?? account;
      names.set(account, name);
      return name;
    },
  };
}

/**
 * Ledgers of debits and credits book income as credits, which is negative; budgets usually state it positive. Two years decide, so that
 * a month of returns doesn't.
 */
function incomeSigns(db: ReadDb, scope: Scope, known: { version: string | null; accounts: Accounts }): IncomeSigns {
  const income = known.accounts.ofType('revenue');
  if (income.length === 0) return { turnActual: 1, incomeSign: 1 };
  const months = { first: addMonths(monthStart(scope.to), -23).slice(0, 7), last: scope.to.slice(0, 7) };
  const { ledger, budget } = sumAccounts(db, { plant: scope.plant, version: known.version ?? '', accounts: income, months });
  const incomeSign = (budget === 0 ? ledger : budget) < 0 ? -1 : 1;
  return { turnActual: ledger * budget < 0 ? -1 : 1, incomeSign };
}

function yearLater(sums: AccountSum[]): AccountSum[] {
  return sums.map((sum) => ({ ...sum, key: `${String(Number(sum.key.slice(0, 4)) + 1)}${sum.key.slice(4)}` }));
}
