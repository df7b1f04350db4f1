/** Worker entry: holds one Typst compiler and turns documents into PDF bytes, one after the other. It reads the files it is told at the start and nothing else. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import * as typst from '@myriaddreamin/typst-ts-web-compiler';
import type { FromTypst, ToTypst, TypstOptions } from './typst-protocol.ts';

const port = parentPort;
if (!port) throw new Error('typst-worker runs as a worker only');
const options = workerData as TypstOptions; // handed over by pdf.ts
const ready = start();

port.on('message', (message: ToTypst) => {
  void answer(message).then((reply) => {
    if (reply.type === 'made') port.postMessage(reply, [reply.bytes.buffer]);
    else port.postMessage(reply);
  });
});

async function start(): Promise<typst.TypstCompiler> {
  typst.initSync({ module: readFileSync(options.wasmFile) });
  const builder = new typst.TypstCompilerBuilder();
  // No access model: the compiler sees what is mapped below and no file, package or network.
  builder.set_dummy_access_model();
  for (const file of options.fontFiles) await builder.add_raw_font(readFileSync(file));
  const compiler = await builder.build();
  for (const source of options.sources) compiler.add_source(source.path, readFileSync(source.file, 'utf8'));
  return compiler;
}

async function answer(message: ToTypst): Promise<FromTypst> {
  try {
    const compiler = await ready;
    compiler.map_shadow('/data.json', message.json);
    const output: unknown = compiler.compile(options.main, undefined, 'pdf', 2);
    const result = output !== null && typeof output === 'object' && 'result' in output ? output.result : undefined;
    if (!(result instanceof Uint8Array)) return { type: 'failed', id: message.id, message: JSON.stringify(output) };
    return { type: 'made', id: message.id, bytes: new Uint8Array(result) };
  } catch (error) {
    return { type: 'failed', id: message.id, message: error instanceof Error ? error.message : String(error) };
  }
}
