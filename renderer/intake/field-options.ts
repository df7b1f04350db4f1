/** What a column or a cell can be sent to, in the order a person looks for it: the likeliest, what is still needed, the rest. */
import { datasetNamed } from '../../shared/areas/catalog.ts';
import type { ColumnReport, TablePlan } from '../../shared/intake/interpretation.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import type { DatasetFields } from '../api.ts';
import type { FieldOption } from './FieldCombobox.tsx';

/** The groups of required fields that neither a column nor a stated value answers yet. */
export function openGroups(plan: TablePlan, dataset: DatasetFields): readonly (readonly string[])[] {
  const met = new Set([
    ...plan.columns.flatMap(({ field }) => (field === null ? [] : [field])),
    ...Object.keys(plan.constants),
    ...Object.keys(plan.constantsFrom ?? {}),
    ...headedFields(plan),
  ]);
  return dataset.required.filter((names) => !names.some((name) => met.has(name)));
}

// Where several columns stand for one value each, their heads say the rest: a month, a shift, a tag.
function headedFields(plan: TablePlan): string[] {
  const wide = datasetNamed(plan.dataset)?.wide;
  if (!wide || wide.orHeads || plan.columns.filter(({ field }) => field === wide.valueField).length < 2) return [];
  return wide.headerField === 'date' || wide.headerField === 'period' ? ['date', 'period'] : [wide.headerField];
}

export function columnOptions(column: ColumnReport | undefined, plan: TablePlan, dataset: DatasetFields): FieldOption[] {
  const likely = (column?.suggestions ?? []).map(({ field }) => field);
  const listed = fieldOptions(plan, dataset, likely);
  return [...listed, { value: '', label: 'Not imported', hint: '' }];
}

/** Every field; `likely` ones first, then those still needed. */
export function fieldOptions(plan: TablePlan, dataset: DatasetFields, likely: readonly string[]): FieldOption[] {
  const needed = new Set(openGroups(plan, dataset).flat());
  const holders = new Map(plan.columns.flatMap(({ column, field }) => (field === null ? [] : [[field, column] as const])));
  const rank = (name: string): number => (likely.includes(name) ? likely.indexOf(name) - 100 : needed.has(name) ? 0 : holders.has(name) ? 2 : 1);
  return dataset.fields
    .map((field, order) => ({ field, order, rank: rank(field.name) }))
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ field }) => {
      const holder = holders.get(field.name);
      const hint = holder !== undefined ? `column ${columnLetter(holder)}` : likely.includes(field.name) ? 'likely' : needed.has(field.name) ? 'needed' : '';
      return { value: field.name, label: field.label, hint };
    });
}
