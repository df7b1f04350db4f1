/** The verbs of the desktop. What is written or opened comes from the core by its name; the page sends neither bytes nor paths. */
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BrowserWindow, Dialog, Shell } from 'electron';
import { z } from 'zod';
import { Fault } from '../../../shared/faults.ts';
import type { Core } from '../../core/core-client.ts';
import type { Desktop } from '../desktop-route.ts';
import type { OpenedFiles } from './opened-files.ts';
import { ORIGIN } from './security.ts';
import { faultOfAnswer, type UploadedFile, uploadPath } from './upload-path.ts';

const PackFile = z.strictObject({ pack: z.union([z.number().int(), z.string()]), name: z.string().min(1).max(200) });
type PackFile = z.infer<typeof PackFile>;

export interface DesktopParts {
  dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog'>;
  shell: Pick<Shell, 'showItemInFolder' | 'openPath'>;
  window: () => BrowserWindow | null;
  core: Pick<Core, 'handle'>;
  opened: OpenedFiles;
  /** Where drafts are put for the mail program. */
  draftsFolder: string;
}

export function desktopVerbsOf(parts: DesktopParts): Desktop {
  const saved = new Map<string, string>();
  const save = async (file: PackFile): Promise<string | null> => {
    const path = await askWhere(parts, basename(file.name));
    if (path === null) return null;
    await writeWhole(path, await fetchFile(parts.core, file));
    saved.set(keyOf(file), path);
    return path;
  };
  return {
    saveAs: async (input) => ({ path: await save(packFile(input)) }),
    reveal: async (input) => {
      const file = packFile(input);
      const earlier = saved.get(keyOf(file));
      const path = earlier !== undefined && existsSync(earlier) ? earlier : await save(file);
      if (path !== null) parts.shell.showItemInFolder(path);
      return { path };
    },
    openDraft: async (input) => {
      const file = packFile(input);
      if (!file.name.toLowerCase().endsWith('.eml')) throw new Fault('file-kind', `${file.name}: expected an e-mail draft (.eml).`);
      await mkdir(parts.draftsFolder, { recursive: true });
      const path = join(parts.draftsFolder, basename(file.name));
      await writeWhole(path, await fetchFile(parts.core, file));
      const problem = await parts.shell.openPath(path);
      if (problem) throw new Fault('not-allowed', `${file.name}: no program opened the draft (${problem}); save it and open it by hand.`);
      return {};
    },
    pickFiles: async () => {
      const window = parts.window();
      const options: Electron.OpenDialogOptions = { properties: ['openFile', 'multiSelections'], filters: readable };
      const picked = await (window ? parts.dialog.showOpenDialog(window, options) : parts.dialog.showOpenDialog(options));
      const files: UploadedFile[] = [];
      for (const path of picked.canceled ? [] : picked.filePaths) files.push(await uploadPath(parts.core, path));
      return { files };
    },
    pickFolder: async () => {
      const window = parts.window();
      const options: Electron.OpenDialogOptions = { properties: ['openDirectory'] };
      const picked = await (window ? parts.dialog.showOpenDialog(window, options) : parts.dialog.showOpenDialog(options));
      return { path: picked.canceled ? null : (picked.filePaths[0] ?? null) };
    },
    openedFiles: async () => ({ files: await parts.opened.next() }),
  };
}

const readable = [
  { name: 'Tables and exports', extensions: ['xlsx', 'xlsm', 'xls', 'csv', 'txt', 'tsv', 'xml', 'html', 'htm', 'zip', 'eml'] },
  { name: 'All files', extensions: ['*'] },
];

async function fetchFile(core: Pick<Core, 'handle'>, file: PackFile): Promise<Uint8Array> {
  const response = await core.handle(
    new Request(`${ORIGIN}/file`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      body: JSON.stringify(file),
    }),
  );
  if (!response.ok) throw await faultOfAnswer(response);
  return new Uint8Array(await response.arrayBuffer());
}

async function askWhere(parts: DesktopParts, name: string): Promise<string | null> {
  const window = parts.window();
  const options = { defaultPath: name };
  const answer = await (window ? parts.dialog.showSaveDialog(window, options) : parts.dialog.showSaveDialog(options));
  return answer.canceled || !answer.filePath ? null : answer.filePath;
}

/** The target is either the old file or the whole new one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.part`);
  try {
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    const words = full
      ? 'the disk is full; free some space or choose another place'
      : 'can’t be written; close the file if it is open, or choose another place';
    throw new Fault(full ? 'disk-full' : 'not-writable', `${basename(path)}: ${words}.`, { cause: error });
  }
}

function packFile(input: unknown): PackFile {
  const file = PackFile.safeParse(input);
  if (!file.success) throw new Fault('bad-input', 'Expected {pack, name} of a pack’s file.');
  return file.data;
}

function keyOf(file: PackFile): string {
  return `${String(file.pack)}/${file.name}`;
}
