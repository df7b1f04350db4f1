/**
 * A real sample as a table of typed cells with the facts it stands for: what variants are rendered from and held against. The facts
 * are those of the untouched file, which other tests hold against the index of samples.
 */
import { datasetNamed } from '../../shared/areas/catalog.ts';
import { cellText, splitSerial, type Cell, type ReadFile } from '../../shared/intake/cells.ts';
import type { InterpretRequest, Profile, TableReport } from '../../shared/intake/interpretation.ts';
import { shippedProfiles } from '../../electron/intake/profiles.ts';
import { readBytes } from '../../electron/intake/readers/read.ts';
import { join } from 'node:path';
import { interpret, sampleByDigest, sampleBytes } from './samples.ts';
import type { Layout } from './variants-layouts.ts';

export type Typed =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  | { kind: 'day'; day: string } // 2026-11-22
  | { kind: 'moment'; day: string; clock: string }; // clock: 13:05:00

export interface Column {
  header: string;
  cells: (Typed | null)[];
}

export type Fact = Readonly<Record<string, string | number | null>>;

export interface Original {
  layout: Layout;
  columns: Column[];
  rows: number;
  facts: Fact[];
  /** Fields of the facts that come from a column. */
  mapped: ReadonlySet<string>;
}

export const profiles: readonly Profile[] = shippedProfiles(join(import.meta.dirname, '../../resources'));

const mostRows = 120;
const files = new Map<string, Promise<ReadFile>>();

export function sampleFile(digest: string): Promise<ReadFile> {
  const known = files.get(digest) ?? readBytes(sampleBytes(sampleByDigest(digest).path));
  files.set(digest, known);
  return known;
}

/** Faults: an Error when the sample itself does not come out ready, for nothing could be held against it. */
export async function originalOf(layout: Layout): Promise<Original> {
  const file = await sampleFile(layout.digest);
  const sheet = file.sheets[layout.sheet ?? 0];
  if (!sheet) throw new Error(`${layout.name}: no such sheet`);
  const whole = { ...file, sheets: [sheet] };
  const asked = requestOf(layout, {});
  const first = interpret(whole, asked).reports[0];
  if (!first) throw new Error(`${layout.name}: no table`);
  const out = interpret(whole, { ...asked, plans: layout.plan ? [planOf(layout, first)] : [] });
  const report = out.reports[0];
  if (report?.status !== 'ready' || report.dataset !== layout.dataset) {
    throw new Error(`${layout.name}: ${report?.dataset ?? '-'} ${report?.status ?? '-'}: ${report?.fault?.message ?? ''}`);
  }
  const sources = [...new Set(out.blocks.flatMap(({ sourceRows }) => sourceRows))];
  const most = layout.rows ?? mostRows;
  const step = Math.max(1, Math.floor(sources.length / most));
  const taken = new Set(sources.filter((_, index) => index % step === 0).slice(0, most));
  const rows = sheet.rows.filter(({ number }) => taken.has(number));
  return {
    layout,
    rows: rows.length,
    facts: factsOf(out.blocks, (row) => taken.has(row)),
    mapped: new Set(report.columns.flatMap(({ field }) => (field === null ? [] : [field]))),
    columns: report.columns
      .filter(({ header }) => header !== '')
      .map(({ column, header, field }) => ({
        header,
        cells: typed(
          rows.map((row) => row.cells[column - 1] ?? null),
          fieldKind(layout, field),
          layout,
        ),
      })),
  };
}

export function requestOf(layout: Pick<Layout, 'constants'>, change: Partial<InterpretRequest>): Partial<InterpretRequest> {
  return { fileName: 'export.dat', constants: { ...layout.constants }, profiles: [...profiles], ...change };
}

