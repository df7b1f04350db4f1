/** The messages between pdf.ts and its worker. */

export interface TypstOptions {
  wasmFile: string;
  fontFiles: string[];
  /** Virtual path in the compiler, and the file its text is read from. */
  sources: { path: string; file: string }[];
  main: string;
}

export interface ToTypst {
  id: number;
  json: Uint8Array;
}

export type FromTypst = { type: 'made'; id: number; bytes: Uint8Array<ArrayBuffer> } | { type: 'failed'; id: number; message: string };
