/** What the finder of tables hands on: a table with its head, rows and totals. */
import type { Row } from '../../shared/intake/cells.ts';
import type { NamedColumn } from './find-tables-body.ts';

export interface FoundTable {
  sheet: number;
  sheetName: string;
  headerRow: number; // 1-based row number in the file
  /** Rows the head takes, from `headerRow` on; 0 for a statement without a head. */
  headRows: number;
  /** 1-based row the body ends with, totals included. */
  lastRow: number;
  /** What a cell can stand in: real columns first, then ones made here (path, section), numbered beyond the sheet's own. */
  columns: NamedColumn[];
  /** Values the layout states for every row: field → text as a file would write it (`date` of a statement's period). */
  stated: Record<string, string>;
  /** A statement or tree: rows are its leaves, in a fixed layout. */
  layout: 'list' | 'statement';
  statement?: Statement;
  /** Rows above the head, as texts. */
  titles: string[];
  rows: Row[];
  totalRows: Row[];
  hiddenRows: number;
  /** Cells beyond the last header. */
  extraCells: number;
}

/** A subtotal or result the finder has already held against the rows it stands for. */
export interface Control {
  row: number;
  column: number; // 1-based
  label: string;
  printed: number;
  /** Printed − sum; 0 when they agree. */
  difference: number;
}

export interface Statement {
  controls: Control[];
  /** Why a person must look; null when every leaf is confirmed by a total. */
  doubt: string | null;
  /** Columns of amounts with their heads ('' without one), 1-based. */
  amounts: { column: number; head: string }[];
}
