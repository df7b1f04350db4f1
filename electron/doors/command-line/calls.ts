/** Calls procedures through the core's `handle`, exactly as the screen does. */
import { createTRPCClient, httpBatchStreamLink, TRPCClientError } from '@trpc/client';
import type { Core } from '../../core/core-client.ts';
import type { AppRouter } from '../../core/router.ts';
import { Fault, isFaultCode } from '../../../shared/faults.ts';

const origin = 'http://cockpit.internal';

export function callsThrough(core: Core) {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchStreamLink({
        url: `${origin}/rpc`,
        methodOverride: 'POST',
        fetch: (url, init) => core.handle(new Request(String(url), init as ConstructorParameters<typeof Request>[1])), // tRPC's own init, by Node's name
      }),
    ],
  });
}

export type Calls = ReturnType<typeof callsThrough>;

/** Any procedure by its dotted name; a job's answer is all it yields. */
export async function callByName(core: Core, procedure: { name: string; kind: string }, input: unknown): Promise<unknown> {
  const client: unknown = callsThrough(core);
  const target = procedure.name.split('.').reduce<unknown>((node, part) => Reflect.get(Object(node), part), client);
  const verb = procedure.kind === 'query' ? 'query' : 'mutate';
  const call: unknown = Reflect.get(Object(target), verb);
  if (typeof call !== 'function') throw new Fault('unknown-procedure', `${procedure.name}: there is no such procedure; “procedures” lists them.`);
  const answer: unknown = await asFault(() => Reflect.apply(call, target, [input]) as Promise<unknown>); // found by name: typed by the router
  if (procedure.kind !== 'job') return answer;
  const events: unknown[] = [];
  await asFault(async () => {
    for await (const event of answer as AsyncIterable<unknown>) events.push(event); // a job's answer is an async iterable
  });
  return events;
}

/** Uploads bytes as the screen does; answers the upload's id. */
export async function uploadFile(core: Core, name: string, body: ReadableStream<Uint8Array>): Promise<string> {
  const request = new Request(`${origin}/upload?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
    duplex: 'half',
  }); // duplex is missing in the types
  const response = await core.handle(request);
  const answer: unknown = await response.json();
  if (!response.ok) throw faultFrom(answer) ?? new Error(`upload answered ${String(response.status)}`);
  return String(Reflect.get(Object(answer), 'upload'));
}

/** Turns what a call threw back into the fault the procedure meant. */
export async function asFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TRPCClientError) {
      const data: unknown = error.data;
      const fault = faultFrom(Reflect.get(Object(data), 'fault'));
      if (fault) throw fault;
    }
    throw error;
  }
}

function faultFrom(body: unknown): Fault | null {
  const code = String(Reflect.get(Object(body), 'code'));
  return isFaultCode(code) ? new Fault(code, String(Reflect.get(Object(body), 'message'))) : null;
}
