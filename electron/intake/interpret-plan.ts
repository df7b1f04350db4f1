/** What a person decided for a table, as a recognition: their columns, their columns across, and what is still missing. */
import { catalog } from '../../shared/areas/catalog.ts';
import { Fault } from '../../shared/faults.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import type { Dataset } from '../../shared/intake/dataset.ts';
import type { InterpretRequest, TablePlan } from '../../shared/intake/interpretation.ts';
import { isoDate } from '../../shared/kit/iso-date.ts';
import type { FoundTable } from './find-tables.ts';
import type { Layout } from './interpret-layout.ts';
import { mapByPlan, unmet, type Mapping } from './map-columns.ts';
import type { Recognition } from './recognise.ts';
import type { ColumnShape } from './recognise-shapes.ts';
import { periodHead, yearOf, type WideColumn } from './recognise-wide.ts';

export function planned(plan: TablePlan, given: { shapes: readonly ColumnShape[]; request: InterpretRequest; table: FoundTable; layout: Layout }): Recognition {
  const dataset = catalog.find(({ name }) => name === plan.dataset);
  if (!dataset)
    throw new Fault(
      'bad-input',
      `The plan names the dataset “${plan.dataset}”, which does not exist; choose one of ${catalog.map(({ name }) => name).join(', ')}.`,
    );
  const mapping = mapByPlan(dataset, plan);
  mapping.columns = mapping.columns.filter(({ column }) => !given.layout.dropped.has(column));
  const year = yearOf([...given.table.titles, given.table.sheetName, given.request.fileName], given.shapes);
  const wide = plannedWide(dataset, mapping, { shapes: given.shapes, year });
  markYear(mapping, given.shapes);
  const constants = new Set([
    ...Object.keys(plan.constants),
    ...Object.keys(plan.constantsFrom ?? {}),
    ...Object.keys(given.table.stated),
    ...Object.keys(given.request.constants),
  ]);
  if (wide.length > 0 && dataset.wide) [dataset.wide.headerField, dataset.wide.valueField].forEach((name) => constants.add(name));
  const across = new Set(wide.map(({ column }) => column));
  const narrow = { ...mapping, columns: mapping.columns.filter(({ column }) => !across.has(column)) };
  const filled = new Set(given.shapes.filter((shape) => shape.filled > 0).map(({ column }) => column));
  const missing = unmet(narrow, { filled: (column) => filled.has(column), constants });
  const names = missing.map((group) => group.map((name) => dataset.fields.find((field) => field.name === name)?.label ?? name).join(' or '));
  const question =
    missing.length === 0
      ? null
      : {
          code: 'missing-column' as const,
          sentence: `${dataset.label}: choose a column for ${names.join(' and ')}, or state it for the whole file.`,
          fields: missing.flatMap((group) => group.slice(0, 1)),
        };
  return { dataset, profile: null, mapping: narrow, wide, score: 1, reasons: ['mapped by hand'], question, how: 'plan', stated: {} };
}

// Several columns sent to the value field are columns across.
function plannedWide(dataset: Dataset, mapping: Mapping, given: { shapes: readonly ColumnShape[]; year: number | null }): WideColumn[] {
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

// Of two columns sent to the period, the one of years only names its year.
function markYear(mapping: Mapping, shapes: readonly ColumnShape[]): void {
  const periods = mapping.columns.filter(({ field }) => field.name === 'period');
  if (periods.length < 2) return;
  const year = periods.find(({ column }) => shapes.find((shape) => shape.column === column)?.samples.every(({ raw }) => /^(?:19|20)\d{2}$/u.test(raw.trim())));
  if (year) year.role = 'year';
}
