/** Exports and templates as files: made beside the packs, fetched once through the door, gone a day later. */
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, statSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { Dataset } from '../../shared/intake/dataset.ts';
import { Fault } from '../../shared/faults.ts';
import type { CoreContext } from '../core/context.ts';
import type { Places } from '../core/world.ts';
import { openReading } from '../store/open.ts';
import { resolvePlant } from '../store/plants.ts';
import { csvBlocks } from './export-csv.ts';
import { emptyStandsForNone, exportHeads } from './export-layout.ts';
import { countRows, exportedRows, type ExportedRow, type RowSelection } from './export-store.ts';
import { exportValue, type ExportValue } from './export-values.ts';
import { writeExportWorkbook } from './export-workbook.ts';
import { buildTemplate } from './template-workbook.ts';

export type ExportFormat = 'xlsx' | 'csv';

export type ExportEvent =
  | { type: 'progress'; done: number; total: number }
  | { type: 'made'; file: string; name: string; size: number; rows: number; from: string | null; to: string | null };

export interface ExportWish {
  dataset: Dataset;
  format: ExportFormat;
  plant: string | undefined;
  from: string | null;
  to: string | null;
}

const keptMs = 86_400_000;

/** Writes an export. Faults: unknown-plant, nothing-to-report, disk-full, cancelled. */
export async function* makeExport(wish: ExportWish, context: CoreContext): AsyncGenerator<ExportEvent, void, void> {
  const { dataset, format, from, to } = wish;
  const plant = resolvePlant(context.reading, wish.plant);
  const selection: RowSelection = { dataset, plant: plant.code, from, to };
  const total = countRows(context.reading, selection);
  if (total === 0) throw new Fault('nothing-to-report', `export ${dataset.name}: expected rows${spanText(wish)}, found none; import a file first.`);
  const name = `${fileStem(dataset, plant.code, wish)}.${format}`;
  const made = await newFile(context, name);
  yield { type: 'progress', done: 0, total };
  const store = openReading(context.places.storeFile);
  try {
    const rows = written(dataset, exportedRows(store, selection), { plant: plant.code, digits: plant.minorDigits });
    const count = format === 'csv' ? await writeCsv(made.path, dataset, { rows, context }) : await writeWorkbook(made.path, dataset, { rows, context });
    yield { type: 'made', file: made.file, name, size: statSync(made.path).size, rows: count, from, to };
  } catch (error) {
    await rm(dirname(made.path), { recursive: true, force: true });
    throw isFull(error) ? new Fault('disk-full', `${name}: the disk is full; free some space and export again.`, { cause: error }) : error;
  } finally {
    store.close();
  }
}

/** Writes the import template of a dataset. */
export async function* makeTemplate(dataset: Dataset, context: CoreContext): AsyncGenerator<ExportEvent, void, void> {
  const name = `${dataset.label} template.xlsx`;
  const made = await newFile(context, name);
  await writeFile(made.path, await buildTemplate(dataset, { at: context.clock.now() }));
  yield { type: 'made', file: made.file, name, size: statSync(made.path).size, rows: 0, from: null, to: null };
}

/** The path of a made file. Fault file-missing. */
export async function exportPath(places: Places, file: string): Promise<{ path: string; name: string }> {
  const folder = join(exportsFolder(places), file);
  const [name] = /^[0-9a-f-]{36}$/u.test(file) && existsSync(folder) ? await readdir(folder) : [];
  if (name === undefined) throw new Fault('file-missing', 'file: expected an export made within the last day, found none; export again.');
  return { path: join(folder, name), name };
}

function exportsFolder(places: Places): string {
  return join(dirname(places.packsFolder), 'exports');
}

async function newFile(context: CoreContext, name: string): Promise<{ file: string; path: string }> {
  const root = exportsFolder(context.places);
  await mkdir(root, { recursive: true });
  await dropOld(root, Date.parse(context.clock.now()));
  const file = randomUUID();
  await mkdir(join(root, file));
  return { file, path: join(root, file, name) };
}

async function dropOld(root: string, now: number): Promise<void> {
  for (const folder of await readdir(root)) {
    const { mtimeMs } = await stat(join(root, folder));
    if (now - mtimeMs > keptMs) await rm(join(root, folder), { recursive: true, force: true });
  }
}

function* written(dataset: Dataset, rows: Iterable<ExportedRow>, plant: { plant: string; digits: number }): Generator<(ExportValue | null)[], void, void> {
  for (const [source, ...values] of rows) {
    yield [
      { as: 'text', text: plant.plant },
      source === '' ? null : { as: 'text', text: source },
      ...dataset.fields.map((field, index) => {
        const value = values[index] ?? null;
        return value === '' && emptyStandsForNone(dataset, field) ? null : exportValue(field, value, plant.digits);
      }),
    ];
  }
}

interface Writing {
  rows: Iterable<(ExportValue | null)[]>;
  context: CoreContext;
}

async function writeWorkbook(path: string, dataset: Dataset, { rows, context }: Writing): Promise<number> {
  return writeExportWorkbook({ path, dataset, rows, onBlock: () => between(context) });
}

async function writeCsv(path: string, dataset: Dataset, { rows, context }: Writing): Promise<number> {
  let count = 0;
  const counted = function* (): Generator<(ExportValue | null)[], void, void> {
    for (const row of rows) {
      count += 1;
      yield row;
    }
  };
  const blocks = async function* (): AsyncGenerator<string, void, void> {
    for (const block of csvBlocks(exportHeads(dataset), counted())) {
      yield block;
      await between(context);
    }
  };
  await pipeline(Readable.from(blocks()), createWriteStream(path));
  return count;
}

// Pages go on answering while a long file is written.
async function between(context: CoreContext): Promise<void> {
  if (context.signal.aborted) throw new Fault('cancelled', 'The export was cancelled.');
  await setImmediate();
}

function fileStem(dataset: Dataset, plant: string, wish: ExportWish): string {
  const days = wish.from === null && wish.to === null ? '' : ` ${wish.from ?? ''} to ${wish.to ?? ''}`;
  return `${dataset.label} ${plant}${days}`.replaceAll(/[^\p{L}\p{N} ._-]/gu, '_').trim();
}

function spanText({ from, to }: ExportWish): string {
  return from === null && to === null ? '' : ` from ${from ?? 'the first day'} to ${to ?? 'the last'}`;
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}
