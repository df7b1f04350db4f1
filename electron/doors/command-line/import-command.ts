/** `import`: files and folders through the intake, one transaction per file, one result per table found. */
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { Fault, isFaultCode } from '../../../shared/faults.ts';
import type { ImportResult } from '../../../shared/intake/result.ts';
import type { Core } from '../../core/core-client.ts';
import { settings, textOption, type Invocation } from './arguments.ts';
import { asFault, callsThrough, uploadFile, type Calls } from './calls.ts';
import { printError, printJson, printLines, resultLines } from './output.ts';

/** Answers the exit code: 0, or 3 when at least one file was refused or needs the user. */
export async function importCommand(core: Core, invocation: Invocation): Promise<number> {
  const calls = callsThrough(core);
  if (invocation.positionals[0] === 'undo') return undoCommand(calls, invocation);
  const constants = settings(invocation);
  const results: ImportResult[] = [];
  for (const path of filesBelow(invocation.positionals)) {
    const found = await importPath(core, calls, { path, invocation, constants });
    results.push(...found);
    if (!invocation.globals.json) printLines(found.flatMap(resultLines));
    for (const result of found.filter(isRefused)) printError(refusal(result));
  }
  if (invocation.globals.json) printJson({ results });
  return results.some(isRefused) ? 3 : 0;
}

async function importPath(core: Core, calls: Calls, job: { path: string; invocation: Invocation; constants: Record<string, string> }): Promise<ImportResult[]> {
  const { path, invocation, constants } = job;
  if (!existsSync(path)) return [missing(path)];
  const upload = await uploadFile(core, basename(path), Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>); // Node's web stream by the global name
  const optional = (name: string) => {
    const value = textOption(invocation, name);
    return value === undefined ? {} : { [name]: value };
  };
  return asFault(async () => {
    const events = await calls.intake.commit.mutate({
      upload,
      dryRun: invocation.values['dry-run'] === true,
      options: {
        ...optional('dataset'),
        ...optional('profile'),
        ...optional('plant'),
        ...optional('sheet'),
        set: constants,
        allowPartial: invocation.values['allow-partial'] === true,
        fullSnapshot: invocation.values['full-snapshot'] === true,
      },
    });
    let results: ImportResult[] = [];
    for await (const event of events) if (event.type === 'result') results = event.results;
    return results;
  });
}

async function undoCommand(calls: Calls, invocation: Invocation): Promise<number> {
  const text = invocation.positionals[1] ?? '';
  const batch = Number(text);
  if (!Number.isInteger(batch) || batch < 1)
    throw new Fault('bad-input', `import undo: expected the number of an import, found “${text}”; “imports” lists them.`);
  await asFault(async () => {
    const events = await calls.intake.undo.mutate({ batch });
    await lastOf(events);
  });
  if (invocation.globals.json) printJson({ undone: batch });
  else printLines([`Import ${String(batch)} was taken back.`]);
  return 0;
}

/** Named files in their order, folders as the files below them by name; Excel's lock files and hidden files are not data. */
function filesBelow(paths: string[]): string[] {
  return paths.flatMap((path) => {
    if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => filesBelow([join(path, entry.name)]));
  });
}

function isRefused(result: ImportResult): boolean {
  return result.status === 'refused' || result.status === 'needs-mapping';
}

function refusal(result: ImportResult): string {
  const error = result.problems.find((problem) => problem.severity === 'error');
  const where = `${result.file}${result.sheet === '' ? '' : ` [${result.sheet}]`}${error?.cell ? ` ${error.cell}` : ''}`;
  if (!error)
    return `${where}: expected columns that are known, found ${result.dataset ?? 'no dataset'}; map them in the Intake page or name the dataset with --dataset.`;
  if (isFaultCode(error.code)) return error.fix.startsWith(result.file) ? error.fix : `${where}: ${error.fix}`;
  return `${where}: expected ${error.expected}, found ${error.found}; ${error.fix}`;
}

function missing(path: string): ImportResult {
  const problem = {
    severity: 'error' as const,
    code: 'file-missing',
    row: null,
    cell: null,
    field: null,
    expected: 'a file',
    found: 'nothing at this path',
    fix: 'check the path',
  };
  return {
    file: basename(path),
    sheet: '',
    sha256: '',
    dataset: null,
    profile: null,
    status: 'refused',
    rows: { read: 0, new: 0, changed: 0, same: 0, rejected: 0 },
    facts: 0,
    period: null,
    totals: {},
    problems: [problem],
    columns: [],
    batch: null,
  };
}

/** Runs a job to its end; answers its last event. */
async function lastOf<T>(events: AsyncIterable<T>): Promise<T | undefined> {
  let last: T | undefined;
  for await (const event of events) last = event;
  return last;
}
