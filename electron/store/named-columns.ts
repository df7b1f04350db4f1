/**
 * Which columns of the fact tables hold names. `*_code` is what a fact counts under; where that differs from what the file said, the
 * text of the file stands in `*_written`. So whatever groups by a code needs to know nothing of names, and a natural key, which is
 * made of what the files said, never changes with an answer.
 */
import { catalog } from '../../shared/areas/catalog.ts';
import { unassigned } from '../../shared/areas/range.ts';
import type { Dataset, Field, NameKind } from '../../shared/intake/dataset.ts';

export const nameKinds: readonly NameKind[] = ['line', 'asset', 'account', 'employee'];

/** The area whose files bring the first names of a kind: a time clock's idea of lines doesn't bind production. */
export const homeOf: Readonly<Record<NameKind, string>> = { line: 'production', asset: 'maintenance', account: 'budget', employee: 'staffing' };

export interface NamedColumn {
  dataset: Dataset;
  field: string;
  kind: NameKind;
  code: string;
  written: string;
  /** Column whose text names the thing where the code is empty. */
  otherwise: string | null;
  /** The code while a name waits: an empty one would let `otherwise` speak. */
  waitingCode: string;
}

/** The columns of a dataset that refer to names. */
export function namedColumns(dataset: Dataset): NamedColumn[] {
  return dataset.fields.flatMap((field) => {
    if (!field.names || field.registers) return [];
    const otherwise = otherwiseOf(dataset, field);
    const written = field.column.replace(/_code$/, '_written');
    return [{ dataset, field: field.name, kind: field.names, code: field.column, written, otherwise, waitingCode: otherwise === null ? '' : unassigned }];
  });
}

/** Every column of the house that refers to names of a kind. */
export function columnsOf(kind: NameKind): NamedColumn[] {
  return catalog.flatMap(namedColumns).filter((column) => column.kind === kind);
}

/** The field of a register that holds names, with the one that stands in for it. */
export function registerField(dataset: Dataset): { kind: NameKind; code: string; otherwise: string | null } | null {
  const field = dataset.fields.find((candidate) => candidate.names && candidate.registers);
  return field?.names ? { kind: field.names, code: field.column, otherwise: otherwiseOf(dataset, field) } : null;
}

/** SQL of a code as the file said it. */
export function codeAsWritten(column: NamedColumn): string {
  return `coalesce(${column.written}, ${column.code})`;
}

/** SQL of the name a fact gives: its code as the file said it, else what stands in for it. */
export function nameSql(column: NamedColumn): string {
  return column.otherwise === null ? codeAsWritten(column) : `coalesce(nullif(${codeAsWritten(column)}, ''), ${column.otherwise}, '')`;
}

/** The SQL column of the day a fact falls on; null for facts without. */
export function dayColumnOf(dataset: Dataset): string | null {
  return dataset.fields.find((field) => field.name === dataset.dateField)?.column ?? null;
}

function otherwiseOf(dataset: Dataset, field: Field): string | null {
  return dataset.fields.find((candidate) => candidate.name === field.nameElse)?.column ?? null;
}
