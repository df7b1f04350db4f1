/** The folder of real sample files beside a checkout; tests that need it say visibly that it is missing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadFile } from '../../shared/intake/cells.ts';
import type { ChildAnswer, FactBlock, InterpretRequest, TableReport } from '../../shared/intake/interpretation.ts';
import { interpretFile } from '../../electron/intake/interpret.ts';
import { readBytes } from '../../electron/intake/readers/read.ts';

export const samplesFolder = join(import.meta.dirname, '../../../shared/samples');
export const samplesPresent = existsSync(join(samplesFolder, 'INDEX.tsv'));

export interface SampleLine {
  path: string;
  status: string;
  dataset: string;
  controls: string;
  /** First twelve digits of the file's SHA-256: how tests name a sample. */
  digest: string;
}

export function sampleIndex(): SampleLine[] {
  const lines = readFileSync(join(samplesFolder, 'INDEX.tsv'), 'utf8').split('\n').slice(1);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const fields = line.split('\t');
      const [path = '', status = '', dataset = '', controls = ''] = fields;
      return { path, status, dataset, controls, digest: fields.at(-1)?.trim() ?? '' };
    });
}

export function sampleBytes(path: string): Buffer {
  return readFileSync(join(samplesFolder, path));
}

export function sampleByDigest(digest: string): SampleLine {
  const line = sampleIndex().find((one) => one.digest === digest);
  if (!line) throw new Error(`no sample ${digest}`);
  return line;
}

export function request(change: Partial<InterpretRequest> = {}): InterpretRequest {
  return {
    type: 'interpret',
    id: 1,
    path: '',
    fileName: 'file.csv',
    dataset: null,
    profile: null,
    sheet: null,
    constants: {},
    plans: [],
    profiles: [],
    words: {},
    minorDigits: 2,
    withRows: true,
    sampleRows: 60,
    ...change,
  };
}

export interface Interpreted {
  answers: ChildAnswer[];
  reports: TableReport[];
  blocks: FactBlock[];
}

export function interpret(file: ReadFile, change: Partial<InterpretRequest> = {}): Interpreted {
  const answers = [...interpretFile(file, request(change))];
  return {
    answers,
    reports: answers.flatMap((answer) => (answer.type === 'table' ? [answer.report] : [])),
    blocks: answers.flatMap((answer) => (answer.type === 'facts' ? [answer.block] : [])),
  };
}

/** Reads bytes with the real readers. */
export async function interpretBytes(bytes: Buffer, change: Partial<InterpretRequest> & { fileName: string }): Promise<Interpreted> {
  return interpret(await readBytes(bytes), change);
}

/** All values of one field over the blocks of a table. */
export function valuesOf(blocks: readonly FactBlock[], field: string, table = 0): (string | number | null)[] {
  return blocks.filter((block) => block.table === table).flatMap((block) => block.values[block.fields.indexOf(field)] ?? []);
}
