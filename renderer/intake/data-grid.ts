/** A page of stored rows as a grid: columns that hold something, values as the wire has them, every cell traceable. */
import type { Grid, GridColumn, GridRow } from '../../shared/areas/view.ts';
import type { StoredDataset, StoredPage } from '../api.ts';
import { countOf, formatDay, formatNumber } from '../ui/format.ts';

type Column = StoredDataset['columns'][number];
type Row = StoredPage['rows'][number];

const leastShown = 4;

export function gridOfRows(dataset: StoredDataset, page: StoredPage): Grid {
  const filled = dataset.columns.filter((column) => page.rows.some((row) => hasValue(row.cells[column.field])));
  const shown = filled.length >= leastShown ? filled : dataset.columns.slice(0, Math.max(leastShown, filled.length));
  const hidden = dataset.columns.length - shown.length;
  const places: GridColumn[] = [columnOf({ field: placeField, label: 'From', type: 'text', unit: null }, '')];
  return {
    key: `data.${dataset.dataset}`,
    title: dataset.label,
    caption: '',
    columns: [...shown.map((column) => ({ ...columnOf(column, page.currency), decimals: decimalsOf(column, page) })), ...places],
    rows: page.rows.map((row) => rowOf(dataset, row, shown)),
    footnotes: [
      `${rangeText(page)} of ${countOf(page.count, 'row')}`,
      ...(hidden > 0 ? [`${countOf(hidden, 'column')} without a value here ${hidden === 1 ? 'is' : 'are'} left out`] : []),
      'Click a cell to see where it came from',
    ],
  };
}

/** The column that names file and row; no field of any dataset has this name. */
export const placeField = 'from file';

export function rangeText({ page, size, rows }: StoredPage): string {
  if (rows.length === 0) return 'No rows';
  return `Rows ${formatNumber(page * size + 1, 0)} – ${formatNumber(page * size + rows.length, 0)}`;
}

function columnOf(column: Column, currency: string): GridColumn {
  const isFigure = figures.has(column.type);
  return {
    field: column.field,
    label: column.label,
    kind: isFigure ? 'number' : 'code',
    unit: column.type === 'money' ? currency : (column.unit ?? ''),
    decimals: 0,
    group: '',
    width: widthOf(column),
    wideOnly: false,
    effectField: null,
  };
}

// Whole figures stay whole; amounts have their cents on every page.
function decimalsOf({ field, type }: Column, { rows }: StoredPage): number {
  if (type === 'money') return 2;
  const values = rows.flatMap(({ cells }) => (typeof cells[field] === 'number' ? [cells[field]] : []));
  return values.every((value) => Number.isInteger(value)) ? 0 : type === 'duration' ? 2 : 3;
}

const figures: ReadonlySet<Column['type']> = new Set(['count', 'number', 'money', 'duration']);

function widthOf({ type, field, label }: Column): number {
  const least = Math.min(160, 28 + label.length * 6);
  if (field === placeField) return 200;
  if (type === 'text') return Math.max(160, least);
  if (type === 'timestamp') return Math.max(164, least);
  return Math.max(type === 'date' ? 124 : 92, least);
}

function rowOf(dataset: StoredDataset, row: Row, shown: readonly Column[]): GridRow {
  const place = `${row.file}${row.sheet === '' ? '' : `, ${row.sheet}`}, row ${String(row.row)}`;
  const input = { dataset: dataset.dataset };
  return {
    key: row.key,
    kind: 'leaf',
    parent: null,
    cells: { ...Object.fromEntries(shown.map((column) => [column.field, shownValue(column, row.cells[column.field] ?? null)] as const)), [placeField]: place },
    effects: {},
    trace: Object.fromEntries(shown.map(({ field }) => [field, { procedure: 'datasets.rows', input, key: row.key, field }] as const)),
  };
}

// Nothing is shown as nothing: a stored row has no “not available”.
function shownValue(column: Column, value: string | number | boolean | null): string | number {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value;
  if (column.type === 'date' && value !== '') return formatDay(value);
  return column.type === 'timestamp' ? `${formatDay(value.slice(0, 10))} ${value.slice(11, 16)}` : value;
}

function hasValue(value: string | number | boolean | null | undefined): boolean {
  return value !== null && value !== undefined && value !== '';
}
