/** Columns across: months of a budget or ledger, tags of a log. The head is a value there, not a name. */
import type { Dataset } from '../../shared/intake/dataset.ts';
import { isoDate } from '../../shared/kit/iso-date.ts';
import { cellText, type Cell } from '../../shared/intake/cells.ts';
import { remembering } from './coerce-memo.ts';
import { fold } from '../../shared/kit/fold.ts';
import { parseDateText, periodStart, resolveDate, dateText } from './coerce-dates.ts';
import { monthOfName } from './coerce-months.ts';
import type { Mapping } from './map-columns.ts';
import { datesOf, type HeadPlace } from './recognise-across.ts';
import { hitsOf } from './recognise-aliases.ts';
import { share, type ColumnShape } from './recognise-shapes.ts';

export interface WideColumn {
  column: number; // 1-based
  /** What the head says: an ISO day (first of the month) or a tag. */
  value: string;
  /** The field the head fills, where it is not the dataset's usual one. */
  headerField?: string;
  /** 1-based column that says whether the value counts. */
  quality?: number;
}

/** A month or period head: the first day, or the month alone when the year must come from elsewhere. */
export function periodHead(text: string): { date: string } | { month: number } | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 24) return null;
  const start = periodStart(trimmed);
  if (start !== null) return { date: start };
  const parts = parseDateText(trimmed);
  if (parts && !parts.open) {
    const resolved = resolveDate(parts, null);
    if (resolved && dateText(resolved.day, null).endsWith('-01')) return { date: dateText(resolved.day, null) };
  }
  const month = monthOfName(fold(trimmed).replace(/[.\s]+$/u, ''));
  return month === null ? null : { month };
}

export function isPeriodHead(cell: Cell): boolean {
  return cell !== null && typeof cell !== 'boolean' && isPeriod(cellText(cell));
}

const isPeriod = remembering((text) => periodHead(text) !== null);

/** At least three month heads over figures; a head without a year takes the one the surroundings name. */
export function monthsAcross(shapes: readonly ColumnShape[], year: number | null): WideColumn[] | 'year-missing' | null {
  const found: WideColumn[] = [];
  let months = 0;
  for (const shape of shapes) {
    const head = periodHead(shape.header);
    if (head === null || (shape.filled > 0 && share(shape, 'number') < 0.5)) continue;
    if ('date' in head) found.push({ column: shape.column, value: head.date });
    else if (year !== null) found.push({ column: shape.column, value: isoDate(year, head.month, 1) });
    months += 1;
  }
  if (months < 3) return null;
  return found.length === months ? found : 'year-missing';
}

/** Days or weeks across: a run of neighbouring columns, all other heads are names. */
export function daysAcross(shapes: readonly ColumnShape[], place: HeadPlace): WideColumn[] | 'year-missing' | null {
  for (let from = 0; from + 3 <= shapes.length; from += 1) {
    // Totals behind the run are no days.
    for (let to = shapes.length; to >= Math.max(from + 3, shapes.length - 4); to -= 1) {
      const run = shapes.slice(from, to);
      const dates = datesOf(
        run.map(({ header }) => header),
        place,
      );
      if (dates === null) continue;
      return dates === 'year-missing' ? dates : run.flatMap(({ column }, index) => (dates[index] === undefined ? [] : [{ column, value: dates[index] }]));
    }
    if (from > 12) return null;
  }
  return null;
}

/** The year of months without one: what the surroundings name, else a year column that says the same in every row. */
export function yearOf(near: readonly string[], shapes: readonly ColumnShape[]): number | null {
  return yearNear(near) ?? yearColumn(shapes);
}

function yearColumn(shapes: readonly ColumnShape[]): number | null {
  const shape = shapes.find((one) => one.distinct === 1 && hitsOf(one.header).some(({ field }) => field === 'fiscalYear'));
  const year = /^(?:19|20)\d{2}$/u.exec(shape?.samples[0]?.raw.trim() ?? '')?.[0];
  return year === undefined ? null : Number(year);
}

// The one year the title rows, the sheet or the file name speak of; null when there is none or more than one.
function yearNear(texts: readonly string[]): number | null {
  const years = new Set<number>();
  for (const text of texts) for (const match of text.matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)) years.add(Number(match[1]));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

/** The mapping of a dataset without its value field, completed by months across. */
export function withMonths(dataset: Dataset, mapping: Mapping, wide: readonly WideColumn[]): Mapping {
  const across = new Set(wide.map(({ column }) => column));
  const taken = new Set([dataset.wide?.headerField, dataset.wide?.valueField]);
  return { ...mapping, columns: mapping.columns.filter(({ column, field }) => !across.has(column) && !taken.has(field.name)) };
}
