/**
 * A reader for every mapped field of a table: decides date order, decimal sign and unit once from the whole column, then turns cells
 * into storage values. A cell that does not fit comes back as a Misread, never as a guess.
 */
import { cellText, type Cell, type Row } from '../../shared/intake/cells.ts';
import type { Field } from '../../shared/intake/dataset.ts';
import type { IssueCode } from '../../shared/intake/issues.ts';
import { toMinor } from '../../shared/kit/money.ts';
import { fold } from '../../shared/kit/fold.ts';
import {
  addVote,
  dateText,
  decideOrder,
  parseClock,
  periodStart,
  readDate,
  readJulian,
  timestampText,
  type DateOrder,
  type DateVotes,
} from './coerce-dates.ts';
import { addNumberVote, decideDecimal, emptyVotes, readNumber, type DecimalSign, type NumberVotes } from './coerce-numbers.ts';
import { readDuration } from './coerce-durations.ts';
import { remembering } from './coerce-memo.ts';
import { readWord, type WordBook } from './coerce-words.ts';
import { isBlank } from './find-tables-cells.ts';
import { parseHeader } from './headers.ts';
import { durationUnitOf } from './map-columns.ts';

export class Misread {
  readonly code: IssueCode;
  readonly expected: string;
  readonly fix: string;

  constructor(code: IssueCode, expected: string, fix: string) {
    this.code = code;
    this.expected = expected;
    this.fix = fix;
  }
}

export type StoredValue = string | number | null;
export type CellReader = (cell: Cell) => StoredValue | Misread;

export interface ColumnDecision {
  column: number;
  order: DateOrder | null;
  decimal: DecimalSign;
  note: string | null;
  /** What must be asked before the column can be read. */
  ask: 'ambiguous-dates' | 'ambiguous-numbers' | null;
}

export interface TableReading {
  rows: readonly Row[];
  columns: readonly { column: number; header: string; field: Field }[];
  /** A person's or profile's word for the table; wins over the values. */
  order: DateOrder | null;
  decimal: DecimalSign | null;
  delimiter: string | null;
}

/** Date order and decimal sign of every column, from all its values; settled columns help the open ones of the same table. */
export function decideColumns(table: TableReading): ColumnDecision[] {
  const votes = table.columns.map(({ column, field }) => ({
    column,
    field,
    dates: dateVotes(table.rows, column, field),
    numbers: numberVotes(table.rows, column, field),
  }));
  const orders = new Set(
    votes.map(({ dates }) => dates && decideOrder(dates)).flatMap((decision) => (decision && !decision.ask && decision.order ? [decision.order] : [])),
  );
  const shared = table.order ?? (orders.size === 1 ? ([...orders][0] ?? null) : null);
  const signs = new Set(votes.flatMap(({ numbers, field }) => (numbers ? settledSign(numbers, field) : [])));
  const hint = table.decimal ?? (signs.size === 1 ? ([...signs][0] ?? null) : null);
  return votes.map(({ column, field, dates, numbers }) => {
    const decision: ColumnDecision = { column, order: null, decimal: table.decimal ?? '.', note: null, ask: null };
    if (dates) Object.assign(decision, dateDecision(dates, table.order, shared));
    if (numbers) Object.assign(decision, numberDecision(numbers, table.decimal, { hint, money: field.type === 'money' }));
    return decision;
  });
}

function settledSign(votes: NumberVotes, field: Field): DecimalSign[] {
  const decision = decideDecimal(votes, { hint: null, money: field.type === 'money' });
  return decision.settled ? [decision.decimal] : [];
}

function dateDecision(votes: DateVotes, stated: DateOrder | null, shared: DateOrder | null): Partial<ColumnDecision> {
  if (stated !== null) return { order: stated };
  const own = decideOrder(votes);
  if (!own.ask) return { order: own.order ?? shared, note: own.note };
  if (shared !== null && votes.dayFirst === 0 && votes.monthFirst === 0) {
    return { order: shared, note: `${shared === 'day-first' ? 'day' : 'month'} first, as another date column of the table settles` };
  }
  return { order: null, note: own.note, ask: 'ambiguous-dates' };
}

