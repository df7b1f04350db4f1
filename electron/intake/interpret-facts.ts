/** The row loop: cells to storage values, derived figures, checks, totals. Rejected rows are counted and named, never half taken. */
import { cellText, type Cell, type Row } from '../../shared/intake/cells.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import type { FactBlock } from '../../shared/intake/interpretation.ts';
import { Misread, readClock, type CellReader, type StoredValue } from './coerce-fields.ts';
import { isBlank } from './find-tables-cells.ts';
import type { WideColumn } from './recognise-wide.ts';
import type { ProblemList } from './validate-problems.ts';
import { checkRow, derive, Draft } from './validate-rows.ts';
import { RunningSums, SumsApart } from './running-sums.ts';
import { TableChecks } from './validate.ts';

const blockRows = 2_000;

export interface FactColumn {
  column: number; // 1-based
  field: Field;
  read: CellReader;
  /** The column holds the clock of a date beside it. */
  clockOnly: boolean;
  /** The column only names the year of the period beside it. */
  yearOnly: boolean;
}

export interface FactPlan {
  dataset: Dataset;
  columns: readonly FactColumn[];
  /** field → storage value for the whole file. */
  constants: ReadonlyMap<string, StoredValue>;
  wide: readonly (WideColumn & { read: CellReader })[];
  table: number;
  withRows: boolean;
  /** Texts of quality columns whose samples don't count. */
  badQuality?: ReadonlySet<string>;
  /** Required fields the table has no column for: asked once for the table, not once a row. */
  unasked: ReadonlySet<string>;
}

export interface FactResult {
  blocks: FactBlock[];
  read: number;
  rejectedRows: number[];
  /** Storage units, accepted rows. */
  sums: Map<string, number>;
  tagSums: Map<string, number>;
  period: { from: string; to: string } | null;
  unknownWords: { field: string; text: string; count: number }[];
  /** Rows without a number of their own. */
  unnamed: number;
  checks: TableChecks;
}

export class FactBuilder {
  private readonly plan: FactPlan;
  private readonly problems: ProblemList;
  private readonly at: ReadonlyMap<string, number>;
  private readonly fields: string[];
  private readonly blocks: FactBlock[] = [];
  private readonly rejectedRows: number[] = [];
  private readonly sums = new RunningSums();
  private readonly tagSums = new RunningSums();
  private readonly words = new Map<string, { field: string; text: string; count: number; row: number; column: number }>();
  private readonly checks: TableChecks;
  private readonly keyTexts: readonly Field[];
  private readonly measures: readonly Field[];
  private readonly perSums = new SumsApart();
  private from: string | null = null;
  private to: string | null = null;
  private readCount = 0;
  private unnamed = 0;
  private readonly poor = { count: 0, row: 0, column: 0 };

  constructor(plan: FactPlan, problems: ProblemList) {
    this.plan = plan;
    this.problems = problems;
    this.fields = plan.dataset.fields.map(({ name }) => name);
    this.at = new Map(this.fields.map((name, index) => [name, index] as const));
    this.checks = new TableChecks(plan.dataset);
    this.keyTexts = plan.dataset.fields.filter(
      (field) => plan.dataset.key.includes(field.name) && (field.type === 'code' || field.type === 'text' || field.type === 'word'),
    );
    this.measures = plan.dataset.fields.filter((field) => field.measure);
  }

  /** Takes one source row in: whole, also where a layout made several rows of it. */
  take(...parts: readonly Row[]): void {
    this.readCount += 1;
    const drafts = parts.map((row) => ({ row, drafts: this.draftsOf(row) }));
    const [first] = parts;
    if (first && drafts.some((one) => one.drafts === null)) {
      this.rejectedRows.push(first.number);
      return;
    }
    for (const one of drafts) for (const { draft, column } of one.drafts ?? []) this.accept(draft, one.row, column);
  }

