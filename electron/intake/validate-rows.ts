/** What one row must hold once its cells are read: figures that follow from others, required values, and values that contradict. */
import type { Dataset } from '../../shared/intake/dataset.ts';
import { isoDate } from '../../shared/kit/iso-date.ts';
import { periodStart } from './coerce-dates.ts';
import { monthOfName } from './coerce-months.ts';
import type { StoredValue } from './coerce-fields.ts';
import type { IssueCode } from '../../shared/intake/issues.ts';
import { fold } from '../../shared/kit/fold.ts';

/** One fact in the making: storage values by field. */
export class Draft {
  readonly values: StoredValue[];
  /** The year of a period whose year stands in a column of its own. */
  year: number | null = null;
  private readonly at: ReadonlyMap<string, number>;

  constructor(at: ReadonlyMap<string, number>) {
    this.at = at;
    this.values = new Array<StoredValue>(at.size).fill(null);
  }

  get(field: string): StoredValue {
    const index = this.at.get(field);
    return index === undefined ? null : (this.values[index] ?? null);
  }

  number(field: string): number | null {
    const value = this.get(field);
    return typeof value === 'number' ? value : null;
  }

  text(field: string): string | null {
    const value = this.get(field);
    return typeof value === 'string' && value !== '' ? value : null;
  }

  set(field: string, value: StoredValue): void {
    const index = this.at.get(field);
    if (index !== undefined) this.values[index] = value;
  }
}

export interface RowProblem {
  code: IssueCode;
  field: string | null;
  expected: string;
  found: string;
  fix: string;
}

/** Fills what follows from other fields. */
export function derive(dataset: Dataset, draft: Draft): void {
  switch (dataset.name) {
    case 'budget.actuals':
      if (draft.get('amount') === null && (draft.get('debit') !== null || draft.get('credit') !== null)) {
        draft.set('amount', (draft.number('debit') ?? 0) - (draft.number('credit') ?? 0));
      }
      deriveDate(draft);
      return;
    case 'budget.lines':
      deriveDate(draft);
      return;
    case 'maintenance.assets':
      // Some registers write 0 for “has no parent”.
      if (draft.text('parent') === '0') draft.set('parent', null);
      return;
    case 'production.downtime':
      deriveMinutes(draft);
      return;
    case 'staffing.timecards':
      deriveHours(draft);
      return;
  }
}

function deriveDate(draft: Draft): void {
  const period = draft.text('period');
  if (draft.get('date') !== null || period === null) return;
  const start = periodStart(period);
  const year = draft.year ?? Number(/(?:19|20)\d{2}/u.exec(draft.text('fiscalYear') ?? '')?.[0] ?? Number.NaN);
  const number = monthOfName(fold(period).replace(/[.\s]+$/u, '')) ?? Number(/\d{1,2}$/u.exec(period)?.[0] ?? Number.NaN);
  if (start !== null) draft.set('date', start);
  else if (year >= 1900 && year <= 2099 && number >= 1 && number <= 16) draft.set('date', isoDate(year, Math.min(number, 12), 1));
}

function deriveMinutes(draft: Draft): void {
  const [start, end] = [draft.text('start'), draft.text('end')];
  if (draft.get('minutes') !== null || start === null || end === null) return;
  draft.set('minutes', Date.parse(`${end}Z`) - Date.parse(`${start}Z`));
}

// Hours without a pay code are regular hours; with one, the code says which measure they belong to.
function deriveHours(draft: Draft): void {
  const hours = draft.number('hours');
  if (hours === null) return;
  const target = measureOfPayCode(draft.text('payCode'));
  if (draft.get(target) === null) draft.set(target, hours);
}

function measureOfPayCode(payCode: string | null): string {
  if (payCode === 'overtime') return 'overtimeHours';
  return payCode === 'absenceUnplanned' || payCode === 'absencePlanned' || payCode === 'holiday' ? 'absenceHours' : 'regularHours';
}

/** What is missing or contradicts itself in one row. */
export function checkRow(dataset: Dataset, draft: Draft): RowProblem[] {
  const problems: RowProblem[] = [];
  for (const group of dataset.requires) {
    if (group.some((name) => hasValue(draft.get(name)))) continue;
    const labels = group.map((name) => dataset.fields.find((field) => field.name === name)?.label ?? name).join(' or ');
    problems.push({ code: 'missing-value', field: group[0] ?? null, expected: labels, found: 'nothing', fix: `Fill in ${labels}, or leave the row out.` });
  }
  const order = endBeforeStart(dataset, draft);
  if (order) problems.push(order);
  if (dataset.name === 'production.output') {
    const [good, total] = [draft.number('good'), draft.number('total')];
    if (good !== null && total !== null && good > total) {
      problems.push({
        code: 'good-over-total',
        field: 'good',
        expected: `at most ${String(total)}`,
        found: String(good),
        fix: 'Check which of the two counts is right.',
      });
    }
  }
  return problems;
}

function hasValue(value: StoredValue): boolean {
  return value !== null && value !== '';
}

function endBeforeStart(dataset: Dataset, draft: Draft): RowProblem | null {
  const pair = dataset.name === 'production.downtime' ? ['start', 'end'] : dataset.name === 'maintenance.workOrders' ? ['started', 'completed'] : null;
  if (!pair) return null;
  const [start, end] = [draft.text(pair[0] ?? ''), draft.text(pair[1] ?? '')];
  if (start === null || end === null) return null;
  const dayOnly = end.endsWith('T00:00:00') || start.endsWith('T00:00:00');
  const before = dayOnly ? end.slice(0, 10) < start.slice(0, 10) : end < start;
  if (!before) return null;
  return {
    code: 'end-before-start',
    field: pair[1] ?? null,
    expected: `not before ${start.replace('T', ' ')}`,
    found: end.replace('T', ' '),
    fix: 'Correct the start or the end.',
  };
}