/** What a person decides on the table a report shows, by the layout's headers. */
export function planOf(layout: Layout, report: TableReport, titleOf: (header: string) => string = (header) => header): InterpretRequest['plans'][number] {
  const fields = new Map(Object.entries(layout.plan ?? {}).map(([header, field]) => [titleOf(header), field]));
  return {
    sheet: report.sheet,
    headerRow: report.headerRow,
    headRows: report.headRows ?? 1,
    dataset: layout.dataset,
    columns: report.columns.map(({ column, header }) => ({ column, field: fields.get(header) ?? null })),
    constants: { ...layout.constants },
    words: {},
    dateOrder: null,
    decimal: null,
    missing: [...(layout.missing ?? [])],
    real: [],
  };
}

export function factsOf(
  blocks: readonly { fields: string[]; sourceRows: number[]; values: (string | number | null)[][] }[],
  takes: (row: number) => boolean,
): Fact[] {
  return blocks.flatMap((block) =>
    block.sourceRows.flatMap((row, index) =>
      takes(row) ? [Object.fromEntries(block.fields.map((field, at) => [field, block.values[at]?.[index] ?? null]))] : [],
    ),
  );
}

type Kind = 'figure' | 'date' | 'text' | 'any';

function fieldKind(layout: Layout, field: string | null): Kind {
  if (field === null) return 'any';
  const type = datasetNamed(layout.dataset)?.fields.find(({ name }) => name === field)?.type;
  if (type === 'date' || type === 'timestamp') return 'date';
  return type === 'count' || type === 'number' || type === 'money' || type === 'duration' ? 'figure' : 'text';
}

function typed(cells: readonly Cell[], kind: Kind, layout: Layout): (Typed | null)[] {
  const read = cells.map((cell) => typedCell(cell, kind, layout));
  const filled = read.filter((cell) => cell !== null);
  // A column of nobody's is one of figures when all of it is; and codes among them stay as they are.
  const figures = filled.every((cell) => cell.kind === 'number');
  return kind === 'any' && !figures ? cells.map((cell) => typedCell(cell, 'date', layout)) : read;
}

function typedCell(cell: Cell, kind: Kind, layout: Layout): Typed | null {
  const text = cellText(cell).trim();
  if (text === '') return null;
  if (typeof cell === 'object' && cell !== null && (cell.kind === 'date' || cell.kind === 'datetime')) {
    const { date, time } = splitSerial(cell.value);
    return cell.kind === 'date' || time === '00:00:00' ? { kind: 'day', day: date } : { kind: 'moment', day: date, clock: time };
  }
  if (kind === 'figure' || kind === 'any') {
    const value = typeof cell === 'number' ? cell : figure(text);
    if (value !== null) return { kind: 'number', value };
  }
  return (kind === 'date' ? dated(text, layout) : null) ?? { kind: 'text', text };
}

function figure(text: string): number | null {
  const found = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(-?)$/u.exec(text);
  if (!found || /^0\d/u.test(text)) return null;
  const size = Number(`${(found[2] ?? '').replaceAll(',', '')}${found[3] ?? ''}`);
  return found[1] === '-' || found[4] === '-' ? -size : size;
}

function dated(text: string, layout: Layout): Typed | null {
  const iso = /^(\d{4})[-.](\d{2})[-.](\d{2})(?:[ T](\d{2}:\d{2})(:\d{2})?)?$/u.exec(text);
  if (iso) return moment(`${iso[1] ?? ''}-${iso[2] ?? ''}-${iso[3] ?? ''}`, iso[4], iso[5]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{2}:\d{2})(:\d{2})?)?$/u.exec(text);
  if (!slashed || layout.dates === undefined) return null;
  const [a = '', b = ''] = [slashed[1]?.padStart(2, '0'), slashed[2]?.padStart(2, '0')];
  return moment(`${slashed[3] ?? ''}-${layout.dates === 'day-first' ? `${b}-${a}` : `${a}-${b}`}`, slashed[4], slashed[5]);
}

function moment(day: string, clock: string | undefined, seconds: string | undefined): Typed {
  return clock === undefined ? { kind: 'day', day } : { kind: 'moment', day, clock: `${clock}${seconds ?? ':00'}` };
}
