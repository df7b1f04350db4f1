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
import { periodHead, type WideColumn } from './recognise-wide.ts';

/** What a statement becomes; a question wherever its date, its columns or one of its figures is open. */
export function recogniseStatement(input: RecognitionInput, statement: Statement): Recognition {
  const dataset = catalog.find(({ name }) => name === 'budget.actuals') ?? null;
  const { titles, sheetName } = input.table;
  const months = monthsOf(statement);
  const single = statement.amounts.length === 1 ? statement.amounts[0] : undefined;
  const near = [...titles, ...statement.amounts.map(({ head }) => head)];
  const date = asAtDate(titles) ?? statementEnd(near);
  const forced = input.request.dataset;
  if (!dataset || (forced !== null && forced !== dataset.name)) return answer(input, { mapping: null, wide: [], date: null, doubt: 'it holds ledger amounts' });
  const mapping = mappingOf(dataset, input, single?.column ?? null);
  const wide = months ?? [];
  const doubt =
    statement.doubt ??
    (saysBudget([...titles, sheetName, input.request.fileName]) === 'budget' ? 'it speaks of a budget' : null) ??
    (!single && !months ? 'it has several columns of amounts; choose the one that holds the actual amounts' : null);
  const known = date !== null || months !== null || 'date' in input.request.constants || 'period' in input.request.constants;
  const made = answer(input, { mapping, wide, date: months ? null : date, doubt: doubt ?? (known ? null : 'date') });
  const span = statementSpan(near);
  return span !== null && span.to === made.stated['date'] ? { ...made, covers: span } : made;
}

function answer(input: RecognitionInput, of: { mapping: Mapping | null; wide: WideColumn[]; date: string | null; doubt: string | null }): Recognition {
  const sentence =
    of.doubt === 'date'
      ? 'Ledger: the statement names no day or period it stands for; state its date for the whole file.'
      : `This statement of accounts is not clear: ${of.doubt ?? ''}; choose the dataset and confirm the columns.`;
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
    question: of.doubt === null ? null : { code, sentence, fields: of.doubt === 'date' ? ['date'] : [] },
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
  if (amount !== null) take('amount', amount);
  return { dataset, columns, notes: new Map() };
}

// Months across, with at most a total behind them; null when the columns are anything else.
function monthsOf(statement: Statement): WideColumn[] | null {
  const heads = statement.amounts.map(({ column, head }) => ({ column, head, period: periodHead(head) }));
  const months = heads.flatMap(({ column, period }) => (period !== null && 'date' in period ? [{ column, value: period.date }] : []));
  const rest = heads.filter(({ period }) => period === null || !('date' in period));
  const total =
    rest.length === 0 ||
    (rest.length === 1 && rest[0] === heads.at(-1) && /^total|^summe|^gesamt|^suma|^totale|^totaal|^razem|^toplam|^summa/iu.test(rest[0]?.head ?? ''));
  return months.length >= 2 && total ? months : null;
}
