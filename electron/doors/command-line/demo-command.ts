/** `demo`: fills an empty store, saying on standard error how far it is. */
import type { Core } from '../../core/core-client.ts';
import type { Invocation } from './arguments.ts';
import { asFault, callsThrough } from './calls.ts';
import { printJson, printLines } from './output.ts';

export async function demoCommand(core: Core, invocation: Invocation): Promise<number> {
  await asFault(async () => {
    let tenths = -1;
    for await (const event of await callsThrough(core).demo.fill.mutate({})) {
      if (event.type === 'filled') {
        if (invocation.globals.json) printJson({ files: event.files, facts: event.facts });
        else printLines([`The demo plant is in: ${String(event.files)} files, ${String(event.facts)} facts.`]);
        continue;
      }
      const now = Math.floor((event.done / event.total) * 10);
      if (now !== tenths) process.stderr.write(`demo plant: ${String(event.done)} of ${String(event.total)} files\n`);
      tenths = now;
    }
  });
  return 0;
}
