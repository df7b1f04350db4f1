/** Our own reading alone, cold: starts the built reader child, has it read a file into typed cells and say one of them. */
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { ChildAnswer, PeekRequest } from '../../shared/intake/interpretation.ts';

const [file = ''] = process.argv.slice(2);
const child = fork(resolve('out/main/reader-child.js'), [], {
  serialization: 'advanced',
  execArgv: ['--max-old-space-size=512', '--permission', '--allow-fs-read=*', '--disable-warning=ExperimentalWarning'],
});
child.on('message', (message) => {
  const answer = message as ChildAnswer; // reader-child sends nothing else
  child.send({ type: 'ack' });
  if (answer.type === 'peeked') process.stdout.write(`${answer.texts.join(' ')}\n`);
  if (answer.type === 'fault') throw new Error(answer.fault.message);
  if (answer.type === 'done') child.disconnect();
});
const request: PeekRequest = { type: 'peek', id: 1, path: resolve(file), fileName: 'bench', cells: [{ sheet: 0, row: 2, column: 1 }] };
child.send(request);
