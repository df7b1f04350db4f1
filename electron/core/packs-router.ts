/** Packs over the wire: make one, list what was made. Making is logged apart from the facts, so that the same facts give the same bytes. */
import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../shared/faults.ts';
import { eventsOf } from '../../shared/kit/events-of.ts';
import { fiscalPeriodOf } from '../../shared/kit/fiscal-calendar.ts';
import { buildPack } from '../packs/build-pack.ts';
import type { PackInput } from '../packs/pack-input.ts';
import { createPdfCompiler, type PdfCompiler } from '../packs/pdf.ts';
import { latestPack, listPacks, recordPack, type PackFile } from '../packs/store.ts';
import { auditHead } from '../store/audit.ts';
import { resolvePlant } from '../store/plants.ts';
import type { CoreContext } from './context.ts';
import { job, query, router } from './procedures.ts';
import { freshnessOf } from './system-router.ts';
import { areaViews } from './today-router.ts';

export type PackEvent =
  { type: 'progress'; step: string; done: number; total: number } | { type: 'made'; id: number; version: number; folder: string; files: PackFile[] };

const makeInput = z.object({
  kind: z.literal('monthly'),
  period: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'expected a month such as 2026-10' }),
  plant: z.string().optional(),
  formats: z
    .array(z.enum(['pdf', 'xlsx', 'eml']))
    .min(1)
    .default(['pdf', 'xlsx', 'eml']),
});

export const packsRouter = router({
  list: query({
    summary: 'Lists the packs made, newest first.',
    input: z.object({ plant: z.string().optional() }).prefault({}),
    run: (db, input) => listPacks(db, resolvePlant(db, input.plant).code),
  }),
  make: job({ summary: 'Makes the report pack of a period: PDF, workbook and e-mail draft.', input: makeInput, run: makePack }),
});

const compilers = new Map<string, PdfCompiler>();

/** Ends the typesetting worker. */
export async function endCompilers(): Promise<void> {
  for (const compiler of compilers.values()) await compiler.close();
  compilers.clear();
}

async function* makePack(input: z.output<typeof makeInput>, context: CoreContext): AsyncGenerator<PackEvent, void, void> {
  const plant = resolvePlant(context.reading, input.plant);
  const asOf = context.clock.today();
  const fiscalPeriod = fiscalPeriodOf(`${input.period}-01`, { startMonth: plant.fiscalStartMonth });
  yield { type: 'progress', step: 'figures', done: 0, total: 4 };
  const request = { plant, from: fiscalPeriod.from, to: fiscalPeriod.to, asOf };
  const views = (['budget', 'production', 'staffing', 'maintenance'] as const).map((area) => areaViews[area](context.reading, request));
  if (views.every((view) => view.empty !== null)) {
    throw new Fault('nothing-to-report', `pack ${input.period}: expected data of that month, found none; import last month’s files first.`);
  }
  const facts: Omit<PackInput, 'version'> = {
    kind: 'monthly',
    plant,
    fiscalPeriod,
    asOf,
    locale: 'en-US',
    views,
    freshness: freshnessOf(context.reading, plant.code, asOf),
    auditHead: auditHead(context.reading),
  };
  // a new version only when the pack says something else
  const says = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  const before = latestPack(context.reading, { kind: 'monthly', plant: plant.code, period: input.period });
  const version = before === null ? 1 : before.content.startsWith(says.slice(0, 32)) ? before.version : before.version + 1;
  const compiler = compilerFor(context.places.resourcesFolder);
  let built: { name: string; bytes: Uint8Array }[] = [];
  yield* eventsOf<PackEvent>(async (emit) => {
    built = await buildPack(
      { ...facts, version },
      {
        formats: input.formats,
        resourcesFolder: context.places.resourcesFolder,
        compilePdf: (document, signal) => compiler.compilePdf(document, signal),
        signal: context.signal,
        onProgress: (progress) => {
          emit({ type: 'progress', ...progress });
        },
      },
    );
  });
  context.signal.throwIfAborted();
  const content = `${says.slice(0, 32)}-${createHash('sha256')
    .update(built.map((file) => file.name).join())
    .digest('hex')
    .slice(0, 8)}`;
  const folder = join(context.places.packsFolder, content);
  const files = await writeFiles(folder, built);
  const id = logPack(context, { plant: plant.code, period: input.period, version, asOf, content, files });
  yield { type: 'made', id, version, folder, files };
}

function compilerFor(resourcesFolder: string): PdfCompiler {
  const known = compilers.get(resourcesFolder);
  if (known) return known;
  const fresh = createPdfCompiler(resourcesFolder);
  compilers.set(resourcesFolder, fresh);
  return fresh;
}

async function writeFiles(folder: string, built: { name: string; bytes: Uint8Array }[]): Promise<PackFile[]> {
  await mkdir(folder, { recursive: true });
  for (const file of built) {
    await writeFile(join(folder, `${file.name}.part`), file.bytes, { flush: true });
    await rename(join(folder, `${file.name}.part`), join(folder, file.name));
  }
  return built.map((file) => ({ name: file.name, size: file.bytes.byteLength, sha256: createHash('sha256').update(file.bytes).digest('hex') }));
}

interface MadePack {
  plant: string;
  period: string;
  version: number;
  asOf: string;
  content: string;
  files: PackFile[];
}

function logPack(context: CoreContext, made: MadePack): number {
  const { writing, clock, caller } = context;
  return writing.transact(() => recordPack(writing, { kind: 'monthly', madeAt: clock.now(), actor: caller.actor, ...made }));
}
