/**
 * The independent model of the sequences: it keeps whole files and works out by itself, from what stands, what the store must hold.
 * It shares no code with the intake: keys, sums and marks are spelled out again.
 */
import type { Dataset } from '../../../shared/intake/dataset.ts';
import { budgetAccounts, budgetActuals } from '../../../shared/areas/budget/datasets.ts';
import { maintenanceAssets, maintenanceWorkOrders } from '../../../shared/areas/maintenance/datasets.ts';
import { productionOutput } from '../../../shared/areas/production/datasets.ts';
import { readingsPoints } from '../../../shared/areas/readings/datasets.ts';
import { staffingTimecards } from '../../../shared/areas/staffing/datasets.ts';

export type Value = string | number | null;
export type Row = Record<string, Value>;

export interface Part {
  kind: Kind;
  rows: Row[];
}

export interface File {
  content: string;
  source: string;
  parts: Part[];
  isWhole: boolean;
}

export interface Standing extends File {
  batch: number;
  isUndone: boolean;
  counts: { read: number; new: number; changed: number; same: number }[];
}

export interface Shape {
  dataset: Dataset;
  /** field → SQL column of the values a test row carries. */
  columns: Record<string, string>;
  key: (row: Row, source: string) => unknown[];
  hasWhole: boolean;
  /** The roll-ups with their dimensions and sums, worked out from a row. */
  sums: { table: string; dimensions: Record<string, (row: Row) => Value>; sums: Record<string, (row: Row, isGone: boolean) => number | null> }[];
}

const text = (value: Value | undefined): string => String(value ?? '');
const number = (name: string) => (row: Row) => (row[name] === null || row[name] === undefined ? null : Number(row[name]));
const month = (name: string) => (row: Row) => text(row[name]).slice(0, 7);
const made = (row: Row): number | null =>
  row['total'] !== null ? Number(row['total']) : row['good'] === null ? null : Number(row['good']) + Number(row['scrap'] ?? 0);
const stillOpen = ['requested', 'open', 'reopened', 'inProgress', 'onHold'];

export const shapes = {
  ledger: {
    dataset: budgetActuals,
    columns: {
      account: 'account_code',
      costCenter: 'cost_center_code',
      date: 'posting_date',
      document: 'document_code',
      line: 'document_line',
      amount: 'amount_minor',
    },
    key: (row) => (row['document'] === '' ? ['', row['account'], row['costCenter'], row['date']] : [row['document'], row['line']]),
    hasWhole: false,
    sums: [
      {
        table: 'ledger_month',
        dimensions: { month: month('date'), account_code: (row) => row['account'] ?? '', cost_center_code: (row) => row['costCenter'] ?? '' },
        sums: { amount_minor: number('amount') },
      },
      {
        table: 'ledger_account_month',
        dimensions: { month: month('date'), account_code: (row) => row['account'] ?? '' },
        sums: { amount_minor: number('amount') },
      },
    ],
  },
  orders: {
    dataset: maintenanceWorkOrders,
    columns: { order: 'order_code', title: 'title', status: 'status', type: 'work_type', created: 'created_at', dueDate: 'due_date', laborHours: 'labor_ms' },
    key: (row, source) => (row['order'] === '' ? [source, ...Object.values(row)] : [source, row['order']]),
    hasWhole: true,
    sums: [
      {
        table: 'work_order_month',
        dimensions: { month: month('created'), type_key: (row) => row['type'] ?? '', due_month: month('dueDate') },
        sums: {
          labor_ms: number('laborHours'),
          gone: (row, isGone) => (isGone && (row['status'] === null || stillOpen.includes(text(row['status']))) ? 1 : null),
        },
      },
    ],
  },
  output: {
    dataset: productionOutput,
    columns: {
      date: 'production_date',
      shift: 'shift_code',
      line: 'line_code',
      product: 'product_code',
      good: 'good_count',
      scrap: 'scrap_count',
      total: 'total_count',
    },
    key: (row) => [row['date'], row['shift'], row['line'], row['product']],
    hasWhole: false,
    sums: [
      {
        table: 'shift_output_day',
        dimensions: { day: (row) => row['date'] ?? '', shift_code: (row) => row['shift'] ?? '', line_code: (row) => row['line'] ?? '' },
        sums: { good_count: number('good'), scrap_count: number('scrap'), made_count: made },
      },
      {
        table: 'shift_output_month',
        dimensions: { month: month('date'), line_code: (row) => row['line'] ?? '' },
        sums: { good_count: number('good'), made_count: made },
      },
    ],
  },
  readings: {
    dataset: readingsPoints,
    columns: { tag: 'tag', time: 'local_time', fold: 'fold', value: 'value' },
    key: (row) => [row['tag'], row['time'], row['fold']],
    hasWhole: false,
    sums: [
      { table: 'reading_day', dimensions: { day: (row) => text(row['time']).slice(0, 10), tag: (row) => row['tag'] ?? '' }, sums: { value: number('value') } },
    ],
  },
  timecards: {
    dataset: staffingTimecards,
    columns: { employee: 'employee_code', date: 'work_date', payCode: 'pay_code', regularHours: 'regular_ms', overtimeHours: 'overtime_ms' },
    key: (row) => [row['employee'], row['date'], row['payCode']],
    hasWhole: false,
    sums: [],
  },
  assets: {
    dataset: maintenanceAssets,
    columns: { asset: 'asset_code', name: 'name', criticality: 'criticality' },
    key: (row, source) => (row['asset'] === '' ? [source, '', row['name']] : [source, row['asset']]),
    hasWhole: true,
    sums: [],
  },
  accounts: {
    dataset: budgetAccounts,
    columns: { account: 'account_code', name: 'name' },
    key: (row) => [row['account']],
    hasWhole: true,
    sums: [],
  },
} as const satisfies Record<string, Shape>;

