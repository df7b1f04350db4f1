/** The work behind Intake: upload, inspect, commit, discard, undo; each reports into the state and can be cancelled. */
import { faults } from '../../shared/faults.ts';
import type { TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { client, faultFrom, follow, queryClient, uploadFile, type IntakeOptions, type Preview } from '../api.ts';
import { useCockpit } from '../app/cockpit-state.ts';
import { planFrom, withDataset } from './table-plan.ts';
import { newDrop, useIntake, type Drop } from './intake-state.ts';
import { rekeyed } from './preview-tables.ts';

const running = new Map<number, AbortController>();
let lastId = 0;

/** Takes files in, one after the other, so that the first preview stands while the rest are read. */
export function takeFiles(files: readonly File[]): void {
  void takeInTurn(files.map((file) => ({ name: file.name, bring: async (signal: AbortSignal) => (await uploadFile(file, signal)).upload })));
}

/** The same for files the desktop has handed to the core already. */
export function takeUploads(files: readonly { name: string; upload: string }[]): void {
  void takeInTurn(files.map(({ name, upload }) => ({ name, bring: () => Promise.resolve(upload) })));
}

interface Taken {
  name: string;
  bring: (signal: AbortSignal) => Promise<string>;
}

async function takeInTurn(files: readonly Taken[]): Promise<void> {
  const taken = files.map((file) => {
    lastId += 1;
    useIntake.getState().add(newDrop(lastId, file.name));
    return { id: lastId, file };
  });
  const first = taken[0];
  if (first) useIntake.getState().select(first.id);
  for (const { id, file } of taken) {
    await guarded(id, async (signal) => {
      change(id, { upload: await file.bring(signal) });
      await inspect(id, signal);
    });
  }
}

/** Changes what the user decided about a table, and looks again at what the file would do once they pause. */
export async function planTable(id: number, table: number, plan: TablePlan): Promise<void> {
  const drop = dropOf(id);
  if (!drop) return;
  await takePlans(id, { plans: { ...drop.plans, [table]: plan }, past: [...drop.past, drop.plans], future: [] });
}

/** One step of mapping back, or forward again. */
export async function stepPlans(id: number, way: 'back' | 'forward'): Promise<void> {
  const drop = dropOf(id);
  const plans = way === 'back' ? drop?.past.at(-1) : drop?.future[0];
  if (!drop || !plans) return;
  await takePlans(
    id,
    way === 'back'
      ? { plans, past: drop.past.slice(0, -1), future: [drop.plans, ...drop.future] }
      : { plans, past: [...drop.past, drop.plans], future: drop.future.slice(1) },
  );
}

// Mapping is quick; a look at the whole file per key would only be thrown away.
const pauseMs = 150;

async function takePlans(id: number, part: Pick<Drop, 'plans' | 'past' | 'future'>): Promise<void> {
  change(id, { ...part, phase: 'inspecting' });
  await guarded(id, async (signal) => {
    await pause(pauseMs, signal);
    await inspect(id, signal);
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, stop) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      stop(new DOMException('A newer answer took over.', 'AbortError'));
    });
  });
}

/** Shows more of the file's own rows. */
export async function showMoreRows(id: number): Promise<void> {
  const drop = dropOf(id);
  if (!drop) return;
  change(id, { sampleRows: Math.min(mostSampleRows, drop.sampleRows * 5) });
  await guarded(id, (signal) => inspect(id, signal));
}

/** Rows of a file the grid can be asked for. */
export const mostSampleRows = 5000;

/** Looks again, at what a profile saved or changed meanwhile makes of the file. */
export async function lookAgain(id: number): Promise<void> {
  await guarded(id, (signal) => inspect(id, signal));
}

/** Another kind of data: asks how the table's columns would be understood then, and takes that as the plan. */
export async function chooseDataset(id: number, report: TableReport, dataset: string): Promise<void> {
  const drop = dropOf(id);
  if (!drop || drop.upload === null) return;
  const { upload } = drop;
  const old = drop.plans[report.table] ?? planFrom(report);
  let plan = withDataset(old, dataset);
  await guarded(id, async (signal) => {
    change(id, { phase: 'inspecting', progress: { label: 'Looking at the columns again', done: 0, total: 0 } });
    // a head marked by hand holds for the new kind of data too
    const marked = drop.plans[report.table] ? { [report.table]: { ...old, dataset, columns: [] } } : {};
    const options = { ...optionsOf({ ...drop, plans: marked }), dataset, ...(report.sheetName !== '' && { sheet: report.sheetName }) };
    await follow(await client.intake.inspect.mutate({ upload, options }, { signal }), (event) => {
      if (event.type !== 'preview') return;
      const found = event.preview.tables.find((table) => table.report.sheet === report.sheet && table.report.headerRow === old.headerRow)?.report;
      if (found?.dataset === dataset) plan = { ...withDataset(old, dataset), columns: planFrom(found).columns };
    });
    change(id, { plans: { ...drop.plans, [report.table]: plan }, past: [...drop.past, drop.plans], future: [] });
    await inspect(id, signal);
  });
}

