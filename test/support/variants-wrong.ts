/** Two importers that are wrong on purpose, to show that the judge of variants would notice. */
import type { Cell, Row } from '../../shared/intake/cells.ts';
import type { FactBlock, TableReport } from '../../shared/intake/interpretation.ts';
import { readBytes } from '../../electron/intake/readers/read.ts';
import { intake, type Importer } from './variants-judge.ts';

/** The intake, but for the rows it knows as totals: they become facts like any other. */
export const rowsAsTheyStand: Importer = async (bytes, asked) => {
  const read = await intake(bytes, asked);
  return {
    ...read,
    blocks: read.blocks.map((block, index) => {
      const totals = read.reports.find(({ table }) => table === block.table)?.problemCounts['total-row'] ?? 0;
      return index > 0 || totals === 0 ? block : withSums(block);
    }),
  };
};

function withSums(block: FactBlock): FactBlock {
  return {
    ...block,
    sourceRows: [...block.sourceRows, 0],
    values: block.values.map((values) => [...values, values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)]),
  };
}

/** Maps as the intake does, then reads every figure with the decimal point and every date as it stands. */
export const careless: Importer = async (bytes, asked) => {
  const { reports, blocks } = await intake(bytes, asked);
  const [report] = reports;
  const [block] = blocks;
  if (!report || !block || report.status !== 'ready') return { reports, blocks };
  const sheet = (await readBytes(bytes)).sheets[report.sheet];
  const rows = new Map((sheet?.rows ?? []).map((row) => [row.number, row]));
  return {
    reports,
    blocks: [{ ...block, values: block.fields.map((field, at) => reread(block.values[at] ?? [], { field, block, report, rows })) }, ...blocks.slice(1)],
  };
};

function reread(
  values: readonly (string | number | null)[],
  from: { field: string; block: FactBlock; report: TableReport; rows: ReadonlyMap<number, Row> },
): (string | number | null)[] {
  const column = from.report.columns.find(({ field }) => field === from.field)?.column;
  if (column === undefined) return [...values];
  return values.map((value, index) => {
    const cell = from.rows.get(from.block.sourceRows[index] ?? 0)?.cells[column - 1] ?? null;
    return typeof value === 'number' ? (carelessNumber(cell, value) ?? value) : typeof cell === 'string' && cell !== '' && value !== null ? cell : value;
  });
}

// Scaled as the right reading is, so that only separators and signs read wrongly make a difference.
function carelessNumber(cell: Cell, right: number): number | null {
  if (typeof cell !== 'string') return null;
  const read = Number.parseFloat(cell.replaceAll(',', ''));
  const known = Number(cell.replace(',', '.'));
  return Number.isNaN(read) || Number.isNaN(known) || known === 0 ? null : (right / known) * read;
}
