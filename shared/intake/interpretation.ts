/**
 * What the reader child is asked and what it answers. The child reads a file, finds its tables, recognises, maps, coerces and
 * validates; it knows neither the store nor the door. Everything here is structured-clone data.
 */
import type { FaultBody } from '../faults.ts';
import type { FileKind } from './cells.ts';
import type { Problem } from './result.ts';

/** Where a value for the whole table stands outside its columns. A date field takes the date found in the text. */
export type ConstantSource =
  | { from: 'cell'; row: number; column: number } // a cell above the head, 1-based
  | { from: 'title'; after: string } // what follows this label in the rows above the head
  | { from: 'sheet-name' }
  | { from: 'file-name' };

/** A file layout as data: shipped in resources/profiles, or saved from a mapping made by hand. */
export interface Profile {
  id: string; // 'atlas-cmms'
  /** The source system as part of keys, shared by all layouts of one system; the id when absent. */
  source?: string;
  system: string; // 'Atlas CMMS'
  dataset: string;
  /** Normalised headers, any order; all must be present. “a | b” is met by either; a second column of one header is “a 2”. */
  headers: string[];
  /** Normalised header, or alternatives as above, → field. A header not in `headers` is taken when it is there. */
  columns: Record<string, string>;
  constants: Record<string, string>; // field → value
  words: Record<string, Record<string, string>>; // field → text (lower case) → canonical word
  dateOrder: 'day-first' | 'month-first' | null;
  confirmedOnRealFile: boolean;
  /** Rows the head takes, when the table finder must be told. */
  headRows?: number;
  constantsFrom?: Record<string, ConstantSource>;
  decimal?: '.' | ',' | null;
  /** Texts that mean "missing", and ones that look so but are real. */
  missing?: string[];
  real?: string[];
  /** Headers of personal data: their cells are never stored, shown or logged. */
  dropped?: string[];
  /** Rows that are not imported: any of these values (folded) under this header. */
  leaveOut?: { header: string; values: string[] }[];
  /** field → headers whose texts stand before its own, joined by “/”: a number that is unique only within a site. */
  joined?: Record<string, string[]>;
  /** Header of cells that hold a number and a name → the header the name gets; the number stays. */
  split?: Record<string, string>;
  /** Groups of columns that repeat the same fields: the row keeps the first, each further one becomes a row of its own in the second's columns. */
  repeats?: string[][];
  /** Dates written as CYYDDD. */
  julian?: boolean;
  /** Amounts of the file have the opposite sign of ours. */
  reversedSign?: boolean;
  /** The report's title as it stands above the head; another one in its place is a warning. */
  title?: string;
  /** Where its headers were documented, and what is known about it. */
  note?: string;
  /** Made by a person; its version counts up with every replacement. */
  saved?: boolean;
  version?: number;
}

/** What the user decided for one table by hand; everything stated here wins over recognition. */
export interface TablePlan {
  sheet: number; // index in the file
  headerRow: number; // 1-based
  dataset: string;
  /** Rows the head takes, 1 when absent. */
  headRows?: number;
  /** 1-based last row of the body; the table finder decides when absent. */
  lastRow?: number;
  columns: { column: number; field: string | null }[]; // 1-based column
  constants: Record<string, string>;
  constantsFrom?: Record<string, ConstantSource>;
  words: Record<string, Record<string, string>>;
  dateOrder: 'day-first' | 'month-first' | null;
  decimal: '.' | ',' | null;
  /** Values that mean "missing". */
  missing: string[];
  /** Values that look like sentinels but are real. */
  real: string[];
  /** Columns of personal data, 1-based. */
  dropped?: number[];
  leaveOut?: { column: number; values: string[] }[];
  julian?: boolean;
  reversedSign?: boolean;
}

export interface InterpretRequest {
  type: 'interpret';
  id: number;
  path: string; // the bytes on disk, gzip-compressed when it ends in .gz
  fileName: string;
  dataset: string | null;
  profile: string | null;
  sheet: string | null;
  constants: Record<string, string>; // --set
  plans: TablePlan[];
  profiles: Profile[];
  words: Record<string, Record<string, string>>; // 'maintenance.workOrders.status' → text → word, remembered answers
  minorDigits: number;
  /** Minor digits by plant, for an export of this program: it says itself which plant it is of. */
  plantDigits?: Record<string, number>;
  withRows: boolean; // false: reports only
  packed?: boolean; // facts come as `packed-facts`
  sampleRows: number; // raw rows kept per table for the preview grid
  /** Sheets without a table are reported too, as they are, to be marked by hand. */
  rawSheets?: boolean;
}

