/** Exports and templates: made by the core, then handed to the browser as a download. */
import { client, fetchExport, follow } from '../api.ts';
import { saveFile } from '../ui/save-file.ts';

export type DataFile = 'xlsx' | 'csv' | 'template';

export interface DataWish {
  dataset: string;
  kind: DataFile;
  plant: string | undefined;
}

export interface SavedFile {
  name: string;
  rows: number;
  kind: DataFile;
}

/** Makes the file and saves it under its name; answers what was saved. */
export async function saveDataFile({ dataset, kind, plant }: DataWish): Promise<SavedFile> {
  const made: { file: string; name: string; rows: number }[] = [];
  const onEvent = (event: { type: 'progress' } | { type: 'made'; file: string; name: string; rows: number }) => {
    if (event.type === 'made') made.push(event);
  };
  if (kind === 'template') await follow(await client.datasets.template.mutate({ dataset }), onEvent);
  else await follow(await client.datasets.export.mutate({ dataset, format: kind, ...(plant !== undefined && { plant }) }), onEvent);
  const [file] = made;
  if (!file) throw new Error('the job ended without a file');
  saveFile(file.name, await fetchExport(file.file));
  return { name: file.name, rows: file.rows, kind };
}
