/**
 * Keeps one reader child and hands it one file at a time, so that a child that dies or hangs is blamed on the file it was reading
 * alone. The next request gets a fresh child. How a child is started is the transport's business.
 */
import type { ChildAnswer, ChildRequest, InterpretRequest, PeekRequest } from '../../shared/intake/interpretation.ts';
import { Fault } from '../../shared/faults.ts';
import type { ReaderProcess, ReaderTransport } from './reader-transport.ts';
import { readerTimes, type ReaderTimes } from './limits.ts';

// Whoever makes a host chooses a transport; both come from one place.
export { doorTransport, forkTransport } from './reader-transport.ts';

export interface ReaderLog {
  info(event: string, fields?: Record<string, string | number | boolean | null>): void;
  error(event: string, error: unknown): void;
}

export type InterpretInput = Omit<InterpretRequest, 'type' | 'id'>;
export type PeekInput = Omit<PeekRequest, 'type' | 'id'>;

export interface ReaderHost {
  /**
   * Answers arrive in order, each awaited before the next one is asked for; the final `done` is the promise itself.
   * Faults: those of the readers, reader-died, reader-timeout, cancelled. What `onAnswer` throws ends the reading and comes back.
   */
  interpret(input: InterpretInput, onAnswer: (answer: ChildAnswer) => void | Promise<void>, signal?: AbortSignal): Promise<void>;
  /** The raw text of the named cells, in their order; null where there is no such sheet. */
  peek(input: PeekInput, signal?: AbortSignal): Promise<(string | null)[]>;
  /** Ends the child; what is still asked for fails with `cancelled`. */
  close(): void;
}

export interface ReaderHostOptions {
  transport: ReaderTransport;
  log: ReaderLog;
  times?: Partial<ReaderTimes>;
}

export function createReaderHost(options: ReaderHostOptions): ReaderHost {
  const reading = new SerialReader(options.transport, options.log, { ...readerTimes, ...options.times });
  return {
    interpret: (input, onAnswer, signal) => reading.run((id) => ({ type: 'interpret', id, ...input }), onAnswer, signal),
    peek: async (input, signal) => {
      let texts: (string | null)[] = [];
      await reading.run(
        (id) => ({ type: 'peek', id, ...input }),
        (answer) => {
          if (answer.type === 'peeked') texts = answer.texts;
        },
        signal,
      );
      return texts;
    },
    close: () => {
      reading.close();
    },
  };
}

type Asked = InterpretRequest | PeekRequest;

interface Job {
  request: Asked;
  onAnswer: (answer: ChildAnswer) => void | Promise<void>;
  resolve: () => void;
  reject: (reason: unknown) => void;
  /** Answers are dealt with one after another. */
  chain: Promise<void>;
  /** Answers not yet dealt with: as long as there are any, the silence is ours and no stall. */
  pending: number;
  settled: boolean;
  stall: NodeJS.Timeout | null;
  total: NodeJS.Timeout | null;
}

class SerialReader {
  private readonly transport: ReaderTransport;
  private readonly log: ReaderLog;
  private readonly times: ReaderTimes;
  private child: ReaderProcess | null = null;
  private job: Job | null = null;
  private queue: Job[] = [];
  private lastId = 0;
  private idle: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(transport: ReaderTransport, log: ReaderLog, times: ReaderTimes) {
    this.transport = transport;
    this.log = log;
    this.times = times;
  }

  async run(ask: (id: number) => Asked, onAnswer: Job['onAnswer'], signal?: AbortSignal): Promise<void> {
    const request = ask(++this.lastId);
    if (this.closed || signal?.aborted === true) throw cancelledFault(request.fileName);
    await new Promise<void>((resolve, reject) => {
      const job: Job = { request, onAnswer, resolve, reject, chain: Promise.resolve(), pending: 0, settled: false, stall: null, total: null };
      const abort = (): void => {
        this.cancel(job);
      };
      signal?.addEventListener('abort', abort, { once: true });
      job.resolve = () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      job.reject = (reason) => {
        signal?.removeEventListener('abort', abort);
        reject(reason instanceof Error ? reason : new Error(String(reason)));
      };
      this.queue.push(job);
      this.startNext();
    });
  }

  close(): void {
    this.closed = true;
    const unfinished = this.job ? [this.job, ...this.queue] : this.queue;
    this.queue = [];
    this.discardChild();
    for (const job of unfinished) this.settle(job, cancelledFault(job.request.fileName));
  }

  private startNext(): void {
    if (this.job || this.closed) return;
    const job = this.queue.shift();
    if (!job) {
      this.rest();
      return;
    }
    this.job = job;
    if (this.idle) clearTimeout(this.idle);
    job.total = setTimeout(() => {
      this.timeOut(job, `took longer than ${minutes(this.times.totalMs)}`);
    }, this.times.totalMs);
    this.armStall(job);
    const child = this.ensureChild();
    child.busy(true);
    child.post(job.request);
  }

