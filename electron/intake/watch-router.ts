/** Watch folders over the wire: which there are, what arrived and waits, and the refresh log. */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, normalize, relative } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { Fault } from '../../shared/faults.ts';
import type { CoreContext } from '../core/context.ts';
import { command, job, query, router } from '../core/procedures.ts';
import { recordAudit } from '../store/audit.ts';
import type { ReadDb } from '../store/database.ts';
import { receiveUpload } from './uploads.ts';
import { lookAt } from './watch-listing.ts';
import {
  archivedBytes,
  findArrived,
  findWatchFolder,
  folderCounts,
  leaveOutFiles,
  listArrived,
  listOutcomes,
  listWatchFolders,
  pauseWatchFolder,
  removeWatchFolder,
  retryFiles,
  saveWatchFolder,
  type WatchFolder,
} from './watch-store.ts';

const nothing = z.object({}).prefault({});
const folderInput = z.object({ folder: z.int() });
const filesInput = z.object({ files: z.array(z.int()).min(1).max(10_000) });
const addInput = z.object({ path: z.string().trim().min(1).max(4_000), plant: z.string().optional(), withSubfolders: z.boolean().default(false) });

export type WatchEvent = { type: 'added'; folder: number } | { type: 'opened'; upload: string; name: string };

export const watchRouter = router({
  folders: query({
    summary: 'Lists the watched folders with their state and counts.',
    input: nothing,
    run: (db) => listWatchFolders(db).map((folder) => ({ ...folder, ...folderCounts(db, folder) })),
  }),
  add: job({ summary: 'Watches a folder, or changes how one is watched.', input: addInput, run: add }),
  remove: command({
    summary: 'Stops watching a folder; what it brought stays.',
    input: folderInput,
    action: 'watch.remove',
    audit: (_input, output: WatchFolder) => ({ subject: `folder ${String(output.folder)}`, detail: { old: aboutFolder(output) } }),
    run: (db, input) => {
      const folder = folderOr(db, input.folder);
      removeWatchFolder(db, input.folder);
      return folder;
    },
  }),
  pause: command({
    summary: 'Pauses the watch over a folder, or goes on with it.',
    input: folderInput.extend({ paused: z.boolean() }),
    action: 'watch.pause',
    audit: (input) => ({ subject: `folder ${String(input.folder)}`, detail: { paused: input.paused } }),
    run: (db, input) => {
      const folder = folderOr(db, input.folder);
      pauseWatchFolder(db, input.folder, input.paused);
      return { ...folder, isPaused: input.paused };
    },
  }),
  arrived: query({
    summary: 'Lists the files of watched folders that wait, each with its reason and its age.',
    input: nothing,
    run: (db, _input, context) => {
      const now = Date.parse(context.clock.now());
      return listArrived(db).map((file) => ({ ...file, ageDays: Math.max(0, Math.floor((now - file.modifiedMs) / 86_400_000)) }));
    },
  }),
  leaveOut: command({
    summary: 'Leaves files out as they are now; changed ones arrive anew.',
    input: filesInput,
    action: 'watch.leaveOut',
    audit: (input) => ({ subject: 'watched files', detail: { files: input.files } }),
    run: (db, input, context) => ({ leftOut: leaveOutFiles(db, input.files, context.clock.now()) }),
  }),
  retry: command({
    summary: 'Tries files again, with a yes to what needed one.',
    input: filesInput,
    action: 'watch.retry',
    audit: (input) => ({ subject: 'watched files', detail: { files: input.files } }),
    run: (db, input) => ({ asked: retryFiles(db, input.files) }),
  }),
  open: job({ summary: 'Hands a waiting file over for its preview.', input: z.object({ file: z.int() }), run: openArrived }),
  log: query({
    summary: 'Lists what became of the files of a watched folder, newest first.',
    input: z.object({ folderPath: z.string().nullable().default(null), limit: z.int().min(1).max(10_000).default(200) }).prefault({}),
    run: (db, input) => listOutcomes(db, input),
  }),
});

async function* add(input: z.output<typeof addInput>, context: CoreContext): AsyncGenerator<WatchEvent, void, void> {
  const path = await folderAt(input.path);
  const own = dirname(context.places.storeFile);
  if (holds(path, await realpath(own)) && (input.withSubfolders || path === (await realpath(own)))) {
    throw new Fault('bad-input', `${path}: expected a folder of exports, found the one Plant Cockpit keeps its own data in; choose another folder.`);
  }
  const { writing, clock, caller } = context;
  const folder = writing.transact(() => {
    const plant = input.plant ?? null;
    const number = saveWatchFolder(writing, { path, plant, withSubfolders: input.withSubfolders, at: clock.now() });
    recordAudit(writing, {
      action: 'watch.add',
      subject: `folder ${String(number)}`,
      detail: { path, plant, withSubfolders: input.withSubfolders },
      clock,
      caller,
    });
    return number;
  });
  yield { type: 'added', folder };
}

// Explorer's “Copy as path” puts the path into quotes.
async function folderAt(typed: string): Promise<string> {
  const path = normalize(typed.replace(/^"(.*)"$/, '$1')).replace(/(?<=[^\\/:])[\\/]+$/, '');
  if (!isAbsolute(path)) throw new Fault('bad-input', `folder: expected a whole path such as C:\\Exports or /data/exports, found “${typed}”.`);
  const about = await stat(path).catch((error: unknown) => {
    throw new Fault('file-missing', `${path}: expected a folder, found nothing there; check the path, and that the drive or share is connected.`, {
      cause: error,
    });
  });
  if (!about.isDirectory()) throw new Fault('bad-input', `${path}: expected a folder, found a file; name the folder it lies in.`);
  return path;
}

function holds(folder: string, inside: string): boolean {
  const rest = relative(folder, inside);
  return rest === '' || (!rest.startsWith('..') && !isAbsolute(rest));
}

async function* openArrived(input: { file: number }, context: CoreContext): AsyncGenerator<WatchEvent, void, void> {
  const arrived = findArrived(context.reading, input.file);
  if (!arrived) throw new Fault('file-missing', 'arrived: expected a file that waits, found none under this number; it may have been dealt with already.');
  const name = basename(arrived.relativePath);
  const body = await bytesOf(context, { ...arrived, name });
  const { upload } = await receiveUpload(context.places, name, Readable.toWeb(body));
  yield { type: 'opened', upload, name };
}

// The file as it is now; its kept bytes where it has left the folder meanwhile.
async function bytesOf(context: CoreContext, arrived: { folderPath: string; relativePath: string; sha256: string | null; name: string }): Promise<Readable> {
  if (await lookAt(arrived.folderPath, arrived.relativePath)) return createReadStream(join(arrived.folderPath, arrived.relativePath));
  const kept = arrived.sha256 === null ? null : archivedBytes(context.reading, arrived.sha256);
  if (kept === null) throw new Fault('file-missing', `${arrived.name}: it is no longer in ${arrived.folderPath}; save it there again.`);
  return Readable.from([gunzipSync(kept)]);
}

function folderOr(db: ReadDb, folder: number): WatchFolder {
  const found = findWatchFolder(db, folder);
  if (!found) throw new Fault('file-missing', `watch: expected a watched folder, found none under number ${String(folder)}; it may have been removed.`);
  return found;
}

function aboutFolder({ path, plant, withSubfolders }: WatchFolder): Record<string, unknown> {
  return { path, plant, withSubfolders };
}
