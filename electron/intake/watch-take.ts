/**
 * One file of a watched folder through the intake: copied, judged, and imported if it needs no question. Everything else waits with its
 * reason, its bytes kept. The user’s file is only ever read.
 */
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Fault } from '../../shared/faults.ts';
import type { ImportResult } from '../../shared/intake/result.ts';
import type { CoreContext } from '../core/context.ts';
import { plantForImport } from '../store/plants.ts';
import { importFile } from './import-file.ts';
import { importOptions } from './import-options.ts';
import { limits } from './limits.ts';
import { receiveUpload, uploadCap, type Upload } from './uploads.ts';
import { lookAt, type FoundFile } from './watch-listing.ts';
import { looksWhole, tailBytes } from './watch-stability.ts';
import { archiveBytes, importOfBytes, settleFile, touchFile, type KnownFile, type Settled, type WatchFolder } from './watch-store.ts';

/** Days after which a file is too old to be taken without a yes. */
export const oldAfterDays = 30;

export interface TakeRequest {
  folder: WatchFolder;
  found: FoundFile;
  known: KnownFile | null;
  /** Whether the file has been quiet for so long that it is taken although it seems to break off. */
  isPatient: boolean;
}

/** settled: dealt with; unfinished: still being written; locked: another program lets nobody read it; gone: no longer there. */
export type Taken = 'settled' | 'unfinished' | 'locked' | 'gone';

export async function takeFile(context: CoreContext, request: TakeRequest): Promise<Taken> {
  const { folder, found, known } = request;
  const path = join(folder.path, found.relativePath);
  const name = basename(found.relativePath);
  if (found.size > uploadCap) {
    settle(context, folder, refusal(found, `${name}: expected at most 100 MB, found more; split the file and save the parts here.`));
    return 'settled';
  }
  const received = await receiveCopy(context, path, name);
  if (typeof received === 'string') return received;
  try {
    const now = await lookAt(folder.path, found.relativePath);
    if (now === null) return 'gone';
    const isSame = now.size === found.size && now.modifiedMs === found.modifiedMs && received.size === found.size;
    if (!isSame || (!request.isPatient && !(await isWhole(received)))) return 'unfinished';
    if (known && known.sha256 === received.sha256 && known.state !== 'again' && known.state !== 'locked') {
      context.writing.transact(() => {
        touchFile(context.writing, known.file, found);
      });
      return 'settled';
    }
    const settled = await judge(context, request, received);
    if (settled.state !== 'imported') await archive(context, received);
    settle(context, folder, settled);
    return 'settled';
  } finally {
    await rm(received.path, { force: true });
    await rm(`${received.path}.json`, { force: true });
  }
}

/** Notes that a file has been held by another program for a while; it goes on being tried. */
export function settleLocked(context: CoreContext, folder: WatchFolder, found: FoundFile): void {
  const reason = `${basename(found.relativePath)}: another program holds it and lets nobody read it; close it there, or wait: it is tried again by itself.`;
  settle(context, folder, { ...refusal(found, reason), state: 'locked', outcome: 'locked' });
}

function settle(context: CoreContext, folder: WatchFolder, settled: Settled): void {
  context.writing.transact(() => {
    settleFile(context.writing, folder, settled, context.clock.now());
  });
}

async function judge(context: CoreContext, request: TakeRequest, upload: Upload): Promise<Settled> {
  const { folder, found, known } = request;
  const base = { ...refusal(found, null), sha256: upload.sha256 };
  const hasYes = known?.state === 'again' && known.hasYes;
  try {
    const plant = plantForImport(context.reading, folder.plant ?? undefined);
    const earlier = importOfBytes(context.reading, upload.sha256, plant);
    if (earlier?.state === 'committed') return { ...base, state: 'imported', outcome: 'known', batch: earlier.batch };
    if (earlier && !hasYes) {
      const reason = `${upload.fileName}: its import ${String(earlier.batch)} was taken back; say yes to import it again.`;
      return { ...base, state: 'waits', outcome: 'waits', reason, needsYes: true };
    }
    const ageDays = Math.floor((Date.parse(context.clock.now()) - found.modifiedMs) / 86_400_000);
    if (ageDays > oldAfterDays && !hasYes) {
      const reason = `${upload.fileName}: last written ${String(ageDays)} days ago, more than ${String(oldAfterDays)}; say yes if it is still the one to import.`;
      return { ...base, state: 'waits', outcome: 'waits', reason, needsYes: true };
    }
    return { ...base, ...outcomeOf(await imported(context, upload, folder.plant)) };
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'cancelled' || error.code === 'store-busy' || error.code === 'disk-full') throw error;
    return { ...base, reason: error.message };
  }
}