function numberDecision(votes: NumberVotes, stated: DecimalSign | null, given: { hint: DecimalSign | null; money: boolean }): Partial<ColumnDecision> {
  if (stated !== null) return { decimal: stated };
  const own = decideDecimal(votes, given);
  return { decimal: own.decimal, note: own.note, ask: own.ask ? 'ambiguous-numbers' : null };
}

function dateVotes(rows: readonly Row[], column: number, field: Field): DateVotes | null {
  if (field.type !== 'date' && field.type !== 'timestamp') return null;
  const votes: DateVotes = { dayFirst: 0, monthFirst: 0, either: 0, values: 0, dotted: 0 };
  for (const row of rows) {
    const cell = row.cells[column - 1];
    if (typeof cell === 'string') addVote(votes, cell);
  }
  return votes;
}

function numberVotes(rows: readonly Row[], column: number, field: Field): NumberVotes | null {
  if (!['count', 'number', 'money', 'duration'].includes(field.type)) return null;
  const votes = emptyVotes();
  for (const row of rows) {
    const cell = row.cells[column - 1];
    if (typeof cell === 'string') addNumberVote(votes, cell);
  }
  return votes;
}

export interface ReaderOptions {
  header: string;
  decision: ColumnDecision;
  minorDigits: number;
  words: WordBook | null;
  missing: ReadonlySet<string>;
  /** Dates are written as CYYDDD. */
  julian?: boolean;
  /** Amounts have the opposite sign of ours. */
  reversedSign?: boolean;
}

/** The reader of one field's column. */
export function cellReader(field: Field, options: ReaderOptions): CellReader {
  const read = typedReader(field, options);
  const readText = remembering(read);
  return (cell) => {
    if (isBlank(cell) || cell === null) return null;
    if (options.missing.size > 0 && options.missing.has(cellText(cell).trim())) return null;
    if (typeof cell === 'object') {
      if (cell.kind === 'error') return new Misread('error-value', expectedOf(field), 'Correct the formula in the file.');
      if (cell.kind === 'formula') return new Misread('formula-without-value', 'a stored value', 'Open the file in Excel, save it, and import it again.');
    }
    return typeof cell === 'string' ? readText(cell) : read(cell);
  };
}

function typedReader(field: Field, options: ReaderOptions): CellReader {
  const { order, decimal } = options.decision;
  const misread = (code: IssueCode, fix: string): Misread => new Misread(code, expectedOf(field), fix);
  if (options.julian === true && (field.type === 'date' || field.type === 'timestamp')) return julianReader(field, order, misread);
  switch (field.type) {
    case 'date':
      return (cell) => {
        const read = readDate(cell, order);
        if (read) return dateText(read.day, read.clock);
        return (
          (typeof cell === 'string' || typeof cell === 'number' ? periodStart(String(cell)) : null) ??
          misread('not-a-date', 'Write a date, such as 2026-10-31.')
        );
      };
    case 'timestamp':
      return (cell) => {
        const read = readDate(cell, order);
        return read ? timestampText(read.day, read.clock) : misread('not-a-date', 'Write a date, such as 2026-10-31 or 2026-10-31 06:00.');
      };
    case 'count':
    case 'number':
      return (cell) => readNumber(cell, decimal) ?? misread('not-a-number', 'Write a number.');
    case 'money': {
      const unit = parseHeader(options.header).unit;
      const scale = (unit?.kind === 'money' ? unit.scale : 1) * (options.reversedSign === true ? -1 : 1);
      return (cell) => {
        const value = readNumber(cell, decimal);
        return value === null ? misread('not-a-number', 'Write an amount.') : toMinor(value * scale, options.minorDigits);
      };
    }
    case 'duration': {
      const unitMs = durationUnitOf(options.header, field);
      return (cell) => readDuration(cell, { decimal, unitMs }) ?? misread('not-a-duration', 'Write a number or a time such as 7:30.');
    }
    case 'word': {
      const book = options.words ?? new Map<string, string>();
      return (cell) => readWord(cellText(cell), book, field) ?? misread('unknown-word', 'Say once what this word means; the answer is remembered.');
    }
    case 'boolean':
      return (cell) => readBoolean(cell) ?? misread('not-a-yes-or-no', 'Write yes or no.');
    case 'code':
      return (cell) => codeText(cell);
    case 'text':
      return (cell) => cellText(cell).trim();
  }
}

