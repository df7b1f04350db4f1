/** Stored values as cells of an export and back, without loss: amounts to the minor unit, durations to the millisecond. */
import { splitSerial, type Cell } from '../../shared/intake/cells.ts';
import type { Field } from '../../shared/intake/dataset.ts';
import { isIsoDate } from '../../shared/kit/iso-date.ts';
import { toMinor } from '../../shared/kit/money.ts';
import { expectedOf, Misread, type CellReader } from './coerce-fields.ts';
import { unguarded } from './export-layout.ts';

/** What a sink writes: a serial day (with clock), a number, or a text. */
export type ExportValue =
  { as: 'text'; text: string } | { as: 'number'; number: number; text: string } | { as: 'day' | 'instant'; serial: number; text: string };

const unitMs = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const dayMs = 86_400_000;
const stamp = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2}):(\d{2})$/u;
/** 1 March 1900: before it Excel counts a day that never was. */
const firstSerial = 61;
/** Beyond it a double no longer tells neighbouring minor units apart once divided. */
const largestExact = 2 ** 50;

/** The value of a field as it is written; null for none. `digits`: of the currency's minor unit. */
export function exportValue(field: Field, value: string | number | null, digits: number): ExportValue | null {
  if (value === null) return null;
  switch (field.type) {
    case 'code':
    case 'text':
    case 'word':
      return { as: 'text', text: String(value) };
    case 'date':
    case 'timestamp':
      return dayValue(String(value));
    case 'boolean':
      return { as: 'text', text: Number(value) === 1 ? 'yes' : 'no' };
    case 'count':
    case 'number':
      return numberValue(Number(value), String(Number(value)));
    case 'money':
      return numberValue(Number(value) / 10 ** digits, majorText(Number(value), digits), Math.abs(Number(value)) <= largestExact);
    case 'duration': {
      const number = Number(value) / unitMs[field.unit ?? 'h'];
      return numberValue(number, String(number));
    }
  }
}

function numberValue(number: number, text: string, isExact = true): ExportValue {
  return isExact && Number.isFinite(number) ? { as: 'number', number, text } : { as: 'text', text };
}

function dayValue(text: string): ExportValue {
  const match = stamp.exec(text);
  const day = match?.[1] ?? text;
  if (!isIsoDate(day)) return { as: 'text', text };
  const serial = Date.parse(`${day}T00:00:00Z`) / dayMs + 25_569;
  if (serial < firstSerial) return { as: 'text', text };
  if (!match) return { as: 'day', serial, text };
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4]);
  return seconds >= 86_400 ? { as: 'text', text } : { as: 'instant', serial: serial + seconds / 86_400, text: text.replace('T', ' ') };
}

// The digits themselves: dividing would lose the last ones of a very large amount.
function majorText(minor: number, digits: number): string {
  const sign = minor < 0 ? '-' : '';
  const all = BigInt(Math.abs(minor))
    .toString()
    .padStart(digits + 1, '0');
  return digits === 0 ? sign + all : `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`;
}

/** Reads a cell of an export; what a person changed in it has to be as plain as what was written. */
export function exportReader(field: Field, given: { digits: number; words: ReadonlySet<string> }): CellReader {
  switch (field.type) {
    case 'code':
    case 'text':
      return unguarded;
    case 'word':
      return (cell) => {
        const text = unguarded(cell);
        return text === null || text === '' || given.words.has(text)
          ? text
          : new Misread('unknown-word', expectedOf(field), `Write one of ${[...given.words].join(', ')}.`);
      };
    case 'date':
    case 'timestamp':
      return dayReader(field);
    case 'boolean':
      return (cell) => {
        const text = typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : (unguarded(cell)?.trim().toLowerCase() ?? '');
        if (text === '') return null;
        return text === 'yes' ? 1 : text === 'no' ? 0 : new Misread('not-a-yes-or-no', expectedOf(field), 'Write yes or no.');
      };
    case 'count':
    case 'number':
      return numeric(field, (number) => number);
    case 'money':
      return numeric(field, (number, text) => minorOf(number, text, given.digits));
    case 'duration':
      return numeric(field, (number) => Math.round(number * unitMs[field.unit ?? 'h']));
  }
}

const decimal = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/u;

function numeric(field: Field, take: (number: number, text: string) => number): CellReader {
  return (cell) => {
    if (cell === null) return null;
    if (typeof cell === 'number') return take(cell, String(cell));
    const text = typeof cell === 'string' ? (unguarded(cell)?.trim() ?? '') : null;
    if (text === '') return null;
    if (text !== null && decimal.test(text)) return take(Number(text), text);
    const code = field.type === 'duration' ? 'not-a-duration' : 'not-a-number';
    return new Misread(code, expectedOf(field), 'Write a plain number with a decimal point.');
  };
}

function minorOf(number: number, text: string, digits: number): number {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/u.exec(text);
  const part = match?.[3] ?? '';
  if (!match || part.length > digits) return toMinor(number, digits);
  const minor = Number(`${match[2] ?? ''}${part.padEnd(digits, '0')}`);
  return match[1] === '-' ? -minor + 0 : minor;
}

function dayReader(field: Field): CellReader {
  return (cell) => {
    if (cell === null) return null;
    const read = typeof cell === 'object' ? fromSerial(cell) : (unguarded(cell)?.trim() ?? '');
    if (read === '') return null;
    const match = read === null ? null : stamp.exec(read);
    const day = match?.[1] ?? read;
    if (day === null || !isIsoDate(day)) return new Misread('not-a-date', expectedOf(field), 'Write a day as 2026-10-31, with time as 2026-10-31 06:00:00.');
    if (field.type === 'date') return day;
    return match ? `${day}T${match[2] ?? ''}:${match[3] ?? ''}:${match[4] ?? ''}` : `${day}T00:00:00`;
  };
}

function fromSerial(cell: Exclude<Cell, string | number | boolean | null>): string | null {
  if (cell.kind !== 'date' && cell.kind !== 'datetime') return null;
  const { date, time } = splitSerial(cell.value);
  return `${date}T${time}`;
}
