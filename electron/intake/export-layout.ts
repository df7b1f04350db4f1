/**
 * How this program writes its own tables: the heads of an export and of a template, and the texts in their cells. Writer and reader meet
 * here, so that an export comes back letter for letter: no value of it is ever interpreted, only read.
 */
import { catalog, datasetNamed } from '../../shared/areas/catalog.ts';
import { cellText, type Cell, type Row } from '../../shared/intake/cells.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import { beginsFormula } from '../../shared/kit/csv-text.ts';

/** Stands over the first column of an export and says what it is; its cells hold the plant. */
export function plantHead(dataset: Dataset): string {
  return `Plant (${dataset.name})`;
}

/** Over the system the rows came from: part of some keys, and names are answered apart for each. */
export const sourceHead = 'Source';

/** The head of a field: its label, with the unit where bare numbers have one. */
export function headOf(field: Field): string {
  return field.type === 'duration' ? `${field.label} (${field.unit ?? 'h'})` : field.label;
}

/** All heads of an export, in their order: plant, source, then the fields as declared. */
export function exportHeads(dataset: Dataset): string[] {
  return [plantHead(dataset), sourceHead, ...dataset.fields.map(headOf)];
}

/** Whether the store keeps “none” of a field as an empty text: codes, and what is part of a key. */
export function emptyStandsForNone({ key, keyWithout }: Dataset, field: Field): boolean {
  return field.type === 'code' || key.includes(field.name) || (Array.isArray(keyWithout?.key) && keyWithout.key.includes(field.name));
}

/** A1 of the sheet that explains a template. */
export function templateMark(dataset: Dataset): string {
  return `Plant Cockpit template: ${dataset.name}`;
}

/** What stands behind the label of a column that has to be filled. */
export const requiredMark = ' *';

export interface ExportSheet {
  dataset: Dataset;
  head: Row;
  plantColumn: number; // 0-based, as the others
  sourceColumn: number | null;
  columns: { column: number; field: Field }[];
  /** Heads that are none of ours, and fields without a column. */
  unknown: { column: number; header: string }[];
  missing: Field[];
}

/** An export of this program, when the first row of a sheet says so. */
export function exportSheet(rows: readonly Row[]): ExportSheet | null {
  const [head] = rows;
  const [first] = head?.cells ?? [];
  const name = typeof first === 'string' ? /^Plant \(([a-z]+\.[A-Za-z]+)\)$/u.exec(first.trim())?.[1] : undefined;
  const dataset = name === undefined ? null : datasetNamed(name);
  if (!head || !dataset) return null;
  const sheet: ExportSheet = { dataset, head, plantColumn: 0, sourceColumn: null, columns: [], unknown: [], missing: [] };
  const taken = new Set<string>();
  for (const [column, cell] of head.cells.entries()) {
    const header = cellText(cell).trim();
    if (column === 0 || header === '') continue;
    const field = dataset.fields.find((one) => headOf(one) === header);
    if (header === sourceHead && field === undefined && sheet.sourceColumn === null) sheet.sourceColumn = column;
    else if (field && !taken.has(field.name)) {
      taken.add(field.name);
      sheet.columns.push({ column, field });
    } else sheet.unknown.push({ column, header });
  }
  sheet.missing = dataset.fields.filter((field) => !taken.has(field.name));
  return sheet;
}

/** The dataset a template of this program is for, by its explaining sheet. */
export function templateOf(rows: readonly Row[]): Dataset | null {
  const text = cellText(rows[0]?.cells[0] ?? null).trim();
  return catalog.find((dataset) => templateMark(dataset) === text) ?? null;
}

/** The field a head of a template means, with its mark and its unit or without. */
export function fieldOfHead(dataset: Dataset, header: string): Field | null {
  const text = header.trim();
  const label = (text.endsWith(requiredMark) ? text.slice(0, -requiredMark.length) : text).toLowerCase();
  return dataset.fields.find((field) => headOf(field).toLowerCase() === label || field.label.toLowerCase() === label || field.name === text) ?? null;
}

/** The columns (1-based) of a filled template, by its first row; null when a head is not one of ours or stands there twice. */
export function templateColumns(dataset: Dataset, rows: readonly Row[]): { column: number; field: string }[] | null {
  const heads = (rows[0]?.cells ?? []).flatMap((cell, index) => (cellText(cell).trim() === '' ? [] : [{ column: index + 1, header: cellText(cell) }]));
  const columns = heads.flatMap(({ column, header }) => {
    const field = fieldOfHead(dataset, header);
    return field ? [{ column, field: field.name }] : [];
  });
  const areApart = new Set(columns.map(({ field }) => field)).size === heads.length;
  return heads.length > 0 && areApart && columns.length === heads.length ? columns : null;
}

/**
 * A text as it is written into a cell. An apostrophe in front keeps an empty text apart from no text, and its own kind apart from
 * itself; in delimited text it also keeps Excel from calculating what begins like a formula.
 */
export function guarded(text: string, isDelimited: boolean): string {
  const own = text === '' || text.startsWith("'") ? `'${text}` : text;
  return isDelimited && beginsFormula(own) ? `'${own}` : own;
}

/** A cell's text as it was before `guarded`; the reader of delimited text has taken off the guard of formulas already. */
export function unguarded(cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell !== 'string') return typeof cell === 'number' ? plainNumber(cell) : cellText(cell);
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

function plainNumber(value: number): string {
  return Number.isSafeInteger(value) ? value.toFixed(0) : String(value);
}