/** Raw cells for a trace: reads only the named cells. */
export interface PeekRequest {
  type: 'peek';
  id: number;
  path: string;
  fileName: string;
  cells: { sheet: number; row: number; column: number }[];
}

export interface CancelRequest {
  type: 'cancel';
  id: number;
}

export type ChildRequest = InterpretRequest | PeekRequest | CancelRequest;

export interface ColumnReport {
  column: number; // 1-based
  letter: string;
  header: string;
  field: string | null;
  score: number; // 1 exact alias … 0 none
  how: 'plan' | 'profile' | 'exact' | 'words' | 'values' | 'fuzzy' | 'none'; // fuzzy: a suggestion, `field` is null
  samples: { row: number; raw: string; parsed: string | null }[]; // three
  note: string | null; // 'day first: 247 of 398 values have a day over 12'
  suggestions: { field: string; score: number }[]; // for mapping by hand, best first
}

export interface TableReport {
  table: number; // running number in the file, from 0; below 0 for a sheet in which no table was found
  sheet: number;
  sheetName: string;
  headerRow: number; // 1-based, 0 when none
  /** Rows the head takes; 1 when absent. */
  headRows?: number;
  /** What profile, plan or layout state for every row: the text as found, and as it becomes (null: not understood). */
  stated?: { field: string; raw: string; parsed: string | null; from: ConstantSource | null }[];
  /** The headers against the last file the profile was used on; absent without one. */
  sinceLast?: { file: string; added: string[]; missing: string[]; renamed: { from: string; to: string }[] };
  firstRow: number;
  lastRow: number;
  dataset: string | null;
  profile: string | null;
  /** Source system, part of some keys: the profile's id or ''. */
  source: string;
  /** The plant an export of this program is of; absent in any other file. */
  plant?: string;
  score: number;
  reasons: string[];
  status: 'ready' | 'needs-mapping' | 'refused';
  fault: FaultBody | null; // why refused or needs-mapping
  columns: ColumnReport[];
  dateOrder: 'day-first' | 'month-first' | null;
  rows: { read: number; rejected: number };
  period: { from: string; to: string } | null;
  totals: Record<string, number>; // wire units, accepted rows
  problems: Problem[]; // capped; counts below are whole
  problemCounts: Record<string, number>;
  /** Rejected source rows (numbers), whole list. */
  rejectedRows: number[];
  /** Raw head and first rows as seen: for the preview grid. */
  sample: { row: number; cells: string[] }[];
  /** Texts of unknown words by field, with counts, waiting for an answer. */
  unknownWords: { field: string; text: string; count: number }[];
  /** Values that look like sentinels, by column. */
  sentinels: { column: number; text: string; count: number }[];
}

/** A block of accepted facts of one table, by column: values[f][i] is field f of fact i, in storage units, null when empty. */
export interface FactBlock {
  table: number;
  fields: string[]; // field names, order of `values`
  sourceRows: number[];
  /** 1-based column the value came from, for files with a column per value; null otherwise. */
  sourceColumns: number[] | null;
  values: (string | number | null)[][];
}

/** A block as bytes, for processes between the child and the writer that don’t look inside. */
export interface PackedBlock {
  table: number;
  /** A FactBlock as v8.serialize writes it. */
  bytes: Uint8Array;
}

export type ChildAnswer =
  | { type: 'progress'; id: number; stage: 'read' | 'interpret'; done: number; total: number }
  | { type: 'file'; id: number; kind: FileKind; encoding: string | null; delimiter: string | null; sheets: string[] }
  | { type: 'table'; id: number; report: TableReport }
  | { type: 'facts'; id: number; block: FactBlock }
  | { type: 'packed-facts'; id: number; packed: PackedBlock }
  | { type: 'peeked'; id: number; texts: (string | null)[] }
  | { type: 'done'; id: number }
  | { type: 'fault'; id: number; fault: FaultBody };
