/** Sheets without a table: shown as they are where a person can mark them, refused as ever everywhere else. */
import { describe, expect, it } from 'vitest';
import { interpretFile } from '../../../electron/intake/interpret.ts';
import { Fault } from '../../../shared/faults.ts';
import type { Cell, ReadFile, Sheet } from '../../../shared/intake/cells.ts';
import type { InterpretRequest, TablePlan, TableReport } from '../../../shared/intake/interpretation.ts';
import { request, valuesOf } from '../../support/samples.ts';

function sheet(name: string, ...rows: Cell[][]): Sheet {
  return { name, hidden: false, merges: [], hiddenColumns: [], rows: rows.map((cells, index) => ({ number: index + 1, cells, hidden: false })) };
}

function workbook(...sheets: Sheet[]): ReadFile {
  return { kind: 'xlsx', encoding: null, delimiter: null, sheets };
}

function look(file: ReadFile, change: Partial<InterpretRequest> = {}) {
  const reports: TableReport[] = [];
  const blocks: Parameters<typeof valuesOf>[0][number][] = [];
  try {
    for (const answer of interpretFile(file, request({ rawSheets: true, ...change }))) {
      if (answer.type === 'table') reports.push(answer.report);
      if (answer.type === 'facts') blocks.push(answer.block);
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { reports, blocks, code: error.code };
  }
  return { reports, blocks, code: null };
}

const prose = sheet('Notes', ['The presses were cleaned in October.'], ['Nothing else was done.']);
const output = sheet('Output', ['Date', 'Line', 'Good'], ['2026-10-01', 'Press 1', 900], ['2026-10-02', 'Press 1', 910]);
// nothing here tells the finder which row names the columns
const odd = sheet('Odd', ['Presse 1'], ['2026-10-01', 'Press 1', 900], ['2026-10-02', 'Press 1', 910]);

const plan = (change: Partial<TablePlan>): TablePlan => ({
  sheet: 0,
  headerRow: 1,
  dataset: '',
  columns: [],
  constants: {},
  words: {},
  dateOrder: null,
  decimal: null,
  missing: [],
  real: [],
  ...change,
});

describe('sheets without a table', () => {
  it('are shown with their rows where they can be marked, and the file is refused as before', () => {
    const seen = look(workbook(prose));
    expect(seen.code).toBe('no-table');
    expect(seen.reports).toMatchObject([{ table: -1, sheet: 0, headerRow: 0, status: 'needs-mapping', fault: { code: 'no-table' }, columns: [] }]);
    expect(seen.reports[0]?.sample).toEqual([
      { row: 1, cells: ['The presses were cleaned in October.'] },
      { row: 2, cells: ['Nothing else was done.'] },
    ]);
    expect(look(workbook(prose), { rawSheets: false })).toMatchObject({ code: 'no-table', reports: [] });
  });

  it('stand beside tables without a number among them, and only when asked for', () => {
    const file = workbook(prose, output);
    expect(look(file).reports.map(({ table, sheet: at }) => [table, at])).toEqual([
      [-1, 0],
      [0, 1],
    ]);
    expect(look(file, { rawSheets: false }).reports.map(({ table }) => table)).toEqual([0]);
    expect(look(file, { sheet: 'Output' }).reports.map(({ table }) => table)).toEqual([0]);
  });

  it('a sheet without values is none, whether asked for or not', () => {
    expect(look(workbook(sheet('Empty', [null, null])))).toMatchObject({ code: 'no-data', reports: [] });
    expect(look(workbook(output, sheet('Empty', [null]))).reports.map(({ table }) => table)).toEqual([0]);
  });

  it('a head marked by hand makes a table of one, with its columns recognised', () => {
    const file = workbook(sheet('Odd', ['Remarks on October'], ['Date', 'Line', 'Good'], ['2026-10-01', 'Press 1', 900]));
    const seen = look(file, { plans: [plan({ headerRow: 2 })] });
    expect(seen.reports).toMatchObject([{ table: 0, headerRow: 2, dataset: 'production.output' }]);
    expect(valuesOf(seen.blocks, 'good')).toEqual([900]);
  });

  it('a row that names fewer than two columns is no head, and the sheet says so', () => {
    const [report] = look(workbook(prose), { plans: [plan({ headerRow: 1 })] }).reports;
    expect(report?.fault?.message).toMatch(/^Sheet Notes, row 1: expected at least two column names/);
  });

  it('a kind of data chosen with the head alone finds its columns by itself', () => {
    const { reports, blocks } = look(workbook(output), { plans: [plan({ dataset: 'production.output' })] });
    expect(reports).toMatchObject([{ table: 0, dataset: 'production.output', status: 'ready' }]);
    expect(valuesOf(blocks, 'good')).toEqual([900, 910]);
  });

  it('a head without known words asks for the kind of data, and takes the columns of the answer', () => {
    const headed = plan({ headerRow: 1 });
    expect(look(workbook(odd), { plans: [headed] }).reports.at(-1)).toMatchObject({ status: 'needs-mapping' });
    const columns = [
      { column: 1, field: 'date' },
      { column: 2, field: 'line' },
      { column: 3, field: 'good' },
    ];
    const named = workbook(sheet('Odd', ['Tg', 'Ort', 'Zahl'], ['2026-10-01', 'Press 1', 900], ['2026-10-02', 'Press 1', 910]));
    const seen = look(named, { plans: [{ ...headed, dataset: 'production.output', columns }] });
    expect(seen.reports).toMatchObject([{ status: 'ready', dataset: 'production.output' }]);
    expect(valuesOf(seen.blocks, 'good')).toEqual([900, 910]);
  });

  it('a column marked personal before the kind is known is never kept', () => {
    const file = workbook(sheet('S', ['Date', 'Line', 'Good', 'Entered by'], ['2026-10-01', 'Press 1', 900, 'A. Name']));
    const { reports } = look(file, { plans: [plan({ dropped: [4] })] });
    expect(JSON.stringify(reports)).not.toContain('A. Name');
    // the file as it was read still has it, for whoever takes the mark back
    expect(JSON.stringify(look(file).reports)).toContain('A. Name');
  });
});
