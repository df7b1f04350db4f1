/**
 * What a plan or a profile says about a table besides its columns, by column number. A plan lies over the profile of its headers, so
 * that editing one answer keeps the layout's others: its source, its personal data, its words.
 */
import { cellText, type Row, type Sheet } from '../../shared/intake/cells.ts';
import type { ConstantSource, InterpretRequest, Profile, TablePlan } from '../../shared/intake/interpretation.ts';
import { fold } from '../../shared/kit/fold.ts';
import { codeText } from './coerce-fields.ts';
import type { DateOrder } from './coerce-dates.ts';
import type { DecimalSign } from './coerce-numbers.ts';
import type { FoundTable } from './found-table.ts';
import { columnOf, columnsByKey, findProfile } from './match-profile.ts';

export interface Layout {
  profile: Profile | null;
  order: DateOrder | null;
  decimal: DecimalSign | null;
  missing: ReadonlySet<string>;
  real: ReadonlySet<string>;
  dropped: ReadonlySet<number>;
  leaveOut: readonly { column: number; values: ReadonlySet<string> }[];
  /** A column and those whose texts stand before its own. */
  joined: readonly { column: number; before: readonly number[] }[];
  /** A column of numbers with names, and the header the names get. */
  split: readonly { column: number; header: string }[];
  /** Groups of columns that repeat the same fields. */
  repeats: readonly (readonly number[])[];
  julian: boolean;
  reversedSign: boolean;
  /** Statements for every row; the plan's win over the table's columns. */
  constants: Readonly<Record<string, string>>;
  constantsFrom: Readonly<Record<string, ConstantSource>>;
}

export function layoutOf(table: FoundTable, plan: TablePlan | null, request: InterpretRequest): Layout {
  const found = findProfile(table.columns, request);
  const profile = plan && plan.dataset !== '' && found?.dataset !== plan.dataset ? null : found;
  const keys = columnsByKey(table.columns);
  const at = (header: string): number[] => {
    const column = columnOf(header, keys);
    return column === null ? [] : [column];
  };
  const mapped = new Set(plan?.columns.flatMap(({ column, field }) => (field === null ? [] : [column])) ?? []);
  const joinOf = (field: string, before: readonly number[]): Layout['joined'] => {
    const header = Object.entries(profile?.columns ?? {}).find(([, name]) => name === field)?.[0];
    const column = plan ? plan.columns.find((one) => one.field === field)?.column : at(header ?? '')[0];
    return column === undefined || before.length === 0 ? [] : [{ column, before }];
  };
  const dropped = plan?.dropped ?? (profile?.dropped ?? []).flatMap(at).filter((column) => !mapped.has(column));
  const leaveOut = plan?.leaveOut ?? (profile?.leaveOut ?? []).flatMap(({ header, values }) => at(header).map((column) => ({ column, values })));
  const says = <T>(mine: readonly T[] | undefined, theirs: readonly T[] | undefined): ReadonlySet<T> => new Set([...(mine ?? []), ...(theirs ?? [])]);
  return {
    profile,
    order: plan?.dateOrder ?? profile?.dateOrder ?? null,
    decimal: plan?.decimal ?? profile?.decimal ?? null,
    missing: new Set([...says(profile?.missing, plan?.missing)].filter((text) => !(plan?.real ?? []).includes(text))),
    real: new Set([...says(profile?.real, plan?.real)].filter((text) => !(plan?.missing ?? []).includes(text))),
    dropped: new Set(dropped),
    leaveOut: leaveOut.map(({ column, values }) => ({ column, values: new Set(values.map(plain)) })),
    joined: Object.entries(profile?.joined ?? {}).flatMap(([field, before]) => joinOf(field, before.flatMap(at))),
    split: Object.entries(profile?.split ?? {}).flatMap(([header, made]) => at(header).map((column) => ({ column, header: made }))),
    repeats: (profile?.repeats ?? []).map((group) => group.flatMap(at)).filter((group) => group.length > 0),
    julian: plan?.julian ?? profile?.julian ?? false,
    reversedSign: plan?.reversedSign ?? profile?.reversedSign ?? false,
    constants: plan ? {} : (profile?.constants ?? {}),
    constantsFrom: plan ? (plan.constantsFrom ?? {}) : (profile?.constantsFrom ?? {}),
  };
}

/**
 * Empties the cells of personal data before anything looks at them: no sample, problem or fact can hold one. `sheet` has rows of its
 * own, which are replaced: the file as it was read may be asked about again, without these columns dropped.
 */
export function dropPersonal(table: FoundTable, sheet: Sheet, layout: Layout): void {
  if (layout.dropped.size === 0) return;
  const emptied = (row: Row): Row => ({ ...row, cells: row.cells.map((cell, index) => (layout.dropped.has(index + 1) ? null : cell)) });
  const from = table.headerRow + table.headRows;
  const inside = (row: Row): boolean => row.number >= from && row.number <= Math.max(table.lastRow, table.rows.at(-1)?.number ?? 0);
  sheet.rows = sheet.rows.map((row) => (inside(row) ? emptied(row) : row));
  // the finder may have made rows of its own, such as filled-down ones
  table.rows = table.rows.map(emptied);
  table.totalRows = table.totalRows.map(emptied);
}

/** Takes out the rows the layout leaves out; answers how many, and the first. */
export function leaveOutRows(table: FoundTable, layout: Layout): { count: number; row: number; column: number; text: string } | null {
  if (layout.leaveOut.length === 0) return null;
  const kept: Row[] = [];
  let first: { count: number; row: number; column: number; text: string } | null = null;
  for (const row of table.rows) {
    const rule = layout.leaveOut.find(({ column, values }) => values.has(plain(cellText(row.cells[column - 1] ?? null))));
    if (!rule) kept.push(row);
    else if (first) first.count += 1;
    else first = { count: 1, row: row.number, column: rule.column, text: cellText(row.cells[rule.column - 1] ?? null) };
  }
  if (first) {
    table.rows = kept;
    // totals of the file are those of all its rows
    table.totalRows = [];
  }
  return first;
}

/** Puts the texts before a number in front of it; an empty number stays empty. The sheet keeps its cells as they are. */
export function joinColumns(table: FoundTable, layout: Layout): void {
  if (layout.joined.length === 0) return;
  table.rows = table.rows.map((row) => {
    const cells = [...row.cells];
    for (const { column, before } of layout.joined) {
      const own = codeText(cells[column - 1] ?? null);
      const parts = before.map((one) => codeText(row.cells[one - 1] ?? null)).filter((text) => text !== '');
      if (own !== '') cells[column - 1] = [...parts, own].join('/');
    }
    return { ...row, cells };
  });
}

function plain(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim();
}
