/** The work behind the watch folders: adding one, handing a waiting file to the preview, the log as a file. */
import { csvText } from '../../shared/kit/csv-text.ts';
import { client, follow, queryClient, type ArrivedFile, type WatchLogEntry } from '../api.ts';
import { takeUploads } from './intake-jobs.ts';

export async function addWatchFolder(folder: { path: string; plant?: string; withSubfolders: boolean }): Promise<void> {
  await follow(await client.watch.add.mutate(folder), ignored);
  await queryClient.invalidateQueries();
}

/** Opens a waiting file in the preview, as if it had been dropped. */
export async function openArrived(file: ArrivedFile['file']): Promise<void> {
  await follow(await client.watch.open.mutate({ file }), (event) => {
    if (event.type === 'opened') takeUploads([event]);
  });
}

/** Takes tab-separated text in as a file named by the core's clock. */
export async function takePasted(text: string): Promise<void> {
  await follow(await client.intake.paste.mutate({ text }), (event) => {
    takeUploads([event]);
  });
}

export const outcomeWords: Record<WatchLogEntry['outcome'], string> = {
  imported: 'imported',
  known: 'nothing new',
  waits: 'waits for you',
  refused: 'refused',
  locked: 'locked',
  'left-out': 'left out',
};

/** The refresh log as Excel opens it: comma-separated, with a byte order mark, newest first. */
export function logAsText(entries: readonly WatchLogEntry[]): string {
  const head = ['Time (UTC)', 'Folder', 'File', 'Outcome', 'Import', 'Added', 'Changed', 'Same', 'Reason'];
  const rows = entries.map((entry) => [
    entry.at.slice(0, 19).replace('T', ' '),
    entry.folderPath,
    entry.relativePath,
    outcomeWords[entry.outcome],
    entry.batch === null ? '' : String(entry.batch),
    String(entry.rowsNew),
    String(entry.rowsChanged),
    String(entry.rowsSame),
    entry.reason ?? '',
  ]);
  return csvText([head, ...rows]);
}

// This job only says that it is done.
function ignored(): void {
  return;
}
