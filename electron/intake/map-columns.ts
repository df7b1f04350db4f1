/**
 * Which column feeds which field of one dataset: the plan's word first, then the profile's, then accepted headers whose values fit.
 * One column feeds one field; the closest alias wins, ties go to the earlier column and are noted.
 */
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import type { Profile, TablePlan } from '../../shared/intake/interpretation.ts';
import { parseHeader } from './headers.ts';
import { columnOf, columnsByKey } from './match-profile.ts';
import type { AliasHit } from './recognise-aliases.ts';
import { share, type ColumnShape } from './recognise-shapes.ts';

export type How = 'plan' | 'profile' | 'exact' | 'words' | 'values';

export interface MappedColumn {
  column: number; // 1-based
  field: Field;
  how: How;
  rank: number;
  /** `year`: the column only names the year of the period beside it. */
  role?: 'year';
}

export interface Mapping {
  dataset: Dataset;
  columns: MappedColumn[];
  /** Notes about columns, by column number. */
  notes: Map<number, string>;
}

export interface MappingSource {
  shapes: readonly ColumnShape[];
  hits(header: string): readonly AliasHit[];
}

/** The mapping recognition accepts for a dataset. */
export function mapByHeaders(dataset: Dataset, source: MappingSource): Mapping {
  const candidates: { shape: ColumnShape; hit: AliasHit; field: Field; order: number }[] = [];
  const notes = new Map<number, string>();
  source.shapes.forEach((shape, order) => {
    for (const hit of source.hits(shape.header)) {
      if (hit.dataset !== dataset.name) continue;
      const field = dataset.fields.find((one) => one.name === hit.field);
      if (!field) continue;
      const misfit = valuesMisfit(field, shape);
      if (misfit !== null) notes.set(shape.column, misfit);
      else candidates.push({ shape, hit, field, order });
    }
  });
  // An empty column never takes a field from one with values.
  candidates.sort((a, b) => Number(a.shape.filled === 0) - Number(b.shape.filled === 0) || a.hit.rank - b.hit.rank || a.order - b.order);
  const columns: MappedColumn[] = [];
  const takenColumns = new Set<number>();
  const takenFields = new Map<string, ColumnShape>();
  for (const { shape, hit, field } of candidates) {
    if (takenColumns.has(shape.column)) continue;
    const rival = takenFields.get(field.name);
    if (rival) {
      notes.set(shape.column, `also fits ${field.label}; “${rival.header}” is used`);
      continue;
    }
    takenColumns.add(shape.column);
    takenFields.set(field.name, shape);
    notes.delete(shape.column);
    columns.push({ column: shape.column, field, how: hit.how, rank: hit.rank });
  }
  return withYear(longHours(standIn({ dataset, columns, notes })), source);
}

/** The mapping a profile states, of the columns that are there. */
export function mapByProfile(dataset: Dataset, profile: Profile, shapes: readonly ColumnShape[]): Mapping {
  const keys = columnsByKey(shapes);
  const dropped = new Set((profile.dropped ?? []).map((header) => columnOf(header, keys)));
  const columns: MappedColumn[] = [];
  const taken = new Set<string>();
  for (const [header, name] of Object.entries(profile.columns)) {
    const column = columnOf(header, keys);
    const field = dataset.fields.find((one) => one.name === name);
    if (column === null || !field || dropped.has(column)) continue;
    // columns across all feed the value, and a year may stand beside its month; any other field has one column, the first named
    if (taken.has(name) && name !== 'period' && dataset.wide?.valueField !== name) continue;
    taken.add(name);
    columns.push({ column, field, how: 'profile', rank: 0 });
  }
  return { dataset, columns, notes: new Map() };
}

/** The mapping a person decided. */
export function mapByPlan(dataset: Dataset, plan: TablePlan): Mapping {
  const columns: MappedColumn[] = [];
  for (const { column, field: name } of plan.columns) {
    const field = dataset.fields.find((one) => one.name === name);
    if (field) columns.push({ column, field, how: 'plan', rank: 0 });
  }
  return { dataset, columns, notes: new Map() };
}

/** Whether a column holds any value. */
export function filledColumns(shapes: readonly ColumnShape[]): (column: number) => boolean {
  const filled = new Set(shapes.filter((shape) => shape.filled > 0).map((shape) => shape.column));
  return (column) => filled.has(column);
}

