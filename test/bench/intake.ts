/** P1–P4: how the intake reads and imports beside its peers, every one in a cold process. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { contest, missingProgram, oneAfterAnother, type Contender, type Line } from './contest.ts';
import { dailyWorkbooks, workOrderText, workOrderWorkbook } from './files.ts';
import { run } from './measure.ts';

const python = '/usr/bin/python3';
const textRows = 99_000; // × 20 columns: just below the limit of two million cells

interface Scratch {
  folder: string;
  /** A path nobody has used. */
  fresh: (name: string) => string;
}

export async function measureIntake(files: string, rounds: number): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-intake-'));
  let made = 0;
  const fresh = (name: string): string => {
    const at = join(folder, String(++made));
    mkdirSync(at);
    return join(at, name);
  };
  try {
    const workbook = resolve(workOrderWorkbook(files, 100_000));
    const scratch = { folder, fresh };
    return [
      ...(await contest('P1 read .xlsx, 100,000 × 14', readers(workbook, scratch), { rounds, memory: 150 })),
      ...(await contest('P2 import .xlsx, 100,000 × 14', importers(workbook, scratch), { rounds, memory: 300 })),
      ...(await contest('P3 500 daily workbooks', foldersOf(resolve(dailyWorkbooks(files, 500)), scratch), { rounds, memory: null })),
      ...(await contest(`P4 import .csv, ${textRows.toLocaleString('en-US')} × 20`, textImporters(resolve(workOrderText(files, textRows)), scratch), {
        rounds,
        memory: null,
      })),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Our whole import: a fresh store, the command line, every process it starts. */
export function importing(path: string, store: string): readonly string[] {
  return [process.execPath, resolve('out/main/cli.js'), '--store', store, '--json', 'import', path];
}

function node(script: string, ...words: string[]): readonly string[] {
  return [process.execPath, resolve('test/bench', script), ...words];
}

function ours(command: () => readonly string[], name = 'Plant Cockpit'): Contender {
  return { name, run: () => run(command()), goal: null, missing: null };
}

function peer(name: string, goal: number | null, command: () => readonly string[]): Contender {
  return { name, run: () => run(command()), goal, missing: null };
}

function office(path: string, scratch: Scratch): readonly string[] {
  const profile = join(scratch.folder, 'office');
  return ['soffice', `-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'csv', '--outdir', scratch.folder, path];
}

function sqliteImport(text: string, store: string): readonly string[] {
  return ['sqlite3', store, '-cmd', '.mode csv', `.import '${text}' facts`];
}

const officeMissing = missingProgram(['soffice', '--version']);
const sqliteMissing = missingProgram(['sqlite3', '--version']);
const pandasMissing = missingProgram([python, '-c', 'import pandas, openpyxl']);

function readers(path: string, scratch: Scratch): Contender[] {
  return [
    ours(() => node('own-read.ts', path)),
    peer('hucre', 0.2, () => node('peer.ts', 'hucre-read', path)),
    peer('SheetJS', 0.12, () => node('peer.ts', 'sheetjs-read', path)),
    peer('exceljs', null, () => node('peer.ts', 'exceljs-read', path)),
    { ...peer('LibreOffice', 0.15, () => office(path, scratch)), missing: officeMissing },
    { ...peer('openpyxl', null, () => [python, resolve('test/bench/peer.py'), 'openpyxl-read', path]), missing: pandasMissing },
  ];
}

function importers(path: string, scratch: Scratch): Contender[] {
  const text = join(scratch.folder, basename(path).replace(/\.xlsx$/, '.csv'));
  return [
    ours(() => importing(path, scratch.fresh('s.sqlite'))),
    peer('hucre + better-sqlite3', 0.3, () => node('peer.ts', 'hucre-import', path, scratch.fresh('s.sqlite'))),
    {
      name: 'LibreOffice + sqlite3 .import',
      run: () => oneAfterAnother([office(path, scratch), sqliteImport(text, scratch.fresh('s.sqlite'))]),
      goal: 0.25,
      missing: officeMissing ?? sqliteMissing,
    },
    { ...peer('pandas', 0.1, () => [python, resolve('test/bench/peer.py'), 'pandas-import', path, scratch.fresh('s.sqlite')]), missing: pandasMissing },
  ];
}

function foldersOf(folder: string, scratch: Scratch): Contender[] {
  return [ours(() => importing(folder, scratch.fresh('s.sqlite'))), peer('hucre merely reading', 0.2, () => node('peer.ts', 'hucre-folder', folder))];
}

function textImporters(path: string, scratch: Scratch): Contender[] {
  return [
    ours(() => importing(path, scratch.fresh('s.sqlite'))),
    { ...peer('sqlite3 .import, validating nothing', 2, () => sqliteImport(path, scratch.fresh('s.sqlite'))), missing: sqliteMissing },
  ];
}
