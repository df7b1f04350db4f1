/**
 * What lies in a watched folder, and which names are never looked at: lock files, half downloads, hidden files. Links are not followed.
 */
import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface FoundFile {
  /** Below the folder, with the machine's own separators. */
  relativePath: string;
  size: number;
  /** Whole milliseconds. */
  modifiedMs: number;
}

export type Listing =
  | { state: 'listed'; files: FoundFile[]; /** Tells a folder that was removed and made again. */ identity: string }
  | { state: 'absent' }
  | { state: 'too-many' };

/** More files than this are an archive or a whole disk, not a folder that exports arrive in. */
export const watchedFiles = 10_000;

const passedOverEndings = ['.tmp', '.temp', '.crdownload', '.part', '.partial', '.filepart', '.download', '.opdownload', '.swp', '.lock', '.lnk', '.url'];
const passedOverNames = new Set(['desktop.ini', 'thumbs.db']);

/** Lock files of Excel (`~$…`) and others, half downloads, hidden files, and the nameless files Excel writes while saving. */
export function isPassedOver(name: string): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('.') || lower.startsWith('~')) return true;
  if (/^[0-9a-f]{8}$/.test(lower)) return true;
  return passedOverNames.has(lower) || passedOverEndings.some((ending) => lower.endsWith(ending));
}

/** Every file of the folder; one that vanishes while being listed is left out. A folder that can’t be listed is absent. */
export async function listFolder(folder: { path: string; withSubfolders: boolean }): Promise<Listing> {
  const files: FoundFile[] = [];
  const waiting = [''];
  const root = await quietly(stat(folder.path));
  if (root?.isDirectory() !== true) return { state: 'absent' };
  for (let inside = waiting.pop(); inside !== undefined; inside = waiting.pop()) {
    const entries: Dirent[] | null = await quietly(readdir(join(folder.path, inside), { withFileTypes: true }));
    if (entries === null && inside === '') return { state: 'absent' };
    for (const entry of entries ?? []) {
      if (isPassedOver(entry.name)) continue;
      const relativePath = inside === '' ? entry.name : join(inside, entry.name);
      if (entry.isDirectory() && folder.withSubfolders) waiting.push(relativePath);
      if (!entry.isFile()) continue;
      const about = await quietly(lstat(join(folder.path, relativePath)));
      if (about) files.push(foundFile(relativePath, about));
      if (files.length > watchedFiles) return { state: 'too-many' };
    }
  }
  return { state: 'listed', files, identity: `${String(root.dev)}.${String(root.ino)}` };
}

/** The file as it is now; null when it is gone. */
export async function lookAt(folder: string, relativePath: string): Promise<FoundFile | null> {
  const about = await quietly(lstat(join(folder, relativePath)));
  return about?.isFile() === true ? foundFile(relativePath, about) : null;
}

function foundFile(relativePath: string, about: Stats): FoundFile {
  return { relativePath, size: about.size, modifiedMs: Math.floor(about.mtimeMs) };
}

// Whatever can't be seen now is looked for again with the next listing.
async function quietly<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null; // the file system's own errors; anything else is a bug
    throw error;
  }
}

const remoteKinds = new Set([
  'cifs',
  'smb2',
  'smb3',
  'smbfs',
  'nfs',
  'nfs4',
  'ncpfs',
  'afs',
  '9p',
  'davfs',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.davfs2',
  'fuse.gvfsd-fuse',
  'virtiofs',
  'vboxsf',
]);

/** Whether a folder lies where changes made by others are not announced: a UNC path, or a mount of a network kind. */
export async function isRemote(path: string): Promise<boolean> {
  if (/^(\\\\|\/\/)/.test(path)) return true;
  const mounts = await quietly(readFile('/proc/self/mounts', 'utf8'));
  return mounts === null ? false : remoteKinds.has(mountKind(mounts, path));
}

/** The kind of file system a path lies on, by a table in the form of /proc/self/mounts; '' when no mount holds it. */
export function mountKind(mounts: string, path: string): string {
  let best = { point: '', kind: '' };
  for (const line of mounts.split('\n')) {
    const [, escaped = '', kind = ''] = line.split(' ');
    const point = escaped.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
    const holds = point !== '' && (path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`));
    if (holds && point.length >= best.point.length) best = { point, kind };
  }
  return best.kind;
}
