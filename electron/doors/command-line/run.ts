/** One command of the command line, from its words to its exit code. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../../shared/faults.ts';
import { listProcedures } from '../../core/catalog-of-procedures.ts';
import { startCore, type Core } from '../../core/core-client.ts';
import { backupStore, checkStore, restoreStore } from '../../store/upkeep.ts';
import { datasetFields } from '../../intake/router.ts';
import { coreOptions } from '../core-options.ts';
import type { Invocation } from './arguments.ts';
import { callByName, callsThrough } from './calls.ts';
import { demoCommand } from './demo-command.ts';
import { exportCommand, templateCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { printJson, printLines } from './output.ts';
import { packCommand } from './pack-command.ts';
import { serveCommand } from './serve-command.ts';

/** Answers the exit code. */
export async function runCommand(invocation: Invocation): Promise<number> {
  switch (invocation.command) {
    case 'doctor':
      return doctor(invocation);
    case 'backup':
      return say(
        invocation,
        await backupStore(storeFile(invocation), resolve(invocation.positionals[0] ?? '')),
        (done) => `Copied to ${done.file}, ${String(done.bytes)} bytes.`,
      );
    case 'restore':
      return say(
        invocation,
        await restoreStore(resolve(invocation.positionals[0] ?? ''), storeFile(invocation)),
        (done) => `Restored ${done.file}${done.kept ? `; the old store is kept as ${done.kept}` : ''}.`,
      );
    case 'procedures':
      return say(invocation, listProcedures(), (list) => list.map((entry) => `${entry.name}  (${entry.kind})  ${entry.summary}`).join('\n'));
    case 'datasets':
      return say(invocation, datasetFields(), (list) =>
        list.map((entry) => `${entry.dataset}  ${entry.label}: ${entry.fields.map((field) => field.name).join(', ')}`).join('\n'),
      );
    default:
      return withCore(invocation, (core) => runWithCore(core, invocation));
  }
}

async function runWithCore(core: Core, invocation: Invocation): Promise<number> {
  switch (invocation.command) {
    case 'import':
      return importCommand(core, invocation);
    case 'imports':
      return say(invocation, await callsThrough(core).intake.history.query({}), (list) =>
        list
          .map(
            (entry) =>
              `${String(entry.batch)}  ${entry.at}  ${entry.state}  ${entry.fileName}  ${entry.tables.map((table) => `${table.dataset} ${String(table.rows.read)} rows`).join(', ')}`,
          )
          .join('\n'),
      );
    case 'call':
      return callCommand(core, invocation);
    case 'template':
      return templateCommand(core, invocation);
    case 'export':
      return exportCommand(core, invocation);
    case 'pack':
      return packCommand(core, invocation);
    case 'demo':
      return demoCommand(core, invocation);
    case 'serve':
      return serveCommand(core, invocation);
    default:
      throw new Fault('bad-input', `command: “${invocation.command}” is not known; see --help.`);
  }
}

async function withCore(invocation: Invocation, work: (core: Core) => Promise<number>): Promise<number> {
  const { storeFile: file, asOf } = invocation.globals;
  const core = await startCore(coreOptions({ storeFile: file, door: invocation.command === 'serve' ? 'browser' : 'command-line', asOf, reader: 'fork' }));
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}

function doctor(invocation: Invocation): number {
  const found = checkStore(storeFile(invocation));
  say(invocation, found, (checkup) =>
    [
      `${checkup.ok ? 'All well' : 'Something is wrong'}: ${checkup.storeFile}`,
      `integrity ${checkup.integrity.join('; ')}, schema ${String(checkup.schemaVersion)}, SQLite ${checkup.sqliteVersion}, Node ${checkup.nodeVersion}, ${checkup.journalMode}, synchronous ${String(checkup.synchronous)}`,
      `audit trail ${checkup.auditBrokenAt === null ? 'whole' : `broken at row ${String(checkup.auditBrokenAt)}`}, roll-ups ${checkup.rollUpsDiffer.length === 0 ? 'equal their facts' : `differ: ${checkup.rollUpsDiffer.join(', ')}`}, ${String(checkup.foreignKeys)} dangling references`,
      `${String(checkup.batches)} imports; ${Object.entries(checkup.counts)
        .map(([name, count]) => `${name} ${String(count)}`)
        .join(', ')}`,
      `${String(checkup.fileBytes)} bytes used, ${String(checkup.freeBytes)} free`,
    ].join('\n'),
  );
  return found.ok ? 0 : 1;
}

async function callCommand(core: Core, invocation: Invocation): Promise<number> {
  const [name = '', text = '{}'] = invocation.positionals;
  const procedure = listProcedures().find((candidate) => candidate.name === name);
  if (!procedure) throw new Fault('unknown-procedure', `call: expected a procedure, found “${name}”; “procedures” lists them.`);
  const input = z.json().safeParse(parseJson(text));
  if (!input.success) throw new Fault('bad-input', `call ${name}: expected JSON input, found “${text}”.`);
  printJson(await callByName(core, procedure, input.data));
  return 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault('bad-input', `call: expected JSON input such as '{"from":"2026-10-01","to":"2026-10-31"}', found “${text}”.`, { cause: error });
  }
}

function storeFile(invocation: Invocation): string {
  return coreOptions({ storeFile: invocation.globals.storeFile, door: 'command-line', asOf: null, reader: 'fork' }).storeFile;
}

function say<T>(invocation: Invocation, answer: T, text: (answer: T) => string): number {
  if (invocation.globals.json) printJson(answer);
  else printLines([text(answer)]);
  return 0;
}
