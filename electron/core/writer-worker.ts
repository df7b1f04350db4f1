/** The writer thread: import commits, previews of their consequences, undo and restore, on a connection of its own, so that pages go on answering. */
import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { Fault, type FaultBody } from '../../shared/faults.ts';
import type { FactBlock, PackedBlock } from '../../shared/intake/interpretation.ts';
import { applyImport, undoImport, type ApplyOutcome, type ApplyRequest } from '../intake/apply.ts';
import { openStore, storeFault } from '../store/open.ts';
import { systemClock } from '../system-clock.ts';
import type { Caller } from './world.ts';
import { figureReader } from './figures.ts';

export interface WriterOptions {
  storeFile: string;
  asOf: string | null;
}

export type ToWriter =
  | { type: 'block'; session: number; block: PackedBlock }
  | { type: 'apply'; session: number; request: Omit<ApplyRequest, 'tables'> & { reports: ApplyRequest['tables'][number]['report'][] } }
  | { type: 'drop'; session: number }
  | { type: 'undo'; session: number; batch: number; caller: Caller }
  | { type: 'close' };

export type FromWriter =
  | { type: 'applied'; session: number; outcome: ApplyOutcome }
  | { type: 'undone'; session: number }
  | { type: 'fault'; session: number; fault: FaultBody | null; message: string }
  | { type: 'closed' };

const port = parentPort;
if (!port) throw new Error('writer-worker runs as a worker thread');
const options = workerData as WriterOptions; // written by electron/core/writer.ts alone
const db = openStore(options.storeFile);
const clock = systemClock(options.asOf);
const blocks = new Map<number, PackedBlock[]>();

port.on('message', (message: ToWriter) => {
  switch (message.type) {
    case 'block': {
      const list = blocks.get(message.session);
      if (list) list.push(message.block);
      else blocks.set(message.session, [message.block]);
      return;
    }
    case 'drop':
      blocks.delete(message.session);
      return;
    case 'apply':
      answer(message.session, () => {
        const { reports, ...request } = message.request;
        const received = blocks.get(message.session) ?? [];
        blocks.delete(message.session);
        const tables = reports.map((report) => ({ report, blocks: received.filter((block) => block.table === report.table).map(unpacked) }));
        const outcome = applyImport(db, { ...request, tables }, { clock, figures: figureReader(db) });
        return { type: 'applied', session: message.session, outcome };
      });
      return;
    case 'undo':
      answer(message.session, () => {
        undoImport(db, message.batch, { clock, caller: message.caller });
        return { type: 'undone', session: message.session };
      });
      return;
    case 'close':
      db.close();
      port.postMessage({ type: 'closed' } satisfies FromWriter);
      port.close();
  }
});

function unpacked({ bytes }: PackedBlock): FactBlock {
  return deserialize(bytes) as FactBlock; // written by reader-child.ts alone
}

function answer(session: number, work: () => FromWriter): void {
  let reply: FromWriter;
  try {
    reply = work();
  } catch (error) {
    const fault = storeFault(error, options.storeFile);
    const message = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    reply = { type: 'fault', session, fault: fault instanceof Fault ? fault.body : null, message };
  }
  port?.postMessage(reply);
}
