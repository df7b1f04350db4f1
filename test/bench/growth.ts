/**
 * P11: files of 20,000 work orders imported into one store until it holds 1 million (5 million with `all`): what the next file takes, and
 * what the pages' queries take, at 10 thousand, 100 thousand, … facts. The last file is imported again: attesting must not be slower.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { met, seconds, type Line } from './contest.ts';
import { workOrderText } from './files.ts';
import { importing } from './intake.ts';
import { run } from './measure.ts';
import { median, measureProcedures } from './procedures.ts';

const fileRows = 90_000;
const firstRows = 10_000;
const queries = ['maintenance.view', 'maintenance.summary', 'today.view'] as const;

export async function measureGrowth(files: string, most: number): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-growth-'));
  const store = join(folder, 's.sqlite');
  const lines: Line[] = [];
  let facts = 0;
  let basis: { perRow: number; query: number } | null = null;
  try {
    for (const stage of [10_000, 100_000, 1_000_000, 5_000_000].filter((one) => one <= most)) {
      let last = { wallMs: 0, rows: 0 };
      while (facts < stage) {
        const rows = facts === 0 ? firstRows : fileRows;
        const path = workOrderText(files, rows, facts);
        const cost = await run(importing(path, store));
        if (cost.code !== 0) throw new Error(`importing ${path}: ${cost.output.slice(-2_000)}`);
        rmSync(path);
        facts += rows;
        last = { wallMs: cost.cpuMs ?? cost.wallMs, rows };
      }
      const measured = (await measureProcedures(store)).filter(({ name }) => queries.some((query) => name.includes(query)));
      const query = median(measured.map(({ milliseconds }) => milliseconds));
      const perRow = last.wallMs / last.rows;
      // the first stage is a small file: starting the processes weighs on it, so the second is what later ones are held against
      if (stage === 100_000) basis = { perRow, query };
      const growth = basis === null ? '' : `; ${(perRow / basis.perRow).toFixed(2)} × per row, ${(query / basis.query).toFixed(2)} × per query of 100,000`;
      lines.push({
        what: `P11 ${facts.toLocaleString('en-US')} facts`,
        measured: `the last file of ${last.rows.toLocaleString('en-US')} rows took ${seconds(last.wallMs)} of processor; a query ${query.toFixed(1)} ms${growth}`,
        goal: basis === null || stage === 100_000 ? '' : 'import per row ≤ 1.5 ×, query ≤ 2 ×',
        verdict: basis === null || stage === 100_000 ? '' : met(perRow <= 1.5 * basis.perRow && query <= 2 * basis.query),
      });
    }
    return lines;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
