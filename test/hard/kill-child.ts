/**
 * Imports one small ledger file after another (reader child, interpretation, the writer's apply) and says each acknowledged import on
 * standard output, until it is killed. `--without-transaction` takes the transaction away: the harness must notice.
 */
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactBlock, TableReport } from '../../shared/intake/interpretation.ts';
import { applicationRoot, entryFile } from '../../electron/core/entries.ts';
import { applyImport } from '../../electron/intake/apply.ts';
import { createReaderHost, forkTransport } from '../../electron/intake/reader-host.ts';
import { Connection } from '../../electron/store/database.ts';
import { openStore } from '../../electron/store/open.ts';
import { systemClock } from '../../electron/system-clock.ts';
import { ledgerFile } from './ledger-file.ts';
import { interpretInput } from '../support/interpret-input.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
if (process.argv.includes('--without-transaction')) {
  Connection.prototype.transact = function withoutTransaction<T>(work: () => T): T {
    return work();
  };
}
const db = openStore(join(folder, 'store.sqlite'));
// the built reader starts faster, which is most of a kill's time
const built = join(applicationRoot(), 'out/main/reader-child.js');
const entry = existsSync(built) ? built : entryFile('reader-child');
const reader = createReaderHost({ transport: forkTransport({ entry }), log: { info: () => undefined, error: () => undefined } });
const caller = { door: 'command-line' as const, actor: 'tester', host: 'here', asOf: null };
for (let number = Number(first); ; number += 1) {
  const bytes = ledgerFile(number);
  const path = join(folder, `incoming-${String(number)}.csv`);
  writeFileSync(path, bytes);
  const reports: TableReport[] = [];
  const blocks: FactBlock[] = [];
  await reader.interpret(interpretInput(path, `ledger-${String(number)}.csv`, 0), (answer) => {
    if (answer.type === 'table') reports.push(answer.report);
    if (answer.type === 'facts') blocks.push(answer.block);
  });
  const report = reports[0];
  if (report?.status !== 'ready') throw new Error(`the ledger file was not recognised: ${JSON.stringify(report?.problems.slice(0, 2))}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  process.stdout.write(`began ${String(number)}\n`);
  applyImport(
    db,
    {
      mode: 'commit',
      plant: 'MAIN',
      fileName: `ledger-${String(number)}.csv`,
      sha256,
      fileSize: bytes.length,
      path,
      allowPartial: false,
      request: '{}',
      caller,
      tables: [{ report, blocks }],
    },
    { clock: systemClock(null), figures: () => [] },
  );
  process.stdout.write(`acknowledged ${String(number)}\n`);
}
