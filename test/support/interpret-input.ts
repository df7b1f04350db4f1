/** What a host is asked of one file, with nothing decided beforehand. */
import type { InterpretInput } from '../../electron/intake/reader-host.ts';

export function interpretInput(path: string, fileName: string, sampleRows = 5): InterpretInput {
  return {
    path,
    fileName,
    dataset: null,
    profile: null,
    sheet: null,
    constants: {},
    plans: [],
    profiles: [],
    words: {},
    minorDigits: 2,
    withRows: true,
    sampleRows,
  };
}