  private ensureChild(): ReaderProcess {
    if (this.child) return this.child;
    const child = this.transport.start();
    this.child = child;
    child.onMessage((answer) => {
      if (this.child === child) this.receive(child, answer);
    });
    child.onExit((reason) => {
      if (this.child === child) this.childGone(reason);
    });
    return child;
  }

  private receive(child: ReaderProcess, answer: ChildAnswer): void {
    const { job } = this;
    // Late answers to a cancelled request still need their acknowledgement, or the child would wait for ever.
    if (!job || answer.id !== job.request.id || job.settled) {
      child.post({ type: 'ack' });
      if (job && answer.id === job.request.id && (answer.type === 'fault' || answer.type === 'done')) this.finish(job);
      return;
    }
    job.pending++;
    this.disarmStall(job);
    job.chain = job.chain.then(() => this.deal(child, job, answer));
  }

  private async deal(child: ReaderProcess, job: Job, answer: ChildAnswer): Promise<void> {
    try {
      if (!job.settled && answer.type !== 'done' && answer.type !== 'fault') await job.onAnswer(answer);
    } catch (error) {
      this.settle(job, error);
      this.stopChildsWork(job);
    }
    job.pending--;
    if (this.child === child) child.post({ type: 'ack' });
    if (answer.type === 'fault') {
      if (answer.fault.code === 'internal') this.log.error('reader.internal', new Error(answer.fault.message));
      this.settle(job, new Fault(answer.fault.code, answer.fault.code === 'internal' ? insideSentence(job) : answer.fault.message));
      this.finish(job);
    } else if (answer.type === 'done') {
      this.settle(job, null);
      this.finish(job);
    } else if (job.pending === 0 && !job.settled) this.armStall(job);
  }

  private cancel(job: Job): void {
    if (job.settled) return;
    this.settle(job, cancelledFault(job.request.fileName));
    if (this.job === job) this.stopChildsWork(job);
    else this.queue = this.queue.filter((other) => other !== job);
  }

  // The child gets a moment to stop by itself; a child deep in one block is replaced.
  private stopChildsWork(job: Job): void {
    const message: ChildRequest = { type: 'cancel', id: job.request.id };
    this.child?.post(message);
    job.stall = setTimeout(() => {
      if (this.job !== job) return;
      this.discardChild();
      this.finish(job);
    }, this.times.cancelMs);
  }

  private timeOut(job: Job, why: string): void {
    if (this.job !== job) return;
    this.log.info('reader.timeout', { file: job.request.fileName });
    this.discardChild();
    this.settle(
      job,
      new Fault(
        'reader-timeout',
        `${job.request.fileName}: reading it ${why} and was stopped; nothing was imported. Save a copy with only the sheet and period you need and import that.`,
      ),
    );
    this.finish(job);
  }

  private childGone(reason: string): void {
    this.child = null;
    const { job } = this;
    if (!job) return;
    this.log.info('reader.died', { file: job.request.fileName, reason });
    // Answers that arrived before the end are dealt with first.
    void job.chain.then(() => {
      this.settle(
        job,
        new Fault(
          'reader-died',
          `${job.request.fileName}: the reader ended while reading this file, probably because it needs too much memory; nothing was imported. Save a copy with only the sheet and period you need and import that.`,
        ),
      );
      this.finish(job);
    });
  }

  private settle(job: Job, failure: unknown): void {
    if (job.settled) return;
    job.settled = true;
    this.disarmStall(job);
    if (job.total) clearTimeout(job.total);
    if (failure === null) job.resolve();
    else job.reject(failure);
  }

  private finish(job: Job): void {
    this.disarmStall(job);
    if (this.job !== job) return;
    this.job = null;
    this.startNext();
  }

  private armStall(job: Job): void {
    this.disarmStall(job);
    job.stall = setTimeout(() => {
      this.timeOut(job, `made no progress for ${String(Math.round(this.times.stallMs / 1000))} seconds`);
    }, this.times.stallMs);
  }

  private disarmStall(job: Job): void {
    if (job.stall) clearTimeout(job.stall);
    job.stall = null;
  }

  // A resting child doesn't keep the program alive, and after a while gives its memory back.
  private rest(): void {
    const { child } = this;
    if (!child) return;
    child.busy(false);
    if (this.idle) clearTimeout(this.idle);
    this.idle = setTimeout(() => {
      if (!this.job) this.discardChild();
    }, this.times.idleMs);
    this.idle.unref();
  }

  private discardChild(): void {
    if (this.idle) clearTimeout(this.idle);
    const { child } = this;
    this.child = null;
    child?.kill();
  }
}

function cancelledFault(fileName: string): Fault {
  return new Fault('cancelled', `${fileName}: reading was cancelled; nothing was changed.`);
}

function insideSentence(job: Job): string {
  return `${job.request.fileName}: reading it stopped on an error inside the program; the log says which. Nothing was imported.`;
}

function minutes(milliseconds: number): string {
  return milliseconds < 120_000 ? `${String(Math.round(milliseconds / 1000))} seconds` : `${String(Math.round(milliseconds / 60_000))} minutes`;
}
