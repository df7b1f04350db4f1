/** The browser door as a program of its own: plant-cockpit in a browser tab, for machines without an Electron runtime. */
import { parseArgs } from 'node:util';
import { openInBrowser } from './doors/browser/open-in-browser.ts';
import { startBrowserDoor } from './doors/browser/server.ts';
import { coreOptions } from './doors/core-options.ts';
import { startCore } from './core/core-client.ts';
import { Fault, faults } from '../shared/faults.ts';

const USAGE = 'browser [--store FILE] [--port N] [--no-open] [--as-of YYYY-MM-DD]';

interface BrowserArguments {
  store: string | null;
  port: number;
  open: boolean;
  asOf: string | null;
}

async function main(): Promise<void> {
  const chosen = readArguments(process.argv.slice(2));
  const core = await startCore(coreOptions({ storeFile: chosen.store, door: 'browser', asOf: chosen.asOf, reader: 'fork' }), {
    onCrash: (error) => {
      fail(error);
    },
  });
  const door = await startBrowserDoor({ core, port: chosen.port });
  process.stdout.write(`${door.urlWithToken}\n`);
  const end = () => {
    void door
      .close()
      .then(() => core.close())
      .then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  if (chosen.open) {
    await openInBrowser(door.urlWithToken).catch(() => {
      process.stderr.write('No browser could be opened; open the address above by hand.\n');
    });
  }
}

function readArguments(args: string[]): BrowserArguments {
  try {
    const { values } = parseArgs({
      args,
      options: { store: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' }, 'as-of': { type: 'string' } },
    });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port: expected 0 to 65535, found ${String(values.port)}`);
    const asOf = values['as-of'] ?? null;
    if (asOf !== null && !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new Error(`--as-of: expected YYYY-MM-DD, found ${asOf}`);
    return { store: values.store ?? null, port, open: values['no-open'] !== true, asOf };
  } catch (error) {
    throw new Fault('bad-input', `${error instanceof Error ? error.message : String(error)}; usage: ${USAGE}`, { cause: error });
  }
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof Fault ? faults[error.code].exit : 1);
}

main().catch(fail);
