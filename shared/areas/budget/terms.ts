/** The words of budget: how account types are called, and what its figures mean on screen, in packs and in help. */
import type { Term } from '../term.ts';
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

const horngren = 'Horngren, Cost Accounting: static-budget variance';

export const budgetTerms: readonly Term[] = [
  { name: 'budget', label: 'Budget', unit: 'currency', definition: 'The approved plan, by version; never edited.', formula: 'Σ budget', source: horngren },
  {
    name: 'actual',
    label: 'Actual',
    unit: 'currency',
    definition: 'Posted in the ledger. Income booked as credits is shown with the budget’s sign.',
    formula: 'Σ debit − credit',
    source: horngren,
  },
  {
    name: 'variance',
    label: 'Variance',
    unit: 'currency',
    definition: 'How far actual is from budget, always in this order.',
    formula: 'actual − budget',
    source: horngren,
  },
  {
    name: 'varianceRatio',
    label: 'Variance %',
    unit: '%',
    definition: 'Variance as a share of the budget; not defined when the budget is 0.',
    formula: 'variance ÷ |budget|',
    source: horngren,
  },
  {
    name: 'effect',
    label: 'F / U',
    unit: '',
    definition:
      'F raises the operating result, U lowers it: income over and cost under budget are F. An unknown type counts as cost; statistical and balance-sheet accounts have none.',
    formula: 'by account type',
    source: horngren,
  },
  {
    name: 'operatingResult',
    label: 'Operating result',
    unit: 'currency',
    definition: 'What is left of the revenue after all cost types.',
    formula: 'revenue − cost',
    source: horngren,
  },
  {
    name: 'priorYear',
    label: 'Prior year',
    unit: 'currency',
    definition: 'The ledger over the same days one year earlier.',
    formula: 'Σ debit − credit',
    source: 'Own ledger',
  },
  {
    name: 'outlook',
    label: 'Full-year outlook',
    unit: 'currency',
    definition: 'Where the fiscal year ends if the rest goes as budgeted.',
    formula: 'actual to date + remaining budget',
    source: 'Forecast by remaining budget',
  },
];
