/** Columns across as a plan or a profile states them: each head is a value of its own. */
import { Fault } from '../../shared/faults.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import type { Dataset } from '../../shared/intake/dataset.ts';
import { isoDate } from '../../shared/kit/iso-date.ts';
import type { MappedColumn, Mapping } from './map-columns.ts';
import { datesOf } from './recognise-across.ts';
import type { ColumnShape } from './recognise-shapes.ts';
import { periodHead, type WideColumn } from './recognise-wide.ts';

export interface AcrossPlace {
  shapes: readonly ColumnShape[];
  year: number | null;
  /** The month the titles name, as the ISO day of its first. */
  month?: string | null;
}

/** Several columns sent to the value field are columns across. Fault needs-mapping when one's head names no month with a year. */
export function columnsAcross(dataset: Dataset, mapping: Mapping, given: AcrossPlace): WideColumn[] {
  const { wide } = dataset;
  if (!wide) return [];
  const values = mapping.columns.filter(({ field }) => field.name === wide.valueField);
  const headed = mapping.columns.some(({ field }) => field.name === wide.headerField);
  const alone = values.length === 1 ? (given.shapes.find(({ column }) => column === values[0]?.column)?.header ?? '') : null;
  const others = values.length > 1 ? otherHeads(dataset, mapping, { values, shapes: given.shapes, near: given }) : null;
  if (others) return others;
  if (values.length === 0 || (alone !== null && (headed || (wide.headerField === 'date' && periodHead(alone) === null)))) return [];
  return values.flatMap(({ column }) => {
    const header = given.shapes.find((shape) => shape.column === column)?.header ?? '';
    if (wide.headerField !== 'date') return [{ column, value: header }];
    const head = periodHead(header);
    if (head && 'date' in head) return [{ column, value: head.date }];
    if (head && given.year !== null) return [{ column, value: isoDate(given.year, head.month, 1) }];
    throw new Fault(
      'needs-mapping',
      `Column ${columnLetter(column)} (“${header}”) is mapped to ${wide.valueField} across, but its head names no month with a year; add the year to the sheet’s title, or leave the column out.`,
    );
  });
}

// Heads that are days or weeks, or names of what the table has no column for.
function otherHeads(
  dataset: Dataset,
  mapping: Mapping,
  at: { values: readonly MappedColumn[]; shapes: readonly ColumnShape[]; near: AcrossPlace },
): WideColumn[] | null {
  const heads = at.values.map(({ column }) => at.shapes.find((shape) => shape.column === column)?.header ?? '');
  if (dataset.wide?.headerField !== 'date' || heads.every((head) => periodHead(head) !== null)) return null;
  const dates = datesOf(heads, { year: at.near.year, month: at.near.month ?? null });
  if (dates === 'year-missing') {
    throw new Fault(
      'needs-mapping',
      `The columns across (“${heads[0] ?? ''}” …) name no month or year; add it to the sheet’s title, or leave the columns out.`,
    );
  }
  if (dates) return at.values.flatMap(({ column }, index) => (dates[index] === undefined ? [] : [{ column, value: dates[index] }]));
  const dated = mapping.columns.some(({ field }) => field.name === 'date');
  const open = dataset.wide.orHeads?.find((name) => !mapping.columns.some(({ field }) => field.name === name));
  if (!dated || open === undefined) return null;
  return at.values.map(({ column }, index) => ({ column, value: (heads[index] ?? '').replace(/\s+/gu, ' ').trim(), headerField: open }));
}

/** Of two columns sent to the period, the one of years only names its year. */
export function markYear(mapping: Mapping, shapes: readonly ColumnShape[]): void {
  const periods = mapping.columns.filter(({ field }) => field.name === 'period');
  if (periods.length < 2) return;
  const year = periods.find(({ column }) => shapes.find((shape) => shape.column === column)?.samples.every(({ raw }) => /^(?:19|20)\d{2}$/u.test(raw.trim())));
  if (year) year.role = 'year';
}
