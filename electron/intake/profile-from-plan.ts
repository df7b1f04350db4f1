/**
 * A profile made from a mapping by hand. It carries what belongs to the layout; what was typed for this one file (a date, a period)
 * stays behind and is asked again, so that next month's file can't be booked into this month.
 */
import { datasetNamed } from '../../shared/areas/catalog.ts';
import { Fault } from '../../shared/faults.ts';
import type { Profile, TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { fold } from '../../shared/kit/fold.ts';
import { columnsByKey, keysOf } from './match-profile.ts';
import { periodHead } from './recognise-wide.ts';

const ofOneFile = new Set(['period', 'fiscalYear']);

/** The profile of a plan over the table it was made for, on top of the profile (`base`) the headers have already. Fault bad-input when too little would tell the layout from others. */
export function profileFrom(plan: TablePlan, report: TableReport, as: { name: string; base: Profile | null }): Omit<Profile, 'id'> {
  const { name, base } = as;
  const dataset = datasetNamed(plan.dataset);
  if (!dataset) throw new Fault('bad-input', `There is no dataset “${plan.dataset}”; choose one for the table before saving.`);
  const fieldTypes = new Map(dataset.fields.map((field) => [field.name, field.type] as const));
  const lasting = (field: string): boolean => !ofOneFile.has(field) && fieldTypes.get(field) !== 'date' && fieldTypes.get(field) !== 'timestamp';
  const { normal: keys } = columnsByKey(report.columns);
  const fields = new Map(plan.columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const])));
  const heads = new Map(report.columns.map(({ column, header }) => [column, header] as const));
  // months across change from file to file; the layout finds them again by itself
  const across = (column: number): boolean => {
    const mapped = fields.get(column);
    return dataset.wide?.headerField === 'date' && (mapped === undefined || mapped === dataset.wide.valueField) && periodHead(heads.get(column) ?? '') !== null;
  };
  const keyOf = new Map<number, string>();
  for (const [key, column] of keys) if (!across(column)) keyOf.set(column, key);
  const named = (column: number): string[] => {
    const key = keyOf.get(column);
    return key === undefined ? [] : [key];
  };
  if (keyOf.size < 2) {
    throw new Fault(
      'bad-input',
      `The profile “${name}”: expected at least two named columns to know the layout by, found ${String(keyOf.size)}; set the head row first.`,
    );
  }
  return {
    system: name,
    dataset: dataset.name,
    headers: [...keyOf.values()],
    columns: Object.fromEntries([...fields].flatMap(([column, field]) => named(column).map((key) => [key, field] as const))),
    constants: Object.fromEntries(Object.entries(plan.constants).filter(([field]) => lasting(field))),
    words: { ...base?.words, ...plan.words },
    dateOrder: plan.dateOrder ?? base?.dateOrder ?? null,
    confirmedOnRealFile: true,
    ...((plan.headRows ?? 1) > 1 && { headRows: plan.headRows ?? 1 }),
    ...(Object.keys(plan.constantsFrom ?? {}).length > 0 && { constantsFrom: plan.constantsFrom ?? {} }),
    ...stated('decimal', plan.decimal ?? base?.decimal ?? null),
    ...stated('missing', [...new Set([...(base?.missing ?? []), ...plan.missing])]),
    ...stated('real', [...new Set([...(base?.real ?? []), ...plan.real])]),
    ...stated('dropped', plan.dropped?.flatMap(named) ?? base?.dropped ?? []),
    ...stated('leaveOut', plan.leaveOut?.flatMap(({ column, values }) => named(column).map((header) => ({ header, values }))) ?? base?.leaveOut ?? []),
    ...stated('joined', base?.joined ?? null),
    ...stated('julian', plan.julian ?? base?.julian ?? false),
    ...stated('reversedSign', plan.reversedSign ?? base?.reversedSign ?? false),
    ...stated('source', base ? (base.source ?? base.id) : null),
  };
}

// Absent rather than empty: a profile says only what it has to say.
function stated<K extends keyof Profile>(name: K, value: Profile[K] | null): Partial<Pick<Profile, K>> {
  const isEmpty = value === null || value === false || (Array.isArray(value) && value.length === 0);
  return isEmpty ? {} : ({ [name]: value } as Pick<Profile, K>); // a computed key loses its name
}

/** What a layout is known by: its dataset and headers, in any order. */
export function fingerprint(profile: Pick<Profile, 'dataset' | 'headers'>): string {
  return JSON.stringify([profile.dataset, ...profile.headers.map((header) => keysOf(header).sort().join('|')).sort()]);
}

/** "Line 3 – daily" → "line-3-daily". */
export function slug(name: string): string {
  const plain = fold(name)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
  return plain === '' ? 'profile' : plain;
}
