/** The words of budget: how account types are called, and what the figures mean, for help and the pack's definitions page. */
import type { AccountType } from './measures.ts';

export const accountTypeLabels: Readonly<Record<AccountType, string>> = {
  revenue: 'Revenue',
  material: 'Material',
  labor: 'Labor',
  energy: 'Energy',
  maintenance: 'Maintenance',
  otherCost: 'Other cost',
  unknown: 'Type not known',
  statistical: 'Statistical',
  balanceSheet: 'Balance sheet',
};

export const budgetTerms: readonly { term: string; definition: string }[] = [
  { term: 'Budget', definition: 'The approved plan, by version; never edited.' },
  { term: 'Actual', definition: 'Posted in the ledger: debit − credit.' },
  { term: 'Variance', definition: 'Actual − budget, always in this order.' },
  { term: 'Variance %', definition: 'Variance ÷ |budget|; not defined when the budget is 0.' },
  { term: 'F / U', definition: 'F raises the operating result, U lowers it: income over budget and cost under budget are F. By account type; an unknown type counts as cost.' },
  { term: 'Operating result', definition: 'Revenue − cost of all cost types.' },
  { term: 'Outlook', definition: 'Actual to date + remaining budget of the fiscal year.' },
  { term: 'Prior year', definition: 'The ledger over the same days one year earlier.' },
];