/** Fields of `requires` that neither a column with values nor a constant satisfies; one list per unmet group. */
export function unmet(mapping: Mapping, given: { filled: (column: number) => boolean; constants: ReadonlySet<string> }): string[][] {
  const present = new Set(mapping.columns.filter(({ column }) => given.filled(column)).map(({ field }) => field.name));
  return mapping.dataset.requires
    .filter((group) => !group.some((name) => present.has(name) || given.constants.has(name) || hasFallback(mapping.dataset, name)))
    .map((group) => [...group]);
}

function hasFallback(dataset: Dataset, name: string): boolean {
  return dataset.fields.some((field) => field.name === name && field.fallback !== undefined);
}

/** Why a column's values can't be this field; null when they can. Rare bad cells are for validation, not for mapping. */
export function valuesMisfit(field: Field, shape: ColumnShape): string | null {
  if (shape.filled === 0) return null;
  const say = (what: string): string => `looks like ${field.label} by its name, but most values are no ${what}`;
  switch (field.type) {
    case 'date':
    case 'timestamp':
      return share(shape, 'date') < 0.5 ? say('dates') : null;
    case 'count':
    case 'number':
    case 'money':
      return share(shape, 'number') < 0.5 || mostlyDates(shape) ? say('figures') : null;
    case 'duration':
      return share(shape, 'duration') < 0.5 || mostlyDates(shape) ? say('durations') : null;
    case 'code':
    case 'text':
    case 'word':
      return mostlyDates(shape) && field.name !== 'period' && field.name !== 'fiscalYear' && field.name !== 'account' ? say('texts') : null;
    case 'boolean':
      return null;
  }
}

function mostlyDates(shape: ColumnShape): boolean {
  return shape.filled > 0 && shape.numbers < shape.filled * 0.5 && share(shape, 'date') > 0.8;
}

// A required field without a column of its own may take that of its nearest relative (a name where no number exists).
function standIn(mapping: Mapping): Mapping {
  for (const [wanted, from] of Object.entries(mapping.dataset.standIns ?? {})) {
    if (mapping.columns.some(({ field }) => field.name === wanted)) continue;
    const field = mapping.dataset.fields.find((one) => one.name === wanted);
    const donor = mapping.columns.find((mapped) => mapped.field.name === from);
    if (!field || !donor) continue;
    mapping.notes.set(donor.column, `used as ${field.label}: the file has no column of its own for it`);
    donor.field = field;
  }
  return mapping;
}

// One hours column beside a pay code holds hours of any kind: the code says which.
function longHours(mapping: Mapping): Mapping {
  if (mapping.dataset.name !== 'staffing.timecards') return mapping;
  const has = (name: string): boolean => mapping.columns.some(({ field }) => field.name === name);
  const hours = mapping.dataset.fields.find(({ name }) => name === 'hours');
  const regular = mapping.columns.find(({ field }) => field.name === 'regularHours');
  if (hours && regular && has('payCode') && !has('hours') && !has('overtimeHours') && !has('absenceHours')) regular.field = hours;
  return mapping;
}

// "Year" and "Month" in two columns make one period.
function withYear(mapping: Mapping, source: MappingSource): Mapping {
  const period = mapping.columns.find(({ field }) => field.name === 'period');
  if (!period || mapping.columns.some(({ field }) => field.name === 'fiscalYear')) return mapping;
  const taken = new Set(mapping.columns.map(({ column }) => column));
  const year = source.shapes.find(
    (shape) => !taken.has(shape.column) && shape.filled > 0 && source.hits(shape.header).some((hit) => hit.field === 'fiscalYear'),
  );
  if (year) mapping.columns.push({ column: year.column, field: period.field, how: 'words', rank: 0, role: 'year' });
  return mapping;
}

/** The unit of a header in milliseconds, else the field's own. */
export function durationUnitOf(header: string, field: Field): number {
  const unit = parseHeader(header).unit;
  if (unit?.kind === 'time') return unit.ms;
  switch (field.unit ?? 'h') {
    case 's':
      return 1_000;
    case 'min':
      return 60_000;
    case 'h':
      return 3_600_000;
    case 'd':
      return 86_400_000;
  }
}
