/** Two exports of one system, row by row: what is new, closed, reopened, slipped, changed, and what vanished. */
import { csvText } from '../kit/csv-text.ts';

export const comparisonKinds = ['new', 'closed', 'reopened', 'slipped', 'changed', 'vanished'] as const;
export type ComparisonKind = (typeof comparisonKinds)[number];

export interface ComparedField {
  field: string;
  label: string;
  before: string | number | null;
  after: string | number | null;
}

/** Where a row stands: the fact, and the row of the file. */
export interface ComparedPlace {
  factId: number;
  sheet: string;
  row: number;
}

export interface ComparedRow {
  dataset: string;
  kind: ComparisonKind;
  /** The key as the files say it: "4711", "4711, 2026-10-01". */
  key: string;
  title: string;
  /** Days the due date moved later; null where it did not. */
  slipDays: number | null;
  fields: ComparedField[];
  earlier: ComparedPlace | null;
  later: ComparedPlace | null;
}

export interface ExportComparison {
  earlier: { batch: number; file: string; at: string };
  later: { batch: number; file: string; at: string };
  counts: Record<ComparisonKind | 'same', number>;
  rows: ComparedRow[];
  /** Rows beyond what was asked for. */
  leftOut: number;
}

/** The rows as comma-separated text for a spreadsheet. */
export function comparisonCsv(rows: readonly ComparedRow[]): string {
  const lines = rows.map((row) => [
    row.kind,
    row.key,
    row.title,
    row.slipDays,
    row.fields.map((field) => `${field.label}: ${shownValue(field.before)} → ${shownValue(field.after)}`).join('; '),
    row.earlier?.sheet ?? '',
    row.earlier?.row ?? null,
    row.later?.sheet ?? '',
    row.later?.row ?? null,
  ]);
  const head = ['Kind', 'Key', 'Title', 'Slipped by days', 'Changes', 'Earlier sheet', 'Earlier row', 'Later sheet', 'Later row'];
  return csvText([head, ...lines]);
}

/** A value inside a sentence; “nothing” where a cell is empty. */
export function shownValue(value: string | number | null): string {
  return value === null || value === '' ? 'nothing' : String(value);
}
