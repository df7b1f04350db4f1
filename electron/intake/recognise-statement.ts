/** A statement of accounts as ledger facts: one balance or period total per leaf, dated by its title. */
import { catalog } from '../../shared/areas/catalog.ts';
import type { Dataset } from '../../shared/intake/dataset.ts';
import type { Statement } from './found-table.ts';
import type { Mapping, MappedColumn } from './map-columns.ts';
import { saysBudget } from './recognise-foreign.ts';
import type { RecognitionInput } from './recognise-input.ts';
import { statementEnd, statementSpan } from './recognise-periods.ts';
import type { Recognition } from './recognition.ts';
import { asAtDate } from './recognise-titles.ts';
import type { WideColumn } from './recognise-wide.ts';
import { chosenColumns } from './statement-columns.ts';

/** What a statement becomes; a question wherever its date, its columns or one of its figures is open. */
export function recogniseStatement(input: RecognitionInput, statement: Statement): Recognition {
  const forced = input.request.dataset;
  const dataset = catalog.find(({ name }) => name === (forced === 'budget.lines' ? forced : 'budget.actuals')) ?? null;
  const { titles, sheetName } = input.table;
  const { single, wide, doubt: unclear } = chosenColumns(statement.amounts, forced);
  const near = [...titles, ...statement.amounts.map(({ head }) => head)];
  const date = asAtDate(titles) ?? statementEnd(near);
  if (!dataset || (forced !== null && forced !== dataset.name)) return answer(input, { mapping: null, wide: [], date: null, doubt: 'it holds ledger amounts' });
  const mapping = mappingOf(dataset, input, single);
  const months = wide.length > 0;
  const doubt =
    statement.doubt ??
    unclear ??
    (dataset.name === 'budget.actuals' && saysBudget([...titles, sheetName, input.request.fileName]) === 'budget' ? 'it speaks of a budget' : null);
  const known = date !== null || months || 'date' in input.request.constants || 'period' in input.request.constants;
  const made = answer(input, { mapping, wide, date: months ? null : date, doubt: doubt ?? (known ? null : 'date') });
  const span = statementSpan(near);
  return span !== null && span.to === made.stated['date'] ? { ...made, covers: span } : made;
}

function answer(input: RecognitionInput, of: { mapping: Mapping | null; wide: WideColumn[]; date: string | null; doubt: string | null }): Recognition {
  const sentence =
    of.doubt === 'date'
      ? `${of.mapping?.dataset.label ?? 'Ledger'}: the statement names no day or period it stands for; state its date for the whole file.`
      : `This statement of accounts is not clear: ${of.doubt ?? ''}; choose the dataset and confirm the columns.`;
  const hasAmount = of.wide.length > 0 || of.mapping?.columns.some(({ field }) => field.name === 'amount') === true;
  const code = of.doubt === 'date' ? ('missing-column' as const) : ('unsure-dataset' as const);
  return {
    dataset: of.mapping?.dataset ?? null,
    profile: null,
    mapping: of.mapping,
    wide: of.wide,
    score: 1,
    reasons: [
      `a statement of accounts: ${String(input.table.rows.length)} lines below their sections, ${String(input.table.statement?.controls.length ?? 0)} totals held against them`,
    ],
    how: 'recognised',
    stated: of.date === null ? {} : { date: of.date },
    question: of.doubt === null ? null : { code, sentence, fields: of.doubt === 'date' ? ['date'] : hasAmount ? [] : ['amount'] },
  };
}

function mappingOf(dataset: Dataset, input: RecognitionInput, amount: number | null): Mapping {
  const columns: MappedColumn[] = [];
  const take = (name: string, column: number | undefined): void => {
    const field = dataset.fields.find((one) => one.name === name);
    if (field && column !== undefined) columns.push({ column, field, how: 'words', rank: 0 });
  };
  const of = (header: string): number | undefined => input.table.columns.findLast((one) => one.header === header)?.column;
  take('account', input.table.columns[0]?.column);
  take('accountType', of('Account type'));
  take('accountName', of('Account name'));
  if (amount !== null) take('amount', amount);
  return { dataset, columns, notes: new Map() };
}
