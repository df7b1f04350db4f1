/** A pack's files from its input: PDF, workbook and the e-mail draft that carries both. Same input, same bytes. */
import { readFile } from 'node:fs/promises';
import { Fault } from '../../shared/faults.ts';
import { assemble, packId } from './assemble.ts';
import { buildEmail } from './email.ts';
import { readFontMetrics, type FontMetrics } from './font-metrics.ts';
import type { PackFile, PackInput } from './pack-input.ts';
import { fontFiles, type PdfCompiler } from './pdf.ts';
import { buildWorkbook } from './workbook.ts';

export type PackFormat = 'pdf' | 'xlsx' | 'eml';

export interface PackMeans {
  resourcesFolder: string;
  compilePdf: PdfCompiler['compilePdf'];
  signal: AbortSignal;
  onProgress: (progress: { step: string; done: number; total: number }) => void;
  /** All three when left out. */
  formats?: readonly PackFormat[];
}

/** Files named PLANT_2026-10_Monthly_v1.pdf, .xlsx, .eml. Faults: cancelled, nothing-to-report. */
export async function buildPack(input: PackInput, means: PackMeans): Promise<PackFile[]> {
  const formats = means.formats ?? ['pdf', 'xlsx', 'eml'];
  if (input.views.every((view) => view.empty !== null)) {
    throw new Fault(
      'nothing-to-report',
      `There is no data for ${input.fiscalPeriod.from} to ${input.fiscalPeriod.to}; import files for this month or choose another.`,
    );
  }
  const document = assemble(input, await readCommonMetrics(means.resourcesFolder));
  const needs = (format: PackFormat): boolean => formats.includes(format) || formats.includes('eml');
  const steps = [needs('pdf'), needs('xlsx'), formats.includes('eml')].filter(Boolean).length;
  let done = 0;
  const run = async (step: string, extension: PackFormat, work: () => Promise<Uint8Array>): Promise<PackFile> => {
    if (means.signal.aborted) throw new Fault('cancelled', 'The pack was cancelled; nothing was written.');
    means.onProgress({ step, done, total: steps });
    const bytes = await work();
    done++;
    return { name: `${packId(input)}.${extension}`, bytes };
  };
  const files: PackFile[] = [];
  if (needs('pdf')) files.push(await run('Typesetting the PDF', 'pdf', () => means.compilePdf(document, means.signal)));
  if (needs('xlsx')) files.push(await run('Writing the workbook', 'xlsx', () => buildWorkbook(input)));
  if (formats.includes('eml')) files.push(await run('Composing the e-mail', 'eml', () => buildEmail(document, input.asOf, files)));
  means.onProgress({ step: 'Done', done, total: steps });
  return files.filter((file) => formats.some((format) => file.name.endsWith(`.${format}`)));
}

// A character counts as covered when both cuts have it; widths are those of the regular one.
async function readCommonMetrics(resourcesFolder: string): Promise<FontMetrics> {
  const cuts = await Promise.all(fontFiles(resourcesFolder).map(async (file) => readFontMetrics(await readFile(file))));
  const [regular] = cuts;
  if (!regular) throw new Error('no font files');
  return { covers: (codePoint) => cuts.every((cut) => cut.covers(codePoint)), width: regular.width };
}
