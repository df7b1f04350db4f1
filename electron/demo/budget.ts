/** The approved budget of a fiscal year: what the plant expected, rounded as people round, a little off as budgets are. */
import { isoDate, type IsoDate } from '../../shared/kit/iso-date.ts';
import { chanceOf } from './chance.ts';
import { monthsFrom } from './calendar.ts';
import type { DemoInputs } from './inputs.ts';
import { expectedFlows, experienceOf, type Experience, type PlantHistory } from './money-flows.ts';

export interface BudgetRow {
  account: string;
  accountName: string;
  costCenter: string;
  /** One amount a month of `months`, whole major units, credits negative. */
  amounts: number[];
}

export interface Budget {
  year: number;
  months: IsoDate[];
  rows: BudgetRow[];
}

/** Budgets of the calendar years the plant's own data covers from January on. */
export function budgets(inputs: DemoInputs, history: PlantHistory): Budget[] {
  const { from, to } = inputs.plant;
  const first = Number(from.slice(0, 4)) + (from.slice(5) === '01-01' ? 0 : 1);
  const last = Number(to.slice(0, 4));
  const experience = experienceOf(inputs, history);
  const years: Budget[] = [];
  for (let year = Math.min(first, last); year <= last; year += 1) {
    years.push(budgetOf(inputs, experience, { year, months: monthsFrom(isoDate(year, 1, 1), isoDate(year, 12, 31)) }));
  }
  return years;
}

function budgetOf(inputs: DemoInputs, experience: Experience, at: { year: number; months: IsoDate[] }): Budget {
  const chance = chanceOf(inputs.plant.seed, `budget ${String(at.year)}`);
  const bias = new Map(inputs.accounts.map((account) => [account.account, chance.between(0.985, 1.015)]));
  const rows = new Map<string, BudgetRow>();
  at.months.forEach((month, index) => {
    for (const flow of expectedFlows(inputs, experience, month)) {
      const key = `${flow.account}/${flow.costCenter}`;
      const row = rows.get(key) ?? {
        account: flow.account,
        accountName: nameOf(inputs, flow.account),
        costCenter: flow.costCenter,
        amounts: at.months.map(() => 0),
      };
      row.amounts[index] = (row.amounts[index] ?? 0) + flow.amount * (bias.get(flow.account) ?? 1);
      rows.set(key, row);
    }
  });
  const sorted = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => ({ ...row, amounts: row.amounts.map((amount) => Math.round(amount / 50) * 50) }));
  return { year: at.year, months: at.months, rows: sorted };
}

function nameOf(inputs: DemoInputs, account: string): string {
  return inputs.accounts.find((entry) => entry.account === account)?.name ?? '';
}
