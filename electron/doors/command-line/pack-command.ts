/** `pack`: makes the pack through the core and puts its files into a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Fault } from '../../../shared/faults.ts';
import type { Core } from '../../core/core-client.ts';
import { textOption, type Invocation } from './arguments.ts';
import { asFault, callsThrough } from './calls.ts';
import { printJson, printLines } from './output.ts';

const formats = ['pdf', 'xlsx', 'eml'] as const;

export async function packCommand(core: Core, invocation: Invocation): Promise<number> {
  const kind = invocation.positionals[0];
  if (kind !== 'monthly') throw new Fault('bad-input', `pack: expected “monthly”, found “${String(kind)}”.`);
  const period = textOption(invocation, 'period');
  const out = textOption(invocation, 'out');
  if (period === undefined || out === undefined) throw new Fault('bad-input', 'pack monthly: expected --period <2026-10> and --out DIR; see --help.');
  const plant = textOption(invocation, 'plant');
  const made = await asFault(async () => {
    const events = await callsThrough(core).packs.make.mutate({ kind, period, formats: chosenFormats(invocation), ...(plant === undefined ? {} : { plant }) });
    for await (const event of events) if (event.type === 'made') return event;
    throw new Error('the pack job ended without a pack');
  });
  const folder = resolve(out);
  mkdirSync(folder, { recursive: true });
  const files: { file: string; size: number; sha256: string }[] = [];
  for (const file of made.files) {
    const target = join(folder, file.name);
    writeFileSync(target, await fetchFile(core, { pack: made.id, name: file.name }), { flush: true });
    files.push({ file: target, size: file.size, sha256: file.sha256 });
  }
  if (invocation.globals.json) printJson({ kind, period, version: made.version, files });
  else printLines(files.map((file) => file.file));
  return 0;
}

function chosenFormats(invocation: Invocation): (typeof formats)[number][] {
  const asked = textOption(invocation, 'formats')?.split(',') ?? [...formats];
  return asked.map((name) => {
    const format = formats.find((candidate) => candidate === name.trim());
    if (!format) throw new Fault('bad-input', `--formats: expected pdf, xlsx or eml, found “${name}”.`);
    return format;
  });
}

async function fetchFile(core: Core, wanted: { pack: number; name: string }): Promise<Buffer> {
  const response = await core.handle(
    new Request('http://cockpit.internal/file', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wanted) }),
  );
  if (!response.ok) throw new Error(`the pack’s file answered ${String(response.status)}`);
  return Buffer.from(await response.arrayBuffer());
}
