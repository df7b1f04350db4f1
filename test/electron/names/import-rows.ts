/** One import through the writer's own transaction, from rows instead of a file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { applyImport, undoImport, type ApplyOutcome } from '../../../electron/intake/apply.ts';
import type { Connection } from '../../../electron/store/database.ts';
import type { Dataset } from '../../../shared/intake/dataset.ts';
import { blockOf, temporaryFolder } from '../../support/store.ts';

export type Row = Record<string, string | number | null>;

export interface Table {
  dataset: Dataset;
  rows: Row[];
  /** Rows of the file that were not taken. */
  rejected?: number;
}

const clock = { now: () => '2026-10-31T12:00:00.000Z', zone: () => 'UTC', today: () => '2026-10-31' };
const caller = { door: 'command-line' as const, actor: 'tester', host: 'pc', asOf: null };

/** `importRows(tables, source?)` and `undo(batch)` on a store. */
export function importer(db: Connection) {
  const path = join(temporaryFolder(), 'upload.gz');
  writeFileSync(path, gzipSync(''));
  let files = 0;
  const apply = (
    mode: 'commit' | 'preview',
    tables: Table[],
    { source = '', fullSnapshot = false }: { source?: string | undefined; fullSnapshot?: boolean } = {},
  ): ApplyOutcome =>
    applyImport(
      db,
      {
        mode,
        plant: 'MAIN',
        fileName: `file-${String((files += 1))}.csv`,
        sha256: `sha-${String(files)}`,
        fileSize: 0,
        path,
        allowPartial: false,
        fullSnapshot,
        request: '{}',
        caller,
        tables: tables.map(({ dataset, rows, rejected = 0 }, table) => ({
          report: {
            table,
            sheet: table,
            sheetName: '',
            headerRow: 1,
            firstRow: 2,
            lastRow: rows.length + 1,
            dataset: dataset.name,
            profile: null,
            source,
            score: 1,
            reasons: [],
            status: 'ready' as const,
            fault: null,
            columns: [],
            dateOrder: null,
            rows: { read: rows.length + rejected, rejected },
            period: null,
            totals: {},
            problems: [],
            problemCounts: {},
            rejectedRows: [],
            sample: [],
            unknownWords: [],
            sentinels: [],
          },
          blocks: [{ ...blockOf(rows), table }],
        })),
      },
      { clock, figures: () => [] },
    );
  return {
    apply,
    importRows: (tables: Table[], source?: string, fullSnapshot = false): Pick<ApplyOutcome, 'effects' | 'restated'> & { batch: number } => {
      const outcome = apply('commit', tables, { source, fullSnapshot });
      return { batch: outcome.batch ?? 0, effects: outcome.effects, restated: outcome.restated };
    },
    preview: (tables: Table[], source?: string): ApplyOutcome['effects'] => apply('preview', tables, { source }).effects,
    undo: (batch: number): void => {
      undoImport(db, batch, { clock, caller });
    },
  };
}
