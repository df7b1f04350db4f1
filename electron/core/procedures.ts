/**
 * The three kinds of procedure. A query reads and may be retried; a command is one transaction with its audit row; a job streams
 * progress and can be cancelled. The kind drives the behaviour; a router only declares.
 */
import { initTRPC, TRPCError, type TRPC_ERROR_CODE_KEY } from '@trpc/server';
import type { z } from 'zod';
import { Fault, faults, type FaultBody } from '../../shared/faults.ts';
import type { ReadDb, WriteDb } from '../store/database.ts';
import { recordAudit } from '../store/audit.ts';
import type { CoreContext } from './context.ts';

export interface ProcedureMeta {
  kind: 'query' | 'command' | 'job';
  /** One line: what it answers or does. */
  summary: string;
}

const t = initTRPC
  .context<CoreContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter({ shape, error }) {
      return { ...shape, data: { ...shape.data, stack: undefined, fault: faultOf(error) } };
    },
  });

export const router = t.router;
export const callerFactory = t.createCallerFactory;

/** What a failure says at the door: a fault as it is, bad input as one sentence, a bug as `internal` without its stack. */
export function faultOf(error: unknown): FaultBody {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof Fault) return cause.body;
  if (error instanceof TRPCError && error.code === 'BAD_REQUEST') {
    return { code: 'bad-input', title: faults['bad-input'].title, message: inputSentence(cause) };
  }
  if (error instanceof TRPCError && error.code === 'NOT_FOUND') {
    return { code: 'unknown-procedure', title: faults['unknown-procedure'].title, message: error.message };
  }
  return { code: 'internal', title: faults.internal.title, message: 'Something went wrong inside; the log says more.' };
}

export interface QuerySpec<I extends z.ZodType, O> {
  summary: string;
  input: I;
  /** May answer a promise where the reader child has to look something up. */
  run: (db: ReadDb, input: z.output<I>, context: CoreContext) => O | Promise<O>;
}

export function query<I extends z.ZodType, O>(spec: QuerySpec<I, O>) {
  return t.procedure
    .meta({ kind: 'query', summary: spec.summary })
    .input(spec.input)
    .query(({ ctx, input }) => asTrpc(() => spec.run(ctx.reading, input as z.output<I>, ctx))); // tRPC widens the parsed input of a generic schema
}

export interface CommandSpec<I extends z.ZodType, O> {
  summary: string;
  input: I;
  /** What the audit row says: the subject and the change, old and new. */
  audit: (input: z.output<I>, output: Awaited<O>) => { subject: string; detail: Record<string, unknown> };
  /** Synchronous: an await inside a transaction would interleave requests. */
  run: (db: WriteDb, input: z.output<I>, context: CoreContext) => O;
  action: string;
}

export function command<I extends z.ZodType, O>(spec: CommandSpec<I, O>) {
  return t.procedure
    .meta({ kind: 'command', summary: spec.summary })
    .input(spec.input)
    .mutation(({ ctx, input }) =>
      asTrpc(() =>
        ctx.writing.transact(() => {
          const parsed = input as z.output<I>; // as above
          const output = spec.run(ctx.writing, parsed, ctx);
          const { subject, detail } = spec.audit(parsed, output as Awaited<O>); // run is synchronous
          recordAudit(ctx.writing, { action: spec.action, subject, detail, clock: ctx.clock, caller: ctx.caller });
          return output;
        }),
      ),
    );
}

export interface JobSpec<I extends z.ZodType, P> {
  summary: string;
  input: I;
  /** Yields progress and, last, the result. Stops when `context.signal` is aborted. */
  run: (input: z.output<I>, context: CoreContext) => AsyncIterable<P>;
}

export function job<I extends z.ZodType, P>(spec: JobSpec<I, P>) {
  return t.procedure
    .meta({ kind: 'job', summary: spec.summary })
    .input(spec.input)
    .mutation(async function* ({ ctx, input, signal }) {
      const context = signal ? { ...ctx, signal: AbortSignal.any([signal, ctx.signal]) } : ctx;
      try {
        yield* spec.run(input as z.output<I>, context); // as above
      } catch (error) {
        throw trpcError(error);
      }
    });
}

function asTrpc<T>(work: () => T): T {
  try {
    const answer = work();
    if (!(answer instanceof Promise)) return answer;
    return answer.catch((error: unknown) => {
      throw trpcError(error);
    }) as T; // still the promise it was
  } catch (error) {
    throw trpcError(error);
  }
}

function trpcError(error: unknown): unknown {
  if (!(error instanceof Fault)) return error;
  return new TRPCError({ code: trpcCode(faults[error.code].http), message: error.message, cause: error });
}

function trpcCode(http: number): TRPC_ERROR_CODE_KEY {
  switch (http) {
    case 400:
      return 'BAD_REQUEST';
    case 403:
      return 'FORBIDDEN';
    case 404:
      return 'NOT_FOUND';
    case 409:
      return 'CONFLICT';
    case 413:
      return 'PAYLOAD_TOO_LARGE';
    case 422:
      return 'UNPROCESSABLE_CONTENT';
    case 499:
      return 'CLIENT_CLOSED_REQUEST';
    default:
      return 'INTERNAL_SERVER_ERROR';
  }
}

function inputSentence(cause: unknown): string {
  const issues = (cause as { issues?: { path: PropertyKey[]; message: string }[] } | undefined)?.issues; // zod's error, across its versions
  const first = issues?.[0];
  if (!first) return 'The input does not fit what the procedure takes.';
  const place = first.path.length > 0 ? first.path.map(String).join('.') : 'input';
  return `${place}: ${first.message}`;
}
