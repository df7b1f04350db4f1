/** Turns work that calls back into events one can iterate over; what the work throws is thrown after its last event. */
export async function* eventsOf<T>(work: (emit: (event: T) => void) => Promise<void>): AsyncGenerator<T, void, void> {
  const waiting: T[] = [];
  const state = { hasEnded: false };
  let wake = Promise.withResolvers<null>();
  const running = work((event) => {
    waiting.push(event);
    wake.resolve(null);
  });
  const end = (): void => {
    state.hasEnded = true;
    wake.resolve(null);
  };
  running.then(end, end);
  for (;;) {
    const next = waiting.shift();
    if (next !== undefined) {
      yield next;
    } else if (state.hasEnded) {
      break;
    } else {
      await wake.promise;
      wake = Promise.withResolvers<null>();
    }
  }
  await running;
}
