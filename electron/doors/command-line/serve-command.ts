/** `serve`: the browser door until it is interrupted. */
import { Fault } from '../../../shared/faults.ts';
import type { Core } from '../../core/core-client.ts';
import { openInBrowser } from '../browser/open-in-browser.ts';
import { startBrowserDoor } from '../browser/server.ts';
import { textOption, type Invocation } from './arguments.ts';
import { printJson, printLines } from './output.ts';

export async function serveCommand(core: Core, invocation: Invocation): Promise<number> {
  const text = textOption(invocation, 'port') ?? '0';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Fault('bad-input', `--port: expected 0 to 65535, found “${text}”.`);
  const door = await startBrowserDoor({ core, port });
  if (invocation.globals.json) printJson({ url: door.urlWithToken });
  else printLines([door.urlWithToken]);
  if (invocation.values['open'] === true) await openInBrowser(door.urlWithToken);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await door.close();
  return 0;
}
