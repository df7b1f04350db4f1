import { expect, it } from 'vitest';
import { eventsOf } from '../../../shared/kit/events-of.ts';

async function collect(events: AsyncIterable<number>): Promise<number[]> {
  const seen: number[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('gives every event in order, those of one moment too', async () => {
  const events = eventsOf<number>(async (emit) => {
    emit(1);
    emit(2);
    await pause(5);
    emit(3);
    await pause(5);
  });
  expect(await collect(events)).toEqual([1, 2, 3]);
});

it('gives events while the work is running', async () => {
  let isDone = false;
  const events = eventsOf<number>(async (emit) => {
    emit(1);
    await pause(30);
    isDone = true;
  });
  expect((await events.next()).value).toBe(1);
  expect(isDone).toBe(false);
  await events.return();
});

it('throws what the work threw, after its events', async () => {
  const seen: number[] = [];
  const events = eventsOf<number>(async (emit) => {
    emit(1);
    await pause(1);
    throw new Error('broken');
  });
  await expect(async () => {
    for await (const event of events) seen.push(event);
  }).rejects.toThrow('broken');
  expect(seen).toEqual([1]);
});
