/** One peer at one job, in a process of its own: node test/bench/peer.ts JOB FILE… [TARGET]. Each in the fastest way its makers document. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [job = '', file = '', target = ''] = process.argv.slice(2);

/** What peers put into a column: dates as ISO text, as our own store has them. */
function plain(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}

async function hucreRows(path: string): Promise<unknown[][][]> {
  const { readXlsx } = await import('hucre/xlsx');
  const workbook = await readXlsx(readFileSync(path));
  return workbook.sheets.map((sheet) => sheet.rows);
}

async function store(rows: readonly (readonly unknown[])[]): Promise<void> {
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(target);
  db.pragma('journal_mode = wal');
  const [head = [], ...body] = rows;
  db.exec(`create table facts (${head.map((_, index) => `c${String(index)}`).join(', ')})`);
  const insert = db.prepare(`insert into facts values (${head.map(() => '?').join(', ')})`);
  db.transaction(() => {
    for (const row of body) insert.run(head.map((_, index) => plain(row[index])));
  })();
  db.close();
}

function filled(sheets: readonly (readonly (readonly unknown[])[])[]): number {
  let cells = 0;
  for (const rows of sheets) for (const row of rows) for (const cell of row) if (cell !== null && cell !== undefined) cells += 1;
  return cells;
}

async function work(): Promise<number> {
  switch (job) {
    case 'hucre-read':
      return filled(await hucreRows(file));
    case 'hucre-folder': {
      let cells = 0;
      for (const name of readdirSync(file)) cells += filled(await hucreRows(join(file, name)));
      return cells;
    }
    case 'hucre-import': {
      const sheets = await hucreRows(file);
      await store(sheets[0] ?? []);
      return filled(sheets);
    }
    case 'sheetjs-read': {
      const { read } = await import('@e965/xlsx');
      const workbook = read(readFileSync(file), { dense: true, cellText: false, cellHTML: false });
      return workbook.SheetNames.reduce((sum, name) => sum + filled([(workbook.Sheets[name]?.['!data'] ?? []).map((row) => row.map((cell) => cell.v))]), 0);
    }
    case 'exceljs-read': {
      const { default: ExcelJs } = await import('exceljs');
      const workbook = new ExcelJs.Workbook();
      await workbook.xlsx.readFile(file);
      let cells = 0;
      workbook.eachSheet((sheet) => {
        sheet.eachRow((row) => {
          cells += row.actualCellCount;
        });
      });
      return cells;
    }
    default:
      throw new Error(`no such job: ${job}`);
  }
}

process.stdout.write(`${String(await work())}\n`);
