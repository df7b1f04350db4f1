/**
 * What a reader makes of a file: sheets of typed cells, nothing interpreted yet. A number keeps its serial value and the kind its
 * number format gives it; a JS Date never appears. Row and column numbers are 1-based as in Excel.
 */
import type { IssueCode } from './issues.ts';

/** How a number is formatted in the file. `date`, `time`, `datetime` and `duration` numbers are Excel serials (1900 system). */
export type NumberKind = 'plain' | 'date' | 'time' | 'datetime' | 'duration' | 'percent';

export type Cell =
  | null // empty
  | string // text as written
  | number // a plain number
  | boolean
  | { kind: Exclude<NumberKind, 'plain'>; value: number }
  | { kind: 'error'; text: string } // #N/A, #DIV/0! …
  | { kind: 'formula'; text: string }; // a formula without a cached value

export interface Row {
  /** 1-based row (line for delimited text: the record's first line counts records, not physical lines). */
  number: number;
  /** cells[0] is column A. Trailing empty cells may be missing. */
  cells: Cell[];
  hidden: boolean;
}

export interface MergedRange {
  fromRow: number;
  fromColumn: number;
  toRow: number;
  toColumn: number;
}

export interface Sheet {
  name: string; // '' for delimited text
  hidden: boolean;
  rows: Row[]; // rows with at least one non-empty cell, ascending
  merges: MergedRange[];
  hiddenColumns: number[];
}

export type FileKind =
  | 'xlsx' // xlsm too
  | 'xls' // BIFF5 and BIFF8
  | 'xlsb'
  | 'ods'
  | 'html' // MHTML too
  | 'spreadsheetml' // Excel 2003 XML
  | 'delimited'
  | 'list' // text drawn as a table with pipes and rules
  | 'sie'
  | 'saf-t'
  | 'ms-project'
  | 'xml' // any other: its repeating elements as tables
  | 'zip'; // several files; the sheets carry the members' names

/** What a reader has to say about a file or one of its sheets besides its cells: shown as problems of its tables. */
export interface ReadNote {
  code: IssueCode;
  /** Index of the sheet it is about; null: the whole file. */
  sheet: number | null;
  row: number | null;
  expected: string;
  found: string;
  fix: string;
}

export interface ReadFile {
  kind: FileKind;
  encoding: string | null; // 'utf-8', 'utf-16le', 'windows-1252' … for text
  delimiter: string | null; // ',', ';', '\t', '|' for text
  sheets: Sheet[];
  notes?: ReadNote[];
}

/** "A" for 1, "AA" for 27. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "F42". */
export function cellAddress(row: number, column: number): string {
  return `${columnLetter(column)}${String(row)}`;
}

/** The text a person sees in the raw cell, for previews and traces. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell.kind === 'error') return cell.text;
  if (cell.kind === 'formula') return `=${cell.text}`;
  return serialText(cell.kind, cell.value);
}

function serialText(kind: Exclude<NumberKind, 'plain'>, value: number): string {
  if (kind === 'percent') return `${String(Math.round(value * 1e12) / 1e10)} %`;
  const { date, time } = splitSerial(value);
  switch (kind) {
    case 'date':
      return date;
    case 'time':
      return time;
    case 'datetime':
      return `${date} ${time}`;
    case 'duration': {
      const seconds = Math.round(value * 86_400);
      const sign = seconds < 0 ? '-' : '';
      const abs = Math.abs(seconds);
      return `${sign}${String(Math.floor(abs / 3600))}:${two(Math.floor(abs / 60) % 60)}:${two(abs % 60)}`;
    }
  }
}

/** An Excel serial (1900 system) as ISO day and clock time, rounded to the second. Day 60 (29 Feb 1900) never existed and reads as 1900-02-28. */
export function splitSerial(serial: number): { date: string; time: string } {
  const { day, seconds } = serialParts(serial);
  return { date: isoDay(day), time: `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` };
}

/** The same in numbers: days since 1970-01-01, and seconds into the day. */
export function serialParts(serial: number): { day: number; seconds: number } {
  const whole = Math.round(serial * 86_400);
  const days = Math.floor(whole / 86_400);
  const day = days < 61 ? days - 25_568 - (days === 60 ? 1 : 0) : days - 25_569;
  return { day, seconds: whole - days * 86_400 };
}

// Days repeat within a file; making the text is the cost.
const days = new Map<number, string>();

function isoDay(epochDays: number): string {
  const known = days.get(epochDays);
  if (known !== undefined) return known;
  const text = new Date(epochDays * 86_400_000).toISOString().slice(0, 10);
  if (days.size > 20_000) days.clear();
  days.set(epochDays, text);
  return text;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