async function imported(context: CoreContext, upload: Upload, plant: string | null): Promise<ImportResult[]> {
  const options = importOptions.parse(plant === null ? {} : { plant });
  let results: ImportResult[] = [];
  for await (const event of importFile(context, { upload: upload.upload, options, mode: 'commit' })) if (event.type === 'result') results = event.results;
  return results;
}

/** What the results of a file come to: imported as a whole, or the one sentence of what it waits for. */
function outcomeOf(results: ImportResult[]): Pick<Settled, 'state' | 'outcome' | 'reason' | 'batch' | 'rows'> {
  const sum = (key: 'new' | 'changed' | 'same'): number => results.reduce((total, result) => total + result.rows[key], 0);
  const rows = { new: sum('new'), changed: sum('changed'), same: sum('same') };
  const batch = results.find((result) => result.batch !== null)?.batch ?? null;
  if (results.length > 0 && results.every((result) => result.status === 'committed' || result.status === 'already-imported')) {
    return { state: 'imported', outcome: rows.new + rows.changed === 0 ? 'known' : 'imported', reason: null, batch, rows };
  }
  const asks = results.some((result) => result.status === 'needs-mapping') || results.every((result) => result.problems.every(({ row }) => row !== null));
  const state = asks ? 'waits' : 'refused';
  return { state, outcome: state, reason: reasonOf(results), batch: null, rows: { new: 0, changed: 0, same: 0 } };
}

function reasonOf(results: ImportResult[]): string {
  const waiting = results.find((result) => result.status === 'needs-mapping') ?? results.find((result) => result.status === 'refused') ?? results[0];
  const problem = waiting?.problems.find((one) => one.severity === 'error') ?? waiting?.problems[0];
  if (!waiting || !problem) return 'The file needs a look before it can be imported.';
  if (problem.row === null) return problem.fix;
  const place = [waiting.sheet === '' ? '' : `sheet ${waiting.sheet}`, problem.cell ?? `row ${String(problem.row)}`].filter((part) => part !== '').join(', ');
  const others = waiting.problems.filter((one) => one.severity === 'error').length - 1;
  const fix = `${problem.fix.replace(/\.$/, '')}.`;
  if (problem.expected === '') return fix;
  return `${place}: expected ${problem.expected}, found ${problem.found}${others > 0 ? `, and ${String(others)} more` : ''}; ${fix.charAt(0).toLowerCase()}${fix.slice(1)}`;
}

function refusal(found: FoundFile, reason: string | null): Settled {
  return { found, sha256: null, state: 'refused', outcome: 'refused', reason, needsYes: false, batch: null, rows: { new: 0, changed: 0, same: 0 } };
}

const lockCodes = new Set(['EBUSY', 'EPERM', 'EACCES', 'EAGAIN', 'ETXTBSY']);

async function receiveCopy(context: CoreContext, path: string, name: string): Promise<Upload | 'locked' | 'gone'> {
  try {
    return await receiveFrom(context, path, name);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return 'gone';
    if (!lockCodes.has(code)) return unreadable(error, code);
  }
  // Windows may still let a file be copied that it does not let be opened.
  const copy = join(context.places.incomingFolder, `.watched-${String(process.hrtime.bigint())}.part`);
  try {
    await mkdir(context.places.incomingFolder, { recursive: true });
    await copyFile(path, copy);
    return await receiveFrom(context, copy, name);
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' ? 'gone' : lockCodes.has(code) ? 'locked' : unreadable(error, code);
  } finally {
    await rm(copy, { force: true });
  }
}

// A share that goes away in the middle is no fault of the file.
function unreadable(error: unknown, code: string): 'locked' {
  if (code === '' || code === 'ENOSPC') throw error;
  return 'locked';
}

function receiveFrom(context: CoreContext, path: string, name: string): Promise<Upload> {
  return receiveUpload(context.places, name, Readable.toWeb(createReadStream(path)));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

async function isWhole(upload: Upload): Promise<boolean> {
  const file = await open(upload.path);
  try {
    const head = Buffer.alloc(Math.min(1_024, upload.size));
    const tail = Buffer.alloc(Math.min(tailBytes, upload.size));
    await file.read(head, 0, head.length, 0);
    await file.read(tail, 0, tail.length, upload.size - tail.length);
    return looksWhole(head, tail);
  } finally {
    await file.close();
  }
}

const compress = promisify(gzip);

async function archive(context: CoreContext, upload: Upload): Promise<void> {
  if (upload.size > limits.fileBytes) return;
  const content = await compress(await readFile(upload.path), { level: 6 });
  context.writing.transact(() => {
    archiveBytes(context.writing, { sha256: upload.sha256, size: upload.size, content });
  });
}
