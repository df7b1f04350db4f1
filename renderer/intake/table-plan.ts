/** A plan begins as what was recognised and changes by one answer at a time. Pure. */
import type { ConstantSource, TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import type { SheetCommand } from './sheet-keys.ts';

export function planFrom(report: TableReport): TablePlan {
  const stated = (report.stated ?? []).filter((one) => !isOutdone(one, report));
  const sourced = stated.flatMap(({ field, from }) => (from === null ? [] : [[field, from] as const]));
  const headRows = report.headRows ?? 1;
  return {
    sheet: report.sheet,
    headerRow: report.headerRow,
    ...(headRows > 1 && { headRows }),
    dataset: report.dataset ?? '',
    columns: report.columns.map(({ column, field }) => ({ column, field })),
    constants: Object.fromEntries(stated.flatMap(({ field, raw, from }) => (from === null ? [[field, raw] as const] : []))),
    ...(sourced.length > 0 && { constantsFrom: Object.fromEntries(sourced) }),
    words: {},
    dateOrder: report.dateOrder,
    decimal: null,
    missing: [],
    real: [],
  };
}

// A title says a date and a column has dates of its own: the column wins, unless it only holds days of the title's month.
function isOutdone({ field, from }: NonNullable<TableReport['stated']>[number], report: TableReport): boolean {
  const column = report.columns.find((one) => one.field === field);
  return column !== undefined && (from === null || !column.samples.every(({ raw }) => /^\d{1,2}\.?$/u.test(raw.trim())));
}

/** A column speaks for a field; a field is taken from one column only. */
export function withField(plan: TablePlan, column: number, field: string | null): TablePlan {
  const others = plan.columns.filter((one) => one.column !== column).map((one) => (one.field === field && field !== null ? { ...one, field: null } : one));
  const dropped = plan.dropped?.filter((one) => field === null || one !== column) ?? [];
  const { dropped: _old, ...rest } = plan;
  return { ...rest, ...(dropped.length > 0 && { dropped }), columns: [...others, { column, field }].sort((a, b) => a.column - b.column) };
}

/** Several columns across feed the value field of one wide dataset. */
export function withFieldToo(plan: TablePlan, column: number, field: string): TablePlan {
  return { ...plan, columns: [...plan.columns.filter((one) => one.column !== column), { column, field }].sort((a, b) => a.column - b.column) };
}

/** What a column feeds in a plan; null when nothing. */
export function fieldOf(plan: TablePlan, column: number): string | null {
  return plan.columns.find((one) => one.column === column)?.field ?? null;
}

/** Another dataset has other fields: every column asks again. */
export function withDataset(plan: TablePlan, dataset: string): TablePlan {
  if (dataset === plan.dataset) return plan;
  const { constantsFrom: _sources, ...rest } = plan;
  return { ...rest, dataset, columns: plan.columns.map(({ column }) => ({ column, field: null })), constants: {}, words: {} };
}

/** A value typed for every row; an empty one takes it back. */
export function withConstant(plan: TablePlan, field: string, value: string): TablePlan {
  const { [field]: _old, ...others } = plan.constants;
  return { ...withoutSource(plan, field), constants: value === '' ? others : { ...others, [field]: value } };
}

/** A value taken from the file for every row. */
export function withSource(plan: TablePlan, field: string, source: ConstantSource): TablePlan {
  const { [field]: _typed, ...constants } = plan.constants;
  return { ...plan, constants, constantsFrom: { ...plan.constantsFrom, [field]: source } };
}

function withoutSource(plan: TablePlan, field: string): TablePlan {
  const { constantsFrom, ...rest } = plan;
  const { [field]: _old, ...others } = constantsFrom ?? {};
  return Object.keys(others).length === 0 ? rest : { ...rest, constantsFrom: others };
}

/** The head begins at a row and takes one row. Other heads name other columns: what they feed is asked again. */
export function withHead(plan: TablePlan, row: number): TablePlan {
  const { headRows: _rows, lastRow, ...rest } = plan;
  return { ...rest, headerRow: row, ...(lastRow !== undefined && lastRow > row && { lastRow }) };
}

/** The head reaches from where it is to a row, up or down; at most eight rows. */
export function withHeadTo(plan: TablePlan, row: number): TablePlan {
  const end = plan.headerRow + (plan.headRows ?? 1) - 1;
  const from = Math.min(plan.headerRow, row);
  const to = row < plan.headerRow ? end : row;
  const rows = to - from + 1;
  if (rows > 8 || plan.headerRow === 0) return withHead(plan, row);
  const { headRows: _rows, ...rest } = plan;
  return { ...rest, headerRow: from, ...(rows > 1 && { headRows: rows }) };
}

/** The body ends with a row; the same row again leaves the end to the program. Rows of the head and above can't end it. */
export function withBodyEnd(plan: TablePlan, row: number): TablePlan {
  const { lastRow, ...rest } = plan;
  return lastRow === row || row < plan.headerRow + (plan.headRows ?? 1) ? rest : { ...rest, lastRow: row };
}

/** Personal data: the column's cells are never stored, shown or logged. The same again takes it back. */
export function withDropped(plan: TablePlan, column: number): TablePlan {
  const { dropped = [], ...rest } = plan;
  const next = dropped.includes(column) ? dropped.filter((one) => one !== column) : [...dropped, column].sort((a, b) => a - b);
  const freed = next.includes(column) ? withField({ ...rest }, column, null) : rest;
  return next.length === 0 ? freed : { ...freed, dropped: next };
}

/** Rows with this value in this column are not imported. The same again takes it back. */
export function withLeftOut(plan: TablePlan, column: number, value: string): TablePlan {
  const { leaveOut = [], ...rest } = plan;
  const known = leaveOut.find((one) => one.column === column)?.values ?? [];
  const values = known.includes(value) ? known.filter((one) => one !== value) : [...known, value];
  const next = [...leaveOut.filter((one) => one.column !== column), ...(values.length > 0 ? [{ column, values }] : [])];
  return next.length === 0 ? rest : { ...rest, leaveOut: next };
}

/** A mark of the whole table, such as Julian dates; absent means no. */
export function withMark(plan: TablePlan, mark: 'julian' | 'reversedSign', isOn: boolean): TablePlan {
  const { [mark]: _old, ...rest } = plan;
  return isOn ? { ...rest, [mark]: true } : rest;
}

export function withWord(plan: TablePlan, answer: { field: string; text: string; word: string }): TablePlan {
  return { ...plan, words: { ...plan.words, [answer.field]: { ...plan.words[answer.field], [answer.text.toLowerCase()]: answer.word } } };
}

export function withSentinel(plan: TablePlan, text: string, meaning: 'missing' | 'real'): TablePlan {
  const without = (list: readonly string[]) => list.filter((one) => one !== text);
  return {
    ...plan,
    missing: meaning === 'missing' ? [...without(plan.missing), text] : without(plan.missing),
    real: meaning === 'real' ? [...without(plan.real), text] : without(plan.real),
  };
}

/** What a key of the grid does to the plan, at a place. */
export function commanded(plan: TablePlan, command: SheetCommand, place: { row: number; column: number; text: string }): TablePlan {
  switch (command) {
    case 'head':
      return withHead(plan, place.row);
    case 'head-to':
      return withHeadTo(plan, place.row);
    case 'body-end':
      return withBodyEnd(plan, place.row);
    case 'not-imported':
      return withField(plan, place.column, null);
    case 'personal':
      return withDropped(plan, place.column);
    case 'leave-out':
      return place.row < plan.headerRow + (plan.headRows ?? 1) ? plan : withLeftOut(plan, place.column, place.text);
    case 'ask-field':
    case 'ask-value':
    case 'ask-dataset':
    case 'ask-nothing':
      return plan;
  }
}
