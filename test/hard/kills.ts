/**
 * SIGKILL during imports: after each kill the store must hold whole imports only, every acknowledged one among them, and be sound.
 * The moment of the kill is drawn from a seeded generator, some time after an import began.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rowsOf } from '../../electron/store/database.ts';
import { openReading } from '../../electron/store/open.ts';
import { checkStore } from '../../electron/store/upkeep.ts';
import { linesPerFile } from './ledger-file.ts';

export interface KillOutcome {
  kills: number;
  acknowledged: number;
  stored: number;
  /** What was found wrong, one sentence each; empty when the promise holds. */
  broken: string[];
}

export async function killImports(options: {
  folder: string;
  kills: number;
  seed: number;
  withoutTransaction: boolean;
  stopAtFirst: boolean;
}): Promise<KillOutcome> {
  const outcome: KillOutcome = { kills: 0, acknowledged: 0, stored: 0, broken: [] };
  const random = mulberry(options.seed);
  const acknowledged = new Set<number>();
  let next = 0;
  while (outcome.kills < options.kills) {
    const seen = await runUntilKilled(options, { first: next, imports: Math.floor(random() * 3), delayMs: random() * 14 });
    for (const number of seen.acknowledged) acknowledged.add(number);
    next = seen.highest + 1;
    outcome.kills += 1;
    const { stored, broken } = inspect(join(options.folder, 'store.sqlite'), acknowledged);
    outcome.stored = stored;
    outcome.broken.push(...broken.map((text) => `kill ${String(outcome.kills)}: ${text}`));
    if (broken.length > 0 && options.stopAtFirst) break;
  }
  outcome.acknowledged = acknowledged.size;
  return outcome;
}

interface Sighting {
  acknowledged: number[];
  highest: number;
}

function runUntilKilled(
  options: { folder: string; withoutTransaction: boolean },
  moment: { first: number; imports: number; delayMs: number },
): Promise<Sighting> {
  const script = fileURLToPath(new URL('./kill-child.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, options.folder, String(moment.first), ...(options.withoutTransaction ? ['--without-transaction'] : [])],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const seen: Sighting = { acknowledged: [], highest: moment.first };
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n')) {
      const [word, number] = line.split(' ');
      if (word === 'acknowledged') seen.acknowledged.push(Number(number));
      if (word !== 'began') continue;
      seen.highest = Number(number);
      if (seen.highest === moment.first + moment.imports) setTimeout(() => child.kill('SIGKILL'), moment.delayMs);
    }
  });
  return new Promise((resolve, reject) => {
    child.on('exit', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(seen);
      else reject(new Error(`the importing process ended by itself: ${errors}`));
    });
  });
}

function inspect(file: string, acknowledged: Set<number>): { stored: number; broken: string[] } {
  const broken: string[] = [];
  if (!existsSync(file)) return { stored: 0, broken };
  const checkup = checkStore(file);
  if (!checkup.ok) broken.push(`the checkup says ${JSON.stringify({ ...checkup, storeFile: '' })}`);
  const db = openReading(file);
  try {
    const batches = rowsOf<{ batch: number; name: string; facts: number; tables: number; audited: number }>(
      db.all(
        `select b.batch_id as batch, b.file_name as name,
           (select count(*) from ledger_entry e where e.batch_id = b.batch_id) as facts,
           (select count(*) from import_table t where t.batch_id = b.batch_id) as tables,
           (select count(*) from audit_entry a where a.subject = 'batch ' || b.batch_id) as audited
         from import_batch b`,
      ),
    );
    for (const batch of batches) {
      if (batch.facts !== linesPerFile || batch.tables !== 1 || batch.audited !== 1) broken.push(`half an import is stored: ${JSON.stringify(batch)}`);
    }
    const names = new Set(batches.map((batch) => batch.name));
    for (const number of acknowledged) if (!names.has(`ledger-${String(number)}.csv`)) broken.push(`acknowledged import ${String(number)} is lost`);
    return { stored: batches.length, broken };
  } finally {
    db.close();
  }
}

// mulberry32, public domain: a seed that can be printed and repeated
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
