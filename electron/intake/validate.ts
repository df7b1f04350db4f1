/** Checks that need the whole table: registers name each thing once, debit ties with credit, a day has 24 hours. */
import type { Dataset } from '../../shared/intake/dataset.ts';
import type { Draft } from './validate-rows.ts';

export interface Imbalance {
  /** null: the whole table. */
  document: string | null;
  /** Minor units, debit − credit. */
  difference: number;
}

export class TableChecks {
  private readonly dataset: Dataset;
  private readonly keys = new Set<string>();
  private readonly documents = new Map<string, number>();
  private readonly hours = new Map<string, number>();
  private debits = false;
  private credits = false;

  constructor(dataset: Dataset) {
    this.dataset = dataset;
  }

  /** The key of a register row that came before; null when it is new or rows of one key may repeat. */
  repeatedKey(draft: Draft): { field: string; key: string } | null {
    const { dataset } = this;
    if (dataset.sameKey !== 'error') return null;
    const field = (dataset.requires[0] ?? []).find((name) => draft.text(name) !== null);
    const key = field === undefined ? null : draft.text(field);
    if (field === undefined || key === null) return null;
    const others = dataset.key.filter((name) => name !== field && !(dataset.requires[0] ?? []).includes(name)).map((name) => draft.text(name) ?? '');
    const whole = [field, key, ...others].join('\u0001');
    if (this.keys.has(whole)) return { field, key };
    this.keys.add(whole);
    return null;
  }

  /** Notes an accepted fact. */
  add(draft: Draft): void {
    if (this.dataset.name === 'budget.actuals') this.addEntry(draft);
    if (this.dataset.name === 'staffing.timecards') this.addHours(draft);
  }

  /** Debit and credit that differ, when the table has both: per document where documents exist, else for the whole table. */
  imbalances(): Imbalance[] {
    if (!this.debits || !this.credits) return [];
    const named = [...this.documents].filter(([document]) => document !== '');
    const groups = named.length > 0 ? [...this.documents] : [['', [...this.documents.values()].reduce((sum, value) => sum + value, 0)] as const];
    return groups.filter(([, difference]) => difference !== 0).map(([document, difference]) => ({ document: document === '' ? null : document, difference }));
  }

  /** Employee days of more than 24 hours. */
  longDays(): { employee: string; date: string; hours: number }[] {
    return [...this.hours]
      .filter(([, ms]) => ms > 24 * 3_600_000)
      .map(([key, ms]) => {
        const [employee = '', date = ''] = key.split('\u0001');
        return { employee, date, hours: ms / 3_600_000 };
      });
  }

  private addEntry(draft: Draft): void {
    const [debit, credit] = [draft.number('debit'), draft.number('credit')];
    if (debit !== null) this.debits = true;
    if (credit !== null) this.credits = true;
    const document = draft.text('document') ?? '';
    this.documents.set(document, (this.documents.get(document) ?? 0) + (debit ?? 0) - (credit ?? 0));
  }

  private addHours(draft: Draft): void {
    const date = draft.text('date');
    if (date === null) return;
    const key = `${draft.text('employee') ?? ''}\u0001${date}`;
    const hours = (draft.number('regularHours') ?? 0) + (draft.number('overtimeHours') ?? 0) + (draft.number('absenceHours') ?? 0);
    this.hours.set(key, (this.hours.get(key) ?? 0) + hours);
  }
}
