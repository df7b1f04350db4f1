/**
 * The closed table of faults: everything a user, a file or a script can cause. A bug is a plain Error and becomes `internal`.
 * One sentence says where, what was expected, what was found and how to fix it.
 */
export const faults = {
  'bad-input': { title: 'The input does not fit', http: 400, exit: 2 },
  'unknown-procedure': { title: 'There is no such procedure', http: 404, exit: 2 },
  'unknown-plant': { title: 'The plant is not known or not clear', http: 422, exit: 3 },
  'unknown-upload': { title: 'The uploaded file is no longer there', http: 404, exit: 3 },
  'unknown-batch': { title: 'There is no such import', http: 404, exit: 3 },
  'unknown-name': { title: 'There is no such name', http: 404, exit: 3 },
  'file-missing': { title: 'The file is not there', http: 404, exit: 3 },
  'file-empty': { title: 'The file is empty', http: 422, exit: 3 },
  'file-encrypted': { title: 'The file is password-protected', http: 422, exit: 3 },
  'file-corrupt': { title: 'The file is damaged', http: 422, exit: 3 },
  'file-kind': { title: 'The kind of file is not known', http: 422, exit: 3 },
  'file-too-large': { title: 'The file is over a limit', http: 413, exit: 3 },
  'no-table': { title: 'No table was found', http: 422, exit: 3 },
  'no-data': { title: 'No data was found', http: 422, exit: 3 },
  'needs-mapping': { title: 'The columns need your answer', http: 422, exit: 3 },
  'rows-rejected': { title: 'Some rows have errors', http: 422, exit: 3 },
  'stated-twice': { title: 'Two tables of the file state the same', http: 422, exit: 3 },
  'reader-died': { title: 'Reading the file failed', http: 422, exit: 3 },
  'reader-timeout': { title: 'Reading the file took too long', http: 422, exit: 3 },
  cancelled: { title: 'Cancelled', http: 499, exit: 1 },
  'store-not-empty': { title: 'The store already holds data', http: 409, exit: 3 },
  'store-newer': { title: 'The store was written by a newer version', http: 409, exit: 1 },
  'store-damaged': { title: 'The store is damaged', http: 500, exit: 1 },
  'store-busy': { title: 'The store is busy', http: 503, exit: 1 },
  'backup-invalid': { title: 'The copy can’t be used', http: 422, exit: 3 },
  'disk-full': { title: 'The disk is full', http: 507, exit: 1 },
  'not-writable': { title: 'The place can’t be written to', http: 403, exit: 1 },
  'nothing-to-report': { title: 'There is nothing to report', http: 422, exit: 3 },
  'not-allowed': { title: 'Not allowed', http: 403, exit: 1 },
  internal: { title: 'Something went wrong inside', http: 500, exit: 1 },
} as const satisfies Record<string, FaultEntry>;

interface FaultEntry {
  title: string;
  http: number;
  exit: 1 | 2 | 3;
}

export type FaultCode = keyof typeof faults;

/** What crosses every door when something failed. */
export interface FaultBody {
  code: FaultCode;
  title: string;
  message: string;
}

/** A failure a user can cause; `message` is one sentence: where, expected, found, fix. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  get body(): FaultBody {
    return { code: this.code, title: faults[this.code].title, message: this.message };
  }
}

export function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(faults, code);
}
