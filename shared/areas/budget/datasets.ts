/** What budget can import: the chart of accounts, budget versions, and the ledger. */
import type { Dataset } from '../../intake/dataset.ts';

export const budgetAccounts: Dataset = {
  name: 'budget.accounts',
  area: 'budget',
  label: 'Accounts',
  oneRowIs: 'an account: name, type, parent, driver',
  table: 'account',
  fields: [
    { name: 'account', column: 'account_code', type: 'code', label: 'Account', aliases: ['account'] },
    { name: 'name', column: 'name', type: 'text', label: 'Name', aliases: ['name'] },
    {
      name: 'type', column: 'account_type', rawColumn: 'account_type_text', type: 'word', label: 'Type', aliases: ['type'],
      words: { revenue: [], material: [], labor: [], energy: [], maintenance: [], otherCost: [], statistical: [], balanceSheet: [], unknown: [] },
    },
    { name: 'parent', column: 'parent_code', type: 'code', label: 'Parent', aliases: ['parent'] },
    { name: 'driver', column: 'driver', type: 'text', label: 'Driver', aliases: ['driver'] },
  ],
  key: ['account'],
  requires: [['account']],
  sameKey: 'error',
  dateField: null,
  rollUp: null,
  wide: null,
};

export const budgetLines: Dataset = {
  name: 'budget.lines',
  area: 'budget',
  label: 'Budget',
  oneRowIs: 'a budget version’s amount',
  table: 'budget_line',
  fields: [
    { name: 'version', column: 'version_code', type: 'code', label: 'Version', aliases: ['version'], fallback: 'original' },
    { name: 'account', column: 'account_code', type: 'code', label: 'Account', aliases: ['account'] },
    { name: 'accountName', column: 'account_name', type: 'text', label: 'Account name', aliases: ['account name'] },
    { name: 'costCenter', column: 'cost_center_code', type: 'code', label: 'Cost center', aliases: ['cost center'] },
    /** The day, or the first day of the month a period total belongs to. */
    { name: 'date', column: 'posting_date', type: 'date', label: 'Date', aliases: ['date'] },
    { name: 'period', column: 'period_code', type: 'code', label: 'Period', aliases: ['period'] },
    { name: 'amount', column: 'amount_minor', type: 'money', label: 'Amount', measure: true, aliases: ['budget'] },
  ],
  key: ['version', 'account', 'costCenter', 'date'],
  requires: [['account'], ['date', 'period'], ['amount']],
  sameKey: 'group',
  dateField: 'date',
  rollUp: { table: 'budget_month', grain: 'month', bucket: 'posting_month', dimensions: ['version_code', 'account_code', 'cost_center_code'], sums: ['amount_minor'] },
  wide: { headerField: 'date', valueField: 'amount' },
};

export const budgetActuals: Dataset = {
  name: 'budget.actuals',
  area: 'budget',
  label: 'Ledger',
  oneRowIs: 'one ledger line, or a period total, or a balance',
  table: 'ledger_entry',
  fields: [
    { name: 'account', column: 'account_code', type: 'code', label: 'Account', aliases: ['account'] },
    { name: 'accountName', column: 'account_name', type: 'text', label: 'Account name', aliases: ['account name'] },
    { name: 'costCenter', column: 'cost_center_code', type: 'code', label: 'Cost center', aliases: ['cost center'] },
    { name: 'date', column: 'posting_date', type: 'date', label: 'Posting date', aliases: ['posting date'] },
    { name: 'period', column: 'period_code', type: 'code', label: 'Period', aliases: ['period'] },
    { name: 'fiscalYear', column: 'fiscal_year', type: 'code', label: 'Fiscal year', aliases: ['fiscal year'] },
    { name: 'document', column: 'document_code', type: 'code', label: 'Document', aliases: ['document'] },
    { name: 'line', column: 'document_line', type: 'code', label: 'Line', aliases: ['document line'] },
    { name: 'text', column: 'line_text', type: 'text', label: 'Text', aliases: ['text'] },
    { name: 'debit', column: 'debit_minor', type: 'money', label: 'Debit', measure: true, aliases: ['debit'] },
    { name: 'credit', column: 'credit_minor', type: 'money', label: 'Credit', measure: true, aliases: ['credit'] },
    /** Debit − credit. */
    { name: 'amount', column: 'amount_minor', type: 'money', label: 'Amount', measure: true, aliases: ['actual'] },
  ],
  key: ['fiscalYear', 'document', 'line'],
  keyWithout: { field: 'document', key: ['account', 'costCenter', 'date'] },
  requires: [['account'], ['date', 'period'], ['amount', 'debit', 'credit']],
  sameKey: 'group',
  dateField: 'date',
  rollUp: { table: 'ledger_month', grain: 'month', bucket: 'posting_month', dimensions: ['account_code', 'cost_center_code'], sums: ['amount_minor', 'debit_minor', 'credit_minor', 'entry_count'] },
  wide: { headerField: 'date', valueField: 'amount' },
};
