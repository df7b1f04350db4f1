import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { FromCore } from '../../../electron/core/protocol.ts';
import { createReaderHost, doorTransport, forkTransport, type ReaderHost } from '../../../electron/intake/reader-host.ts';
import type { DoorPort, DoorRequest } from '../../../electron/intake/reader-transport.ts';
import type { ReaderTimes } from '../../../electron/intake/limits.ts';
import type { ChildAnswer } from '../../../shared/intake/interpretation.ts';
import { interpretInput } from '../../support/interpret-input.ts';

const fakeChild = fileURLToPath(new URL('../../support/fake-reader-child.ts', import.meta.url));
const log: string[] = [];
let host: ReaderHost | null = null;

function newHost(times: Partial<ReaderTimes> = {}): ReaderHost {
  host = createReaderHost({
    transport: forkTransport({ entry: fakeChild, heapMegabytes: 64 }),
    log: {
      info: (event, fields) => log.push(`${event} ${JSON.stringify(fields)}`),
      error: (event, error) => log.push(`${event} ${String(error)}`),
    },
    times,
  });
  return host;
}

afterEach(() => {
  host?.close();
  log.length = 0;
});

async function childOf(reader: ReaderHost, fileName = 'fine.csv'): Promise<string> {
  let pid = '';
  await reader.interpret(interpretInput('/nowhere', fileName), (answer) => {
    if (answer.type === 'file') pid = answer.encoding ?? '';
  });
  return pid;
}

describe('the reader host', () => {
  it('hands answers over in order, one at a time, and keeps the child for the next file', async () => {
    const reader = newHost();
    const seen: string[] = [];
    let inside = 0;
    const take = async (answer: ChildAnswer): Promise<void> => {
      expect(++inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(answer.type);
      inside--;
    };
    await reader.interpret(interpretInput('/nowhere', 'a.csv'), take);
    expect(seen).toEqual(['file', 'progress', 'progress', 'progress']);
    expect(await childOf(reader)).toBe(await childOf(reader));
  });

  it.each(['die.csv', 'late death.csv', 'heap.csv'])('blames a dead child on its file and goes on with a new one: %s', async (fileName) => {
    const reader = newHost();
    const first = await childOf(reader);
    const outcomes = await Promise.allSettled([childOf(reader, fileName), childOf(reader)]);
    expect(outcomes[0]).toMatchObject({ status: 'rejected', reason: { code: 'reader-died', message: expect.stringContaining(fileName) as unknown } });
    expect(outcomes[1]).toMatchObject({ status: 'fulfilled' });
    expect(outcomes[1].status === 'fulfilled' && outcomes[1].value).not.toBe(first);
    expect(log.join()).toContain('reader.died');
  });

  it.each([
    ['hang.csv', { stallMs: 3000 }, 'no progress'],
    ['silent.csv', { stallMs: 3000 }, 'no progress'],
    ['endless.csv', { totalMs: 4000 }, 'took longer'],
  ])('stops a child that hangs: %s', async (fileName, times, why) => {
    const reader = newHost(times);
    await childOf(reader);
    await expect(childOf(reader, fileName)).rejects.toMatchObject({ code: 'reader-timeout', message: expect.stringContaining(why) as unknown });
    expect(await childOf(reader)).toMatch(/^\d+$/);
  });

  it('does not count the time the receiver takes as a stall', async () => {
    // Long enough for a child to start on a busy machine.
    const reader = newHost({ stallMs: 3000 });
    await childOf(reader);
    const slowly = (answer: ChildAnswer): Promise<void> => new Promise((resolve) => setTimeout(resolve, answer.type === 'file' ? 3500 : 0));
    await expect(reader.interpret(interpretInput('/nowhere', 'a.csv'), slowly)).resolves.toBeUndefined();
  });

  it('cancels at once, whether the child listens or not, waiting or running', async () => {
    const reader = newHost({ cancelMs: 200 });
    await childOf(reader);
    for (const fileName of ['silent.csv', 'hang.csv', 'endless.csv']) {
      const controller = new AbortController();
      const running = reader.interpret(interpretInput('/nowhere', fileName), () => undefined, controller.signal);
      const waiting = reader.peek({ path: '/nowhere', fileName: 'waiting.csv', cells: [] }, controller.signal);
      setTimeout(() => {
        controller.abort();
      }, 50);
      expect(
        (await Promise.allSettled([running, waiting])).map((outcome) => outcome.status === 'rejected' && (outcome.reason as { code: string }).code),
      ).toEqual(['cancelled', 'cancelled']);
      expect(await childOf(reader)).toMatch(/^\d+$/);
    }
    await expect(reader.interpret(interpretInput('/nowhere', 'a.csv'), () => undefined, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('gives back what the receiver throws, and keeps the stack of a bug to the log', async () => {
    const reader = newHost();
    const problem = new Error('disk full');
    await expect(reader.interpret(interpretInput('/nowhere', 'a.csv'), () => Promise.reject(problem))).rejects.toBe(problem);
    await expect(childOf(reader, 'bug.csv')).rejects.toMatchObject({ code: 'internal', message: expect.not.stringContaining('secret') as unknown });
    expect(log.join()).toContain('secret stack');
    expect(await childOf(reader)).toMatch(/^\d+$/);
  });

  it('gives the child no way to write a file or start a program', async () => {
    expect(await childOf(newHost(), 'escape.csv')).toBe('ERR_ACCESS_DENIED,ERR_ACCESS_DENIED');
  });

  it('ends what is under way when it is closed', async () => {
    const reader = newHost();
    await childOf(reader);
    const running = childOf(reader, 'silent.csv');
    const waiting = childOf(reader);
    reader.close();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    await expect(childOf(reader)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('starts a new child once the old one has rested long enough', async () => {
    const reader = newHost({ idleMs: 50 });
    const first = await childOf(reader);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(() => process.kill(Number(first), 0)).toThrow();
    expect(await childOf(reader)).not.toBe(first);
  });

  it('works through a door that starts the child for it', async () => {
    const children = new Map<number, ChildProcess>();
    let toCore: (message: unknown) => void = () => undefined;
    const port: DoorPort = {
      on: (_, listener) => {
        toCore = listener;
      },
      postMessage: (message: DoorRequest) => {
        // The transport speaks the protocol of the core.
        const typed: Extract<FromCore, { type: 'reader-start' | 'reader-post' | 'reader-kill' }> = message;
        if (typed.type === 'reader-start') {
          const child = fork(typed.entry, [], { serialization: 'advanced', execArgv: [] });
          children.set(typed.reader, child);
          child.on('message', (content) => {
            toCore({ type: 'reader-message', reader: typed.reader, message: content });
          });
          child.on('exit', (code) => {
            toCore({ type: 'reader-exit', reader: typed.reader, code });
          });
        } else if (typed.type === 'reader-post') children.get(typed.reader)?.send(JSON.parse(JSON.stringify(typed.message)) as object);
        else children.get(typed.reader)?.kill('SIGKILL');
      },
    };
    host = createReaderHost({ transport: doorTransport(port, { entry: fakeChild }), log: { info: () => undefined, error: () => undefined } });
    toCore({ type: 'request', id: 1 });
    const first = await childOf(host);
    await expect(childOf(host, 'die.csv')).rejects.toMatchObject({ code: 'reader-died' });
    expect(await childOf(host)).not.toBe(first);
    host.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([...children.values()].every((child) => child.killed || child.exitCode !== null || child.signalCode !== null)).toBe(true);
  });
});
