/** A plan begins as what was recognised and changes by one answer at a time. Pure. */
import type { TablePlan, TableReport } from '../../shared/intake/interpretation.ts';

export function planFrom(report: TableReport): TablePlan {
  return {
    sheet: report.sheet,
    headerRow: report.headerRow,
    dataset: report.dataset ?? '',
    columns: report.columns.map(({ column, field }) => ({ column, field })),
    constants: {},
    words: {},
    dateOrder: report.dateOrder,
    decimal: null,
    missing: [],
    real: [],
  };
}

/** A column speaks for a field; a field is taken from one column only. */
export function withField(plan: TablePlan, column: number, field: string | null): TablePlan {
  return {
    ...plan,
    columns: plan.columns.map((one) => (one.column === column ? { column, field } : one.field === field && field !== null ? { ...one, field: null } : one)),
  };
}

/** Another dataset has other fields: every column asks again. */
export function withDataset(plan: TablePlan, dataset: string): TablePlan {
  return dataset === plan.dataset ? plan : { ...plan, dataset, columns: plan.columns.map(({ column }) => ({ column, field: null })), constants: {}, words: {} };
}

export function withConstant(plan: TablePlan, field: string, value: string): TablePlan {
  const { [field]: _old, ...others } = plan.constants;
  return { ...plan, constants: value === '' ? others : { ...others, [field]: value } };
}

export function withWord(plan: TablePlan, answer: { field: string; text: string; word: string }): TablePlan {
  return { ...plan, words: { ...plan.words, [answer.field]: { ...plan.words[answer.field], [answer.text.toLowerCase()]: answer.word } } };
}

export function withSentinel(plan: TablePlan, text: string, meaning: 'missing' | 'real'): TablePlan {
  const without = (list: readonly string[]) => list.filter((one) => one !== text);
  return {
    ...plan,
    missing: meaning === 'missing' ? [...without(plan.missing), text] : without(plan.missing),
    real: meaning === 'real' ? [...without(plan.real), text] : without(plan.real),
  };
}
