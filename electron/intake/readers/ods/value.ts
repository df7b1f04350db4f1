/** One cell of an OpenDocument table → a value. */
import type { Cell, NumberKind } from '../../../../shared/intake/cells.ts';
import { formulaCell, isoCell } from '../xlsx/cell-value.ts';

export interface OdsCell {
  /** float, percentage, currency, date, time, boolean, string or nothing. */
  type: string | null;
  value: string | null;
  string: string | null;
  formula: string | null;
  /** What the cell's style makes of a number. */
  kind: NumberKind | null;
}

const errorText = /^(#(DIV\/0!|N\/A|REF!|NAME\?|NUM!|VALUE!|NULL!)|Err:\d{3})$/;

/** `shown` is the text of the cell's paragraphs. */
export function odsValue(cell: OdsCell, shown: string): Cell {
  if (cell.formula !== null && errorText.test(shown.trim())) return { kind: 'error', text: shown.trim() };
  switch (cell.type) {
    case 'float':
    case 'currency':
      return decimal(cell.value) ?? (shown || null);
    case 'percentage': {
      const value = decimal(cell.value);
      return value === null ? shown || null : { kind: 'percent', value };
    }
    case 'date':
      return dateCell(cell) ?? (shown || null);
    case 'time':
      return timeCell(cell) ?? (shown || null);
    case 'boolean':
      return cell.value === 'true';
    case 'string':
      return (cell.string === null || shown !== '' ? shown : cell.string) || null;
    default:
      if (cell.formula !== null) return formulaCell(cell.formula.replace(/^\w+:=?/, '='));
      return shown || null;
  }
}

function decimal(text: string | null): number | null {
  return text !== null && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
}

// Programs other than LibreOffice write a day as a moment at midnight; the style tells whether the time is meant.
function dateCell({ value, kind }: OdsCell): Cell {
  const moment = isoCell((value ?? '').replace(/(\.\d{1,9})\d*/, '$1'));
  if (moment === null || typeof moment !== 'object' || !('value' in moment)) return null;
  if (kind === 'datetime' || !Number.isInteger(moment.value)) return { kind: 'datetime', value: moment.value };
  return { kind: 'date', value: moment.value };
}

function timeCell({ value, kind }: OdsCell): Cell {
  const match = /^(-)?P(?:(\d{1,6})D)?T?(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d{1,12})?)S)?$/.exec(value ?? '');
  if (!match) return null;
  const [, minus, days, hours, minutes, seconds] = match;
  const total = Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number((seconds ?? '0').replace(',', '.'));
  const serial = (minus === undefined ? total : -total) / 86_400;
  return { kind: kind === 'duration' || serial < 0 || serial >= 1 ? 'duration' : 'time', value: serial };
}