async function inspect(id: number, signal: AbortSignal): Promise<void> {
  const drop = dropOf(id);
  if (!drop || drop.upload === null) return;
  change(id, { phase: 'inspecting' });
  const events = await client.intake.inspect.mutate({ upload: drop.upload, options: optionsOf(drop) }, { signal });
  await follow(events, (event) => {
    if (event.type === 'progress') change(id, { progress: { label: stageLabels[event.stage], done: event.done, total: event.total } });
    else if (event.type === 'preview') {
      const preview = withoutLoss(event.preview, dropOf(id)?.preview ?? null);
      change(id, { phase: 'previewed', preview, plans: rekeyed(dropOf(id)?.plans ?? {}, preview) });
    }
  });
}

// An answer the file can't take leaves no table to look at: the last good look stays on screen beside the fault, and nothing can be committed.
function withoutLoss(next: Preview, last: Preview | null): Preview {
  return next.tables.length === 0 && next.raw.length === 0 && next.fault !== null && last !== null ? { ...last, fault: next.fault } : next;
}

const stageLabels = { read: 'Reading', interpret: 'Understanding the rows', compare: 'Comparing with what is stored' } as const;

/** One transaction; on success every figure asks again. */
export async function commitDrop(id: number): Promise<void> {
  await guarded(id, async (signal) => {
    const drop = dropOf(id);
    if (!drop || drop.upload === null) return;
    change(id, { phase: 'committing', progress: { label: 'Committing', done: 0, total: 0 } });
    const events = await client.intake.commit.mutate({ upload: drop.upload, options: optionsOf(drop) }, { signal });
    await follow(events, (event) => {
      if (event.type === 'progress') change(id, { progress: { label: stageLabels[event.stage], done: event.done, total: event.total } });
      else if (event.type === 'result')
        change(id, {
          phase: event.results.some((result) => result.status === 'committed' || result.status === 'already-imported') ? 'done' : 'previewed',
          results: event.results,
        });
    });
    await rememberWords(drop);
    await nameFirstPlant();
    await queryClient.invalidateQueries();
  });
}

// What a word means is asked once: the next file of the same kind needs no answer.
async function rememberWords(drop: Drop): Promise<void> {
  if (dropOf(drop.id)?.phase !== 'done') return;
  for (const { dataset, words } of Object.values(drop.plans)) {
    for (const [field, answers] of Object.entries(words)) {
      for (const [text, word] of Object.entries(answers)) await client.intake.answerWord.mutate({ dataset, field, text, word });
    }
  }
}

// The plant of an empty store is created by the first import; its name and currency were asked before.
async function nameFirstPlant(): Promise<void> {
  const { firstPlant, namePlant } = useIntake.getState();
  const plants = await client.plants.list.query({});
  const only = plants[0];
  if (plants.length !== 1 || !only || only.name !== only.code || firstPlant.name.trim() === '') return;
  await client.plants.save.mutate({ code: only.code, name: firstPlant.name.trim(), currency: firstPlant.currency, fiscalStartMonth: only.fiscalStartMonth });
  namePlant({ ...firstPlant, name: '' });
}

/** Forgets the file; stops whatever is being done with it. */
export async function discardDrop(id: number): Promise<void> {
  const upload = dropOf(id)?.upload ?? null;
  running.get(id)?.abort();
  useIntake.getState().remove(id);
  if (upload === null) return;
  await follow(await client.intake.discard.mutate({ upload }), ignored);
}

/** Stops reading or committing; nothing half-happens. */
export function cancelDrop(id: number): void {
  running.get(id)?.abort();
}

/** Takes a whole import back. */
export async function undoImport(batch: number): Promise<void> {
  await follow(await client.intake.undo.mutate({ batch }), ignored);
  await queryClient.invalidateQueries();
}

async function guarded(id: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  running.get(id)?.abort();
  const controller = new AbortController();
  running.set(id, controller);
  change(id, { fault: null });
  try {
    await work(controller.signal);
  } catch (error) {
    if (running.get(id) !== controller) return; // a newer request took over
    if (controller.signal.aborted) change(id, cancelled(id));
    else change(id, { phase: dropOf(id)?.preview ? 'previewed' : 'failed', fault: faultFrom(error) });
  } finally {
    if (running.get(id) === controller) running.delete(id);
  }
}

function cancelled(id: number): Partial<Drop> {
  if (dropOf(id)?.preview) return { phase: 'previewed' };
  return { phase: 'failed', fault: { code: 'cancelled', title: faults.cancelled.title, message: 'Nothing of the file was stored; drop it again to go on.' } };
}

function optionsOf(drop: Drop): IntakeOptions {
  const plant = useCockpit.getState().plant;
  return {
    plans: Object.values(drop.plans),
    set: {},
    allowPartial: drop.allowPartial,
    fullSnapshot: drop.isWholeList,
    sampleRows: drop.sampleRows,
    ...(plant !== null && { plant }),
  };
}

// These jobs only say that they are done.
function ignored(): void {
  return;
}

function change(id: number, part: Partial<Drop>): void {
  useIntake.getState().change(id, part);
}

function dropOf(id: number): Drop | undefined {
  return useIntake.getState().drops.find((drop) => drop.id === id);
}
