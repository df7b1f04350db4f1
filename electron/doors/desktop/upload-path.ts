/** A file of the disk on its way into the core: the same upload as a file dropped on the page. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { Fault, isFaultCode } from '../../../shared/faults.ts';
import type { Core } from '../../core/core-client.ts';
import { ORIGIN } from './security.ts';

const Uploaded = z.object({ upload: z.string(), sha256: z.string(), size: z.number() });
const FaultWords = z.object({ code: z.string(), message: z.string() });

/** A file handed to the core: what /upload answered, and the name it had. */
export type UploadedFile = z.infer<typeof Uploaded> & { name: string };

/** Hands a file of the disk to the core as the page hands a dropped one: the same upload. */
export async function uploadPath(core: Pick<Core, 'handle'>, path: string): Promise<UploadedFile> {
  const name = basename(path);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new Fault('file-missing', `${name}: can’t be read; check that it is still there and not locked.`, { cause: error });
  }
  const response = await core.handle(
    new Request(`${ORIGIN}/upload?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/octet-stream' },
      body: bytes as Uint8Array<ArrayBuffer>, // a file's bytes are never in shared memory
    }),
  );
  if (!response.ok) throw await faultOfAnswer(response);
  return { name, ...Uploaded.parse(await response.json()) };
}

/** What the core said when it refused: its fault, or a plain error for an answer that is none. */
export async function faultOfAnswer(response: Response): Promise<Error> {
  const words = FaultWords.safeParse(await response.json().catch(() => null));
  if (words.success && isFaultCode(words.data.code)) return new Fault(words.data.code, words.data.message);
  return new Error(`The core answered with status ${String(response.status)}.`);
}
