/** What budget can import: the chart of accounts, budget versions, and the ledger. */
import type { Dataset } from '../../intake/dataset.ts';
import {
  accountAliases, accountListNameAliases, accountNameAliases, accountTypeAliases, actualAmountAliases, budgetAmountAliases, budgetDateAliases, costCenterAliases,
  creditAliases, debitAliases, documentAliases, driverAliases, fiscalYearAliases, lineAliases, parentAccountAliases, periodAliases,
  postingDateAliases, textAliases, versionAliases,
} from './aliases.ts';
import { accountTypeWords } from './words.ts';

export const budgetAccounts: Dataset = {
  name: 'budget.accounts',
  area: 'budget',
  label: 'Accounts',
  oneRowIs: 'an account: name, type, parent, driver',
  table: 'account',
  fields: [
    { name: 'account', column: 'account_code', type: 'code', label: 'Account', aliases: accountAliases },
    { name: 'name', column: 'name', type: 'text', label: 'Name', aliases: accountListNameAliases },
    {
      name: 'type', column: 'account_type', rawColumn: 'account_type_text', type: 'word', label: 'Type', aliases: accountTypeAliases,
      words: accountTypeWords,
    },
    { name: 'parent', column: 'parent_code', type: 'code', label: 'Parent', aliases: parentAccountAliases },
    { name: 'driver', column: 'driver', type: 'text', label: 'Driver', aliases: driverAliases },
  ],
  key: ['account'],
  requires: [['account']],
  sameKey: 'error',
  dateField: null,
  rollUp: null,
  wide: null,
  evidence: { atLeast: 2, of: ['account', 'name', 'type', 'parent', 'driver'] },
};

export const budgetLines: Dataset = {
  name: 'budget.lines',
  area: 'budget',
  label: 'Budget',
  oneRowIs: 'a budget version’s amount',
  table: 'budget_line',
  fields: [
    { name: 'version', column: 'version_code', type: 'code', label: 'Version', aliases: versionAliases, fallback: 'original' },
    { name: 'account', column: 'account_code', type: 'code', label: 'Account', aliases: accountAliases },
    { name: 'accountName', column: 'account_name', type: 'text', label: 'Account name', aliases: accountNameAliases },
    { name: 'costCenter', column: 'cost_center_code', type: 'code', label: 'Cost center', aliases: costCenterAliases },
    /** The day, or the first day of the month a period total belongs to. */
    { name: 'date', column: 'posting_date', type: 'date', label: 'Date', aliases: budgetDateAliases },
    { name: 'period', column: 'period_code', type: 'code', label: 'Period', aliases: periodAliases },
    { name: 'amount', column: 'amount_minor', type: 'money', label: 'Amount', measure: true, aliases: budgetAmountAliases },
  ],
  key: ['version', 'account', 'costCenter', 'date'],
  requires: [['account'], ['date', 'period'], ['amount']],
  sameKey: 'group',
  dateField: 'date',
  rollUp: { table: 'budget_month', grain: 'month', bucket: 'posting_month', dimensions: ['version_code', 'account_code', 'cost_center_code', 'period_code'], sums: ['amount_minor'] },
  furtherRollUps: [{ table: 'budget_account_month', grain: 'month', bucket: 'posting_month', dimensions: ['version_code', 'account_code', 'period_code'], sums: ['amount_minor'] }],
  wide: { headerField: 'date', valueField: 'amount' },
  standIns: { account: 'accountName' },
};

export const budgetActuals: Dataset = {
  name: 'budget.actuals',
  area: 'budget',
  label: 'Ledger',
  oneRowIs: 'one ledger line, or a period total, or a balance',
  table: 'ledger_entry',
  fields: [
    { name: 'account', column: 'account_code', type: 'code', label: 'Account', aliases: accountAliases },
    { name: 'accountName', column: 'account_name', type: 'text', label: 'Account name', aliases: accountNameAliases },
    { name: 'costCenter', column: 'cost_center_code', type: 'code', label: 'Cost center', aliases: costCenterAliases },
    { name: 'date', column: 'posting_date', type: 'date', label: 'Posting date', aliases: postingDateAliases },
    { name: 'period', column: 'period_code', type: 'code', label: 'Period', aliases: periodAliases },
    { name: 'fiscalYear', column: 'fiscal_year', type: 'code', label: 'Fiscal year', aliases: fiscalYearAliases },
    { name: 'document', column: 'document_code', type: 'code', label: 'Document', aliases: documentAliases },
    { name: 'line', column: 'document_line', type: 'code', label: 'Line', aliases: lineAliases },
    { name: 'text', column: 'line_text', type: 'text', label: 'Text', aliases: textAliases },
    { name: 'debit', column: 'debit_minor', type: 'money', label: 'Debit', measure: true, aliases: debitAliases },
    { name: 'credit', column: 'credit_minor', type: 'money', label: 'Credit', measure: true, aliases: creditAliases },
    /** Debit − credit. */
    { name: 'amount', column: 'amount_minor', type: 'money', label: 'Amount', measure: true, aliases: actualAmountAliases },
  ],
  key: ['fiscalYear', 'document', 'line'],
  keyWithout: { field: 'document', key: ['account', 'costCenter', 'date'] },
  requires: [['account'], ['date', 'period'], ['amount', 'debit', 'credit']],
  sameKey: 'group',
  dateField: 'date',
  rollUp: { table: 'ledger_month', grain: 'month', bucket: 'posting_month', dimensions: ['account_code', 'cost_center_code', 'period_code'], sums: ['amount_minor', 'debit_minor', 'credit_minor', 'entry_count'] },
  furtherRollUps: [{ table: 'ledger_account_month', grain: 'month', bucket: 'posting_month', dimensions: ['account_code', 'period_code'], sums: ['amount_minor', 'debit_minor', 'credit_minor'] }],
  wide: { headerField: 'date', valueField: 'amount' },
  standIns: { account: 'accountName' },
};