  finish(): FactResult {
    for (const word of this.words.values()) {
      this.problems.addMany('unknown-word', word.count, {
        place: { row: word.row, column: word.column, field: word.field },
        saying: { expected: `a word known for ${word.field}`, found: word.text, fix: 'Say once what this word means; the answer is remembered.' },
      });
    }
    if (this.poor.count > 0) {
      this.problems.addMany('part-left-out', this.poor.count, {
        place: { row: this.poor.row, column: this.poor.column, field: 'value' },
        saying: {
          expected: 'samples of good quality',
          found: `${String(this.poor.count)} samples of another quality`,
          fix: 'They are left out: a bad sample never counts in an average.',
        },
      });
    }
    return {
      blocks: this.blocks,
      read: this.readCount,
      rejectedRows: this.rejectedRows,
      sums: this.perSums.without(this.sums.all()),
      tagSums: new Map([...this.tagSums.all(), ...this.perSums.all()]),
      period: this.from !== null && this.to !== null ? { from: this.from, to: this.to } : null,
      unknownWords: [...this.words.values()].map(({ field, text, count }) => ({ field, text, count })).sort((a, b) => b.count - a.count),
      unnamed: this.unnamed,
      checks: this.checks,
    };
  }

  private draftsOf(row: Row): { draft: Draft; column: number | null }[] | null {
    if (this.isPoor(row, this.plan.columns.find(({ field }) => field.name === 'quality')?.column)) return [];
    const base = new Draft(this.at);
    const sound = this.readCells(row, base);
    const headerField = this.plan.dataset.wide?.headerField;
    const valueField = this.plan.dataset.wide?.valueField;
    if (this.plan.wide.length === 0 || headerField === undefined || valueField === undefined)
      return sound && this.complete(base, row) ? [{ draft: base, column: null }] : null;
    const drafts: { draft: Draft; column: number }[] = [];
    let whole = sound;
    for (const wide of this.plan.wide) {
      const cell = row.cells[wide.column - 1] ?? null;
      if (isBlank(cell) || this.isPoor(row, wide.quality)) continue;
      const value = this.valueOf(cell, { read: wide.read, row, column: wide.column, field: valueField });
      if (value === undefined) whole = false;
      if (value === undefined || value === null) continue;
      const draft = new Draft(this.at);
      base.values.forEach((one, index) => (draft.values[index] = one));
      draft.year = base.year;
      const own = headerField === 'tag' ? base.text(headerField) : null;
      draft.set(wide.headerField ?? headerField, own === null ? wide.value : `${own}/${wide.value}`);
      draft.set(valueField, value);
      if (wide.quality !== undefined) draft.set('quality', cellText(row.cells[wide.quality - 1] ?? null).trim());
      drafts.push({ draft, column: wide.column });
    }
    if (drafts.length === 0 && whole) return this.complete(base, row, new Set([headerField, valueField])) ? [] : null;
    return whole && drafts.every(({ draft }) => this.complete(draft, row)) ? drafts : null;
  }

  private isPoor(row: Row, column: number | undefined): boolean {
    const bad = this.plan.badQuality;
    if (column === undefined || !bad || bad.size === 0) return false;
    if (!bad.has(cellText(row.cells[column - 1] ?? null).trim())) return false;
    if (this.poor.count === 0) Object.assign(this.poor, { row: row.number, column });
    this.poor.count += 1;
    return true;
  }

  private readCells(row: Row, draft: Draft): boolean {
    let sound = true;
    for (const [field, value] of this.plan.constants) draft.set(field, value);
    for (const { column, field, read, clockOnly, yearOnly } of this.plan.columns) {
      const cell = row.cells[column - 1] ?? null;
      if (clockOnly) {
        addClock(draft, field.name, cell);
        continue;
      }
      if (yearOnly) {
        draft.year = Number(/(?:19|20)\d{2}/u.exec(cellText(cell))?.[0] ?? Number.NaN);
        continue;
      }
      const value = this.valueOf(cell, { read, row, column, field: field.name });
      if (value === undefined) sound = false;
      else if (value !== null || !this.plan.constants.has(field.name)) draft.set(field.name, value);
    }
    return sound;
  }

