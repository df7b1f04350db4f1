/** What stands behind a figure of budget: the formula with its numbers, and the ledger lines and budget rows that were summed. */
import type { z } from 'zod';
import { outlook } from '../../../shared/areas/budget/measures.ts';
import { rangeInput, rangeOrFiscalInput, unassigned } from '../../../shared/areas/range.ts';
import type { TraceReference } from '../../../shared/areas/view.ts';
import { Fault } from '../../../shared/faults.ts';
import { addMonths, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { toMajor } from '../../../shared/kit/money.ts';
import { sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import { resolvePlant, type Plant } from '../../store/plants.ts';
import type { Behind, FormulaTerm } from '../behind.ts';
import { budgetFacts, ledgerFacts, type FactFilter, type Facts } from './facts.ts';
import { varianceInput, type VarianceInput } from './inputs.ts';
import { isCost, isIncome, outlookOf, pageOf, resultOf, totalOf } from './page.ts';
import { sumLedgerSides, type Scope } from './store.ts';
import { accountsOf, basisOf, cellsOf, scopeOf, varianceLines, yearEarlier, type Basis, type VarianceLine } from './summary.ts';

interface Question {
  db: ReadDb;
  plant: Plant;
  scope: Scope;
  basis: Basis;
  filter: FactFilter;
  field: string;
}

/** Behind a figure of budget.variance, budget.trialBalance or a total of budget.view. Faults: no-data when there is no such figure, bad-input for an unknown field or input. */
export function behind(db: ReadDb, reference: TraceReference, asOf: IsoDate): Behind {
  switch (reference.procedure) {
    case 'budget.variance':
      return behindVariance(db, reference, read(varianceInput, reference));
    case 'budget.trialBalance':
      return behindBalance(db, reference);
    case 'budget.view':
      return behindTotal(db, reference, asOf);
    default:
      throw noFigure(reference);
  }
}

function behindVariance(db: ReadDb, reference: TraceReference, input: VarianceInput): Behind {
  const plant = resolvePlant(db, input.plant);
  const scope = scopeOf(input, plant);
  const line = varianceLines(db, scope, { by: input.by, version: input.version }).find((candidate) => candidate.key === reference.key);
  if (!line) throw noFigure(reference);
  const basis = basisOf(db, scope, input.version);
  const filter: FactFilter = { accounts: null, costCenter: null, month: null };
  if (input.by === 'account') filter.accounts = [codeOf(reference.key)];
  if (input.by === 'costCenter') filter.costCenter = codeOf(reference.key);
  if (input.by === 'month') filter.month = reference.key;
  if (input.by === 'type') {
    const cells = cellsOf(db, scope, { by: 'account', basis });
    filter.accounts = cells.filter((cell) => cell.type === reference.key).map((cell) => cell.account);
  }
  return explain({ db, plant, scope, basis, filter, field: reference.field }, line);
}

// A group of rows without a code goes by a word.
function codeOf(key: string): string {
  return key === unassigned ? '' : key;
}

function behindTotal(db: ReadDb, reference: TraceReference, asOf: IsoDate): Behind {
  const input = read(rangeInput, reference);
  const plant = resolvePlant(db, input.plant);
  const page = pageOf(db, { plant, range: { from: input.from, to: input.to } }, asOf);
  const total = reference.key === 'totalCost';
  if (!total && reference.key !== 'operatingResult') throw noFigure(reference);
  // bank, receivables and other balances don't make the result
  const cells = page.period.filter((cell) => isCost(cell) || (!total && isIncome(cell)));
  const line = total ? totalOf(page, cells, 'Total cost') : resultOf(page, page.period);
  const accounts = [...new Set(cells.map((cell) => cell.account))];
  const scope: Scope = { plant: plant.code, from: input.from, to: input.to, adjustments: { kind: 'all' } };
  const question = { db, plant, scope, basis: page.basis, filter: { accounts, costCenter: null, month: null }, field: reference.field };
  if (reference.field !== 'outlook') return explain(question, line);
  const full = outlookOf(page, isCost);
  const rest = full.outlook === null || line.actual === null ? null : full.outlook - line.actual;
  const terms = moneyTerms(plant, [
    ['Actual to date', line.actual],
    ['Remaining budget', rest],
  ]);
  const value = outlook(line.actual, rest);
  const formula = `Actual to date ${say(plant, line.actual)} + remaining budget ${say(plant, rest)} = outlook ${say(plant, value)}`;
  return { formula, terms, ...ledgerSide(question) };
}

function explain(question: Question, line: VarianceLine): Behind {
  const { plant } = question;
  const money = (value: number | null): string => say(plant, value);
  const credits = line.type === 'revenue' && question.basis.signs.incomeSign === -1 ? '; income is booked as credits and shown positive' : '';
  switch (question.field) {
    case 'budget':
      return {
        formula: `Budget ${money(line.budget)}: the sum of the rows below${credits}`,
        terms: moneyTerms(plant, [['Budget', line.budget]]),
        ...budgetSide(question),
      };
    case 'actual':
      return {
        formula: `Actual ${money(line.actual)}: the sum of debit − credit below${credits}`,
        terms: moneyTerms(plant, [['Actual', line.actual]]),
        ...ledgerSide(question),
      };
    case 'priorYear':
      return {
        formula: `Prior year ${money(line.priorYear)}: the ledger over the same days one year earlier${credits}`,
        terms: moneyTerms(plant, [['Prior year', line.priorYear]]),
        ...ledgerSide({ ...question, scope: yearEarlier(question.scope), filter: { ...question.filter, month: monthEarlier(question.filter.month) } }),
      };
    case 'variance':
    case 'effect':
    case 'varianceRatio': {
      const terms = moneyTerms(plant, [
        ['Actual', line.actual],
        ['Budget', line.budget],
        ['Variance', line.variance],
      ]);
      const difference = `Actual ${money(line.actual)} − budget ${money(line.budget)} = ${signed(plant, line.variance)}${line.effect ? ` ${line.effect}` : ''}`;
      const share = `; ${signed(plant, line.variance)} ÷ |${money(line.budget)}| = ${sayPercent(line.varianceRatio)}`;
      return { formula: (question.field === 'varianceRatio' ? difference + share : difference) + credits, terms, ...bothSides(question) };
    }
    default:
      throw new Fault(
        'bad-input',
        `field: expected budget, actual, variance, varianceRatio, effect or priorYear, found “${question.field}”; name one of them.`,
      );
  }
}

function behindBalance(db: ReadDb, reference: TraceReference): Behind {
  const input = read(rangeOrFiscalInput, reference);
  const plant = resolvePlant(db, input.plant);
  const scope = scopeOf(input, plant);
  const sum = sumLedgerSides(db, scope).find((candidate) => candidate.account === codeOf(reference.key));
  if (!sum) throw noFigure(reference);
  const terms = moneyTerms(plant, [
    ['Debit', sum.debit],
    ['Credit', sum.credit],
    ['Balance', sum.amount],
  ]);
  const accounts = accountsOf(db, scope);
  const filter: FactFilter = { accounts: [codeOf(reference.key)], costCenter: null, month: null };
  const facts = ledgerFacts(db, { scope, filter }, { plant, accounts, turn: () => 1 });
  const formula =
    sum.debit === null && sum.credit === null
      ? `Balance ${say(plant, sum.amount)}: the sum of the amounts below`
      : `Debit ${say(plant, sum.debit ?? 0)} − credit ${say(plant, sum.credit ?? 0)} = balance ${say(plant, sum.amount)}`;
  return { formula, terms, ...facts };
}

function ledgerSide(question: Question): Facts {
  return ledgerFacts(question.db, question, factOptions(question));
}

function budgetSide(question: Question): Facts {
  const { basis } = question;
  if (basis.version === null) return { facts: [], total: 0 };
  return budgetFacts(question.db, { ...question, version: basis.version }, factOptions(question));
}

function monthEarlier(month: string | null): string | null {
  return month === null ? null : addMonths(`${month}-01`, -12).slice(0, 7);
}

function bothSides(question: Question): Facts {
  const [actual, budget] = [ledgerSide(question), budgetSide(question)];
  return { facts: [...actual.facts, ...budget.facts], total: actual.total + budget.total };
}

function factOptions({ plant, basis }: Question) {
  return { plant, accounts: basis.accounts, turn: (account: string) => (basis.accounts.type(account) === 'revenue' ? basis.signs.turnActual : 1) };
}

function moneyTerms(plant: Plant, terms: readonly (readonly [label: string, minor: number | null])[]): FormulaTerm[] {
  return terms.map(([label, minor]) => ({ label, value: minor === null ? null : toMajor(minor, plant.minorDigits), unit: plant.currency }));
}

function say(plant: Plant, minor: number | null): string {
  return sayNumber(minor === null ? null : toMajor(minor, plant.minorDigits), plant.minorDigits);
}

function signed(plant: Plant, minor: number | null): string {
  return `${minor !== null && minor > 0 ? '+' : ''}${say(plant, minor)}`;
}

function read<S extends z.ZodType>(schema: S, reference: TraceReference): z.output<S> {
  const parsed = schema.safeParse(reference.input);
  if (parsed.success) return parsed.data;
  throw new Fault(
    'bad-input',
    `input: expected what ${reference.procedure} takes, found ${JSON.stringify(reference.input)}; pass the input the figure was asked with.`,
  );
}

function noFigure(reference: TraceReference): Fault {
  return new Fault(
    'no-data',
    `key: expected a figure of budget, found “${reference.procedure}” with key “${reference.key}”; name one that the procedure returned.`,
  );
}