export type Kind = keyof typeof shapes;
export const kinds = Object.keys(shapes) as Kind[]; // the keys of a literal

/** What stands for one key: the group of rows, who says it, and the whole list it is missing from. */
interface Held {
  rows: string[];
  saidBy: Map<number, Row[]>;
  goneBy: number | null;
}

export class Model {
  files: Standing[] = [];
  private known = new Map<Kind, Map<string, Held>>();

  add(file: Standing): void {
    this.files.push(file);
    this.known.clear();
  }

  undo(file: Standing): void {
    file.isUndone = true;
    this.known.clear();
  }

  clone(): Model {
    const other = new Model();
    other.files = this.files.map((file) => ({ ...file }));
    return other;
  }

  standing(): Standing[] {
    return this.files.filter((file) => !file.isUndone);
  }

  held(kind: Kind): Map<string, Held> {
    const found = this.known.get(kind) ?? this.workOut(kind);
    this.known.set(kind, found);
    return found;
  }

  private workOut(kind: Kind): Map<string, Held> {
    const shape: Shape = shapes[kind];
    const groups = new Map<string, { file: Standing; rows: Row[] }[]>();
    for (const file of this.standing()) {
      const own = new Map<string, Row[]>();
      for (const row of file.parts.filter((part) => part.kind === kind).flatMap((part) => part.rows)) {
        const key = JSON.stringify(shape.key(row, file.source));
        own.set(key, [...(own.get(key) ?? []), row]);
      }
      for (const [key, rows] of own) groups.set(key, [...(groups.get(key) ?? []), { file, rows }]);
    }
    return new Map([...groups].map(([key, sayings]) => [key, this.settled(kind, sayings)]));
  }

  private settled(kind: Kind, sayings: { file: Standing; rows: Row[] }[]): Held {
    const content = (rows: Row[]) => rows.map((row) => shown(kind, row)).sort();
    const last = sayings[sayings.length - 1];
    if (!last) throw new Error('a key nobody says');
    const rows = content(last.rows);
    const saidBy = new Map<number, Row[]>();
    // whoever said the same since the key last changed may own the rows
    for (const { file, rows: said } of [...sayings].reverse()) {
      if (JSON.stringify(content(said)) !== JSON.stringify(rows)) break;
      saidBy.set(file.batch, said);
    }
    const wholes = this.standing().filter(
      (file) => file.isWhole && file.source === last.file.source && file.batch > last.file.batch && file.parts.some((part) => part.kind === kind),
    );
    return { rows, saidBy, goneBy: wholes[0]?.batch ?? null };
  }

  /** New, changed and same rows a part will count. */
  expected(part: Part, source: string): Standing['counts'][number] {
    const shape: Shape = shapes[part.kind];
    const held = this.held(part.kind);
    const groups = new Map<string, Row[]>();
    for (const row of part.rows) {
      const key = JSON.stringify(shape.key(row, source));
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    const counts = { read: part.rows.length, new: 0, changed: 0, same: 0 };
    for (const [key, rows] of groups) {
      const before = held.get(key)?.rows;
      const after = rows.map((row) => shown(part.kind, row)).sort();
      if (!before) counts.new += rows.length;
      else if (JSON.stringify(before) === JSON.stringify(after)) counts.same += rows.length;
      else counts.changed += rows.length;
    }
    return counts;
  }

  facts(kind: Kind): string[] {
    return [...this.held(kind).values()].flatMap((held) => held.rows.map((row) => `${row} ${String(held.goneBy)}`)).sort();
  }

  sums(kind: Kind, index: number): string[] {
    const rollUp = (shapes[kind] as Shape).sums[index]; // widened: each literal has its own sums
    if (!rollUp) return [];
    const totals = new Map<string, { sums: (number | null)[]; count: number }>();
    for (const held of this.held(kind).values()) {
      for (const row of [...held.saidBy.values()][0] ?? []) {
        const bucket = JSON.stringify(Object.values(rollUp.dimensions).map((dimension) => dimension(row)));
        const total = totals.get(bucket) ?? { sums: Object.keys(rollUp.sums).map(() => null), count: 0 };
        for (const [position, value] of Object.values(rollUp.sums).entries()) {
          const found = value(row, held.goneBy !== null);
          if (found !== null) total.sums[position] = (total.sums[position] ?? 0) + found;
        }
        total.count += 1;
        totals.set(bucket, total);
      }
    }
    return [...totals].map(([bucket, total]) => `${bucket} ${JSON.stringify([...total.sums, total.count])}`).sort();
  }
}

/** A row as both sides print it. */
export function shown(kind: Kind, row: Row): string {
  return JSON.stringify(Object.keys(shapes[kind].columns).map((field) => row[field] ?? null));
}
