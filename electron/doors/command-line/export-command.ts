/** `export` and `template`: made by the core, fetched as the screen fetches them, written to the file named. */
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../../../shared/faults.ts';
import type { Core } from '../../core/core-client.ts';
import { textOption, type Invocation } from './arguments.ts';
import { asFault, callsThrough } from './calls.ts';
import { printJson, printLines } from './output.ts';

interface Made {
  file: string;
  rows: number;
}

type MadeEvent = ({ type: 'made' } & Made) | { type: 'progress' };

export async function exportCommand(core: Core, invocation: Invocation): Promise<number> {
  const [dataset = ''] = invocation.positionals;
  const out = outFile(invocation);
  const format = extname(out).toLowerCase();
  if (format !== '.xlsx' && format !== '.csv') throw new Fault('bad-input', `export --out: expected a file ending in .xlsx or .csv, found “${out}”.`);
  const made = await madeBy(() =>
    callsThrough(core).datasets.export.mutate({
      dataset,
      format: format === '.csv' ? 'csv' : 'xlsx',
      ...optional(invocation, 'plant'),
      ...optional(invocation, 'from'),
      ...optional(invocation, 'to'),
    }),
  );
  await fetchTo(core, made, out);
  if (invocation.globals.json) printJson({ dataset, file: out, rows: made.rows });
  else printLines([`${out}: ${String(made.rows)} rows of ${dataset}.`]);
  return 0;
}

export async function templateCommand(core: Core, invocation: Invocation): Promise<number> {
  const [dataset = ''] = invocation.positionals;
  const out = outFile(invocation);
  if (extname(out).toLowerCase() !== '.xlsx') throw new Fault('bad-input', `template --out: expected a file ending in .xlsx, found “${out}”.`);
  const made = await madeBy(() => callsThrough(core).datasets.template.mutate({ dataset }));
  await fetchTo(core, made, out);
  if (invocation.globals.json) printJson({ dataset, file: out });
  else printLines([out]);
  return 0;
}

function outFile(invocation: Invocation): string {
  const out = textOption(invocation, 'out');
  if (out === undefined || out === '') throw new Fault('bad-input', `${invocation.command}: expected --out FILE, found none; see --help.`);
  return resolve(out);
}

function optional(invocation: Invocation, name: string): Record<string, string> {
  const value = textOption(invocation, name);
  return value === undefined ? {} : { [name]: value };
}

function madeBy(start: () => Promise<AsyncIterable<MadeEvent>>): Promise<Made> {
  return asFault(async () => {
    for await (const event of await start()) if (event.type === 'made') return event;
    throw new Error('the job ended without a file');
  });
}

// A file cut short is not left behind.
async function fetchTo(core: Core, made: Made, out: string): Promise<void> {
  const response = await core.handle(
    new Request('http://cockpit.internal/file', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ export: made.file }),
    }),
  );
  if (!response.ok || !response.body) throw new Error(`the made file answered ${String(response.status)}`);
  mkdirSync(dirname(out), { recursive: true });
  try {
    await pipeline(Readable.fromWeb(response.body), createWriteStream(out, { flush: true }));
  } catch (error) {
    rmSync(out, { force: true });
    throw writeFault(error, out);
  }
}

function writeFault(error: unknown, out: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return new Fault('disk-full', `${out}: the disk is full; free some space and try again.`, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR' || code === 'EROFS' || code === 'EBUSY')
    return new Fault('not-writable', `${out}: the file can’t be written to; close it in Excel or choose another place.`, { cause: error });
  return error;
}
