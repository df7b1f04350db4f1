/** Columns across as a plan or a profile states them: each head is a value of its own. */
import { Fault } from '../../shared/faults.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import type { Dataset } from '../../shared/intake/dataset.ts';
import { isoDate } from '../../shared/kit/iso-date.ts';
import type { Mapping } from './map-columns.ts';
import type { ColumnShape } from './recognise-shapes.ts';
import { periodHead, type WideColumn } from './recognise-wide.ts';

/** Several columns sent to the value field are columns across. Fault needs-mapping when one's head names no month with a year. */
export function columnsAcross(dataset: Dataset, mapping: Mapping, given: { shapes: readonly ColumnShape[]; year: number | null }): WideColumn[] {
  const { wide } = dataset;
  if (!wide) return [];
  const values = mapping.columns.filter(({ field }) => field.name === wide.valueField);
  const headed = mapping.columns.some(({ field }) => field.name === wide.headerField);
  const alone = values.length === 1 ? (given.shapes.find(({ column }) => column === values[0]?.column)?.header ?? '') : null;
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

/** Of two columns sent to the period, the one of years only names its year. */
export function markYear(mapping: Mapping, shapes: readonly ColumnShape[]): void {
  const periods = mapping.columns.filter(({ field }) => field.name === 'period');
  if (periods.length < 2) return;
  const year = periods.find(({ column }) => shapes.find((shape) => shape.column === column)?.samples.every(({ raw }) => /^(?:19|20)\d{2}$/u.test(raw.trim())));
  if (year) year.role = 'year';
}
