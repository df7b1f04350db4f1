/** Runs the built command line as a process of its own, as a user would. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface CommandOutcome {
  code: number | null;
  out: string;
  errors: string;
  /** Standard output as the one JSON document it is with --json. */
  json: () => unknown;
}

export function cockpit(words: string[]): Promise<CommandOutcome> {
  const script = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
  if (!existsSync(script)) throw new Error('The command line is not built: run `npm run build` first.');
  const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, errors, json: () => JSON.parse(out) as unknown });
    });
  });
}