  // undefined: the cell is wrong and has been reported.
  private valueOf(cell: Cell, at: { read: CellReader; row: Row; column: number; field: string }): StoredValue | undefined {
    const value = at.read(cell);
    if (!(value instanceof Misread)) return value;
    const found = cellText(cell);
    if (value.code === 'unknown-word') {
      const key = `${at.field}\u0001${found.trim().toLowerCase()}`;
      const known = this.words.get(key);
      if (known) known.count += 1;
      else this.words.set(key, { field: at.field, text: found.trim(), count: 1, row: at.row.number, column: at.column });
    } else {
      this.problems.add(value.code, { row: at.row.number, column: at.column, field: at.field }, { expected: value.expected, found, fix: value.fix });
    }
    return undefined;
  }

  private complete(draft: Draft, row: Row, ignored: ReadonlySet<string> = new Set()): boolean {
    derive(this.plan.dataset, draft);
    let sound = true;
    for (const problem of checkRow(this.plan.dataset, draft)) {
      if (problem.code === 'missing-value' && problem.field !== null && (ignored.has(problem.field) || this.plan.unasked.has(problem.field))) continue;
      const column = this.plan.columns.find(({ field }) => field.name === problem.field)?.column ?? null;
      this.problems.add(problem.code, { row: row.number, column, field: problem.field }, problem);
      if (problem.code !== 'good-over-total') sound = false;
    }
    const twice = this.checks.repeatedKey(draft);
    if (twice !== null) {
      const column = this.plan.columns.find(({ field }) => field.name === twice.field)?.column ?? null;
      this.problems.add(
        'duplicate-key',
        { row: row.number, column, field: twice.field },
        { expected: 'each key once', found: twice.key, fix: 'Keep one of the rows with this key.' },
      );
      sound = false;
    }
    return sound;
  }

  private accept(draft: Draft, row: Row, column: number | null): void {
    for (const field of this.keyTexts) if (draft.get(field.name) === null) draft.set(field.name, field.fallback ?? '');
    for (const field of this.plan.dataset.fields) {
      if (field.fallback !== undefined && draft.get(field.name) === null)
        draft.set(field.name, field.type === 'number' ? Number(field.fallback) : field.fallback);
    }
    this.checks.add(draft);
    const { keyWithout } = this.plan.dataset;
    if (keyWithout?.key === 'content' && draft.text(keyWithout.field) === null) this.unnamed += 1;
    if (this.plan.dataset.name === 'maintenance.assets' && draft.get('asset') === '') this.unnamed += 1;
    this.sum(draft);
    this.span(draft);
    if (this.plan.withRows) this.keep(draft, row, column);
  }

  private sum(draft: Draft): void {
    for (const { name, per } of this.measures) {
      const value = draft.number(name);
      if (value === null) continue;
      this.sums.add(name, value);
      if (per !== undefined) this.perSums.add(name, draft.text(per) ?? '', value);
    }
    if (this.plan.dataset.name !== 'readings.points') return;
    const [tag, value] = [draft.text('tag'), draft.number('value')];
    if (tag !== null && value !== null) this.tagSums.add(tag, value);
  }

  private span(draft: Draft): void {
    const { dateField } = this.plan.dataset;
    const date = dateField === null ? null : draft.text(dateField)?.slice(0, 10);
    if (date === null || date === undefined) return;
    if (this.from === null || date < this.from) this.from = date;
    if (this.to === null || date > this.to) this.to = date;
  }

  private keep(draft: Draft, row: Row, column: number | null): void {
    let block = this.blocks.at(-1);
    if (!block || block.sourceRows.length >= blockRows) {
      block = { table: this.plan.table, fields: this.fields, sourceRows: [], sourceColumns: column === null ? null : [], values: this.fields.map(() => []) };
      this.blocks.push(block);
    }
    block.sourceRows.push(row.number);
    if (column !== null) block.sourceColumns?.push(column);
    draft.values.forEach((value, index) => block.values[index]?.push(value));
  }
}

function addClock(draft: Draft, field: string, cell: Cell): void {
  const date = draft.text(field);
  const clock = readClock(cell);
  if (date === null || clock === null) return;
  const seconds = Math.floor(clock / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = seconds >= 86_400 ? new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) : date.slice(0, 10);
  const rest = seconds % 86_400;
  draft.set(field, `${day}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`);
}
