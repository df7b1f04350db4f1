/** What a person decided for a table, as a recognition: their columns, their columns across, and what is still missing. */
import { catalog } from '../../shared/areas/catalog.ts';
import { Fault } from '../../shared/faults.ts';
import type { InterpretRequest, TablePlan } from '../../shared/intake/interpretation.ts';
import type { FoundTable } from './found-table.ts';
import type { Layout } from './interpret-layout.ts';
import { mapByPlan, unmet } from './map-columns.ts';
import type { Recognition } from './recognition.ts';
import type { ColumnShape } from './recognise-shapes.ts';
import { columnsAcross, markYear } from './map-across.ts';
import { monthNear } from './recognise-across.ts';
import { yearOf } from './recognise-wide.ts';

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
  const wide = columnsAcross(dataset, mapping, {
    shapes: given.shapes,
    year,
    month: monthNear([...given.table.titles, given.table.sheetName, given.request.fileName]),
  });
  markYear(mapping, given.shapes);
  const constants = new Set([
    ...Object.keys(plan.constants),
    ...Object.keys(plan.constantsFrom ?? {}),
    ...Object.keys(given.table.stated),
    ...Object.keys(given.request.constants),
  ]);
  if (wide.length > 0 && dataset.wide) [wide[0]?.headerField ?? dataset.wide.headerField, dataset.wide.valueField].forEach((name) => constants.add(name));
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