// Zero is how such systems write “no date”.
function julianReader(field: Field, order: DateOrder | null, misread: (code: IssueCode, fix: string) => Misread): CellReader {
  return (cell) => {
    const text = cellText(cell).trim();
    if (/^0+$/u.test(text)) return null;
    const written = /^\d+$/u.test(text) ? null : readDate(cell, order);
    const day = written?.day ?? readJulian(text);
    if (day === null) return misread('not-a-date', 'Write a day as CYYDDD: 126001 is 1 January 2026.');
    return field.type === 'date' ? dateText(day, null) : timestampText(day, null);
  };
}

// Anything but single blanks between words.
const oddSpace = /^\s|\s$|\s\s|[^\S ]/u;

/** A code keeps its text; one typed as a number is its digits without ".0". */
export function codeText(cell: Cell): string {
  if (typeof cell === 'number') return Number.isInteger(cell) && !Number.isSafeInteger(cell) ? BigInt(cell).toString() : String(cell);
  const text = cellText(cell);
  return oddSpace.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

const yes = new Set([
  'yes',
  'y',
  'true',
  '1',
  'x',
  'ja',
  'j',
  'oui',
  'o',
  'si',
  's',
  'sim',
  'tak',
  't',
  'evet',
  'e',
  'wahr',
  'vrai',
  'verdadero',
  'planned',
  'geplant',
  'planifie',
  'planificado',
  'planejado',
  'pianificato',
  'gepland',
  'planowany',
  'planerad',
  'planli',
]);
const no = new Set([
  'no',
  'n',
  'false',
  '0',
  '',
  '-',
  'nein',
  'non',
  'nao',
  'nee',
  'nie',
  'nej',
  'hayir',
  'h',
  'falsch',
  'faux',
  'falso',
  'unplanned',
  'ungeplant',
  'nonplanifie',
  'noplanificado',
  'naoplanejado',
  'nonpianificato',
  'ongepland',
  'nieplanowany',
  'oplanerad',
  'plansiz',
]);

function readBoolean(cell: Cell): number | null {
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  const text = fold(cellText(cell)).replace(/[\s\-_]+/gu, '');
  if (yes.has(text)) return 1;
  return no.has(text) ? 0 : null;
}

/** A clock-only cell beside a date: milliseconds into the day. */
export function readClock(cell: Cell): number | null {
  if (typeof cell === 'string') return parseClock(cell);
  if (cell !== null && typeof cell === 'object' && (cell.kind === 'time' || cell.kind === 'duration')) return Math.round(cell.value * 86_400_000);
  return null;
}

/** What a person should find in the cell. */
export function expectedOf(field: Field): string {
  switch (field.type) {
    case 'date':
      return 'a date';
    case 'timestamp':
      return 'a date or a date with time';
    case 'count':
    case 'number':
      return 'a number';
    case 'money':
      return 'an amount';
    case 'duration':
      return 'a duration';
    case 'word':
      return `one of the words known for ${field.label}`;
    case 'boolean':
      return 'yes or no';
    case 'code':
    case 'text':
      return 'a text';
  }
}
