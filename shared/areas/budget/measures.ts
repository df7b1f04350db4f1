/**
 * The formulas of budget. Every one takes totals in the unit they were summed in (minor or major units alike) and divides last.
 * Variance is always actual − budget; whether it is good follows from the nature of the account, never from the sign alone.
 */
import { ratio, sumKnown } from '../../kit/ratio.ts';
import type { Effect } from '../view.ts';

export const accountTypes = ['revenue', 'material', 'labor', 'energy', 'maintenance', 'otherCost', 'unknown', 'statistical', 'balanceSheet'] as const;
export type AccountType = (typeof accountTypes)[number];

/** What an account does to the result: income raises it, cost lowers it, the others leave it alone. Unknown counts as cost. */
export function nature(type: AccountType): 'income' | 'cost' | 'none' {
  if (type === 'revenue') return 'income';
  return type === 'statistical' || type === 'balanceSheet' ? 'none' : 'cost';
}

/** The account type of a stored word; anything missing or not on the list is unknown. */
export function accountType(word: string | null): AccountType {
  return accountTypes.find((type) => type === word) ?? 'unknown';
}

/** Actual − budget, same unit; null when either is not known. Source: Horngren, static-budget variance; worked example O-18. */
export function variance(actual: number | null, budget: number | null): number | null {
  return actual === null || budget === null ? null : actual - budget;
}

/** Variance over |budget|, ratio; null when the budget is 0 (“new”) or not known. A negative budget keeps the variance's sign. */
export function varianceRatio(difference: number | null, budget: number | null): number | null {
  return ratio(difference, budget === null ? null : Math.abs(budget));
}

/**
 * What a variance does to the operating result, same unit: income over budget raises it, cost over budget lowers it, statistical and
 * balance-sheet accounts give 0. `incomeSign` is −1 where both sides state income as credits (negative).
 */
export function resultImpact(type: AccountType, difference: number, incomeSign: 1 | -1 = 1): number {
  switch (nature(type)) {
    case 'income':
      return difference * incomeSign;
    case 'cost':
      return -difference;
    case 'none':
      return 0;
  }
}

/** F when the result gains, U when it loses, null when nothing differs or nothing can be compared. */
export function effectOf(impact: number | null): Effect {
  if (impact === null || impact === 0) return null;
  return impact > 0 ? 'F' : 'U';
}

/** F or U of one account's variance; worked example O-18: revenue over is F, cost over is U. */
export function effect(type: AccountType, difference: number | null): Effect {
  return difference === null ? null : effectOf(resultImpact(type, difference));
}

/** Full-year outlook: actual to date + what the budget (or forecast) still holds for the rest of the year; null when either is not known. */
export function outlook(actualToDate: number | null, remaining: number | null): number | null {
  return actualToDate === null || remaining === null ? null : actualToDate + remaining;
}

/** Budget − actual − commitments: what may still be spent; null while commitments are not known. */
export function available(budget: number | null, actual: number | null, commitments: number | null): number | null {
  return budget === null || actual === null || commitments === null ? null : budget - actual - commitments;
}

/** Income − cost; null when neither is known. */
export function operatingResult(income: number | null, cost: number | null): number | null {
  return sumKnown([income, cost === null ? null : -cost]);
}

/**
 * One side of a trial balance: what was booked as debit (or credit), plus what came as a net amount without the two sides.
 * `net` is Σ amount − (Σ debit − Σ credit).
 */
export function sides(debit: number | null, credit: number | null, amount: number): { debit: number; credit: number } {
  const net = amount - ((debit ?? 0) - (credit ?? 0));
  return { debit: (debit ?? 0) + Math.max(net, 0), credit: (credit ?? 0) + Math.max(-net, 0) };
}
