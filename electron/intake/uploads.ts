/**
 * The bytes a door hands in. An upload lies in the incoming folder until its import is committed; the commit archives the original in
 * the store, gzip-compressed. Nothing is written under the sender's file name.
 */
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { gzipSync } from 'node:zlib';
import { Fault } from '../../shared/faults.ts';
import type { Places } from '../core/world.ts';

export interface Upload {
  upload: string; // id
  fileName: string;
  sha256: string;
  size: number;
  path: string;
}

/** 100 MB: more than any limit inside a file allows. */
export const uploadCap = 100 * 1024 * 1024;

/** Streams a body to disk. Faults: file-too-large, file-empty is the reader's to say. */
export async function receiveUpload(places: Places, fileName: string, body: ReadableStream | null): Promise<Upload> {
  await mkdir(places.incomingFolder, { recursive: true });
  const name = cleanName(fileName);
  const partial = join(
    places.incomingFolder,
    `.${createHash('sha256')
      .update(`${name}\0${String(process.hrtime.bigint())}`)
      .digest('hex')}.part`,
  );
  const hash = createHash('sha256');
  let size = 0;
  try {
    await pipeline(
      body ? Readable.fromWeb(body) : Readable.from([]),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.byteLength;
          if (size > uploadCap) throw new Fault('file-too-large', `${name}: expected at most 100 MB, found more; split the file and import the parts.`);
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(partial, { mode: 0o600 }),
    );
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  const sha256 = hash.digest('hex');
  const upload = `${sha256.slice(0, 24)}${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
  const path = join(places.incomingFolder, upload);
  await rename(partial, path);
  await writeFile(`${path}.json`, JSON.stringify({ fileName: name, sha256, size }), { mode: 0o600 });
  return { upload, fileName: name, sha256, size, path };
}

/** A received upload by its id. Fault unknown-upload. */
export async function findUpload(places: Places, upload: string): Promise<Upload> {
  const gone = new Fault('unknown-upload', 'upload: expected a file that was handed in, found none under this id; drop the file again.');
  if (!/^[0-9a-f]{32}$/.test(upload)) throw gone;
  const path = join(places.incomingFolder, upload);
  if (!existsSync(path) || !existsSync(`${path}.json`)) throw gone;
  const about = JSON.parse(await readFile(`${path}.json`, 'utf8')) as { fileName: string; sha256: string; size: number }; // written by receiveUpload
  return { upload, path, ...about };
}

export async function discardUpload(places: Places, upload: string): Promise<void> {
  const found = await findUpload(places, upload);
  await rm(found.path, { force: true });
  await rm(`${found.path}.json`, { force: true });
}

/** The bytes of an upload as the archive keeps them. */
export function compressedUpload(path: string): Uint8Array {
  return gzipSync(readFileSync(path), { level: 1 });
}

/** Puts an archived original where the reader child can read it, once; answers the path. */
export async function restoreOriginal(places: Places, original: { sha256: string; content: Uint8Array }): Promise<string> {
  await mkdir(places.incomingFolder, { recursive: true });
  const path = join(places.incomingFolder, `${original.sha256}.gz`);
  if (!existsSync(path)) {
    await writeFile(`${path}.part`, original.content, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }
  return path;
}

/** Removes uploads nobody committed that are older than a day, and the leavings of broken uploads. */
export async function sweepUploads(places: Places, nowMs: number): Promise<void> {
  if (!existsSync(places.incomingFolder)) return;
  for (const name of await readdir(places.incomingFolder)) {
    const path = join(places.incomingFolder, name);
    if (nowMs - (await stat(path)).mtimeMs > 86_400_000) await rm(path, { force: true });
  }
}

// The last path part only, without control characters and direction overrides; kept for people, never used as a path.
function cleanName(fileName: string): string {
  const last = basename(fileName.replaceAll('\\', '/'));
  const clean = last.replaceAll(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 255);
  return clean === '' ? 'file' : clean;
}
