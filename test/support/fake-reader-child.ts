/** Stands in for reader-child.ts where a test needs a child that misbehaves in a known way, told by the file's name. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const send = (message: unknown): void => {
  process.send?.(message);
};

process.on('message', (message: { type: string; id: number; fileName?: string }) => {
  const { id } = message;
  if (message.type === 'cancel') send({ type: 'fault', id, fault: { code: 'cancelled', title: '', message: '' } });
  if (message.type !== 'interpret' && message.type !== 'peek') return;
  switch (message.fileName) {
    case 'die.csv':
      process.kill(process.pid, 'SIGKILL');
      return;
    case 'late death.csv':
      send({ type: 'progress', id, stage: 'read', done: 1, total: 2 });
      setTimeout(() => process.exit(7), 50);
      return;
    case 'heap.csv': {
      const hoard: number[][] = [];
      for (;;) hoard.push(new Array<number>(1_000_000).fill(hoard.length + 0.5));
    }
    case 'hang.csv':
      for (;;);
    case 'silent.csv':
      return;
    case 'endless.csv':
      setInterval(() => {
        send({ type: 'progress', id, stage: 'read', done: 1, total: 2 });
      }, 20);
      return;
    case 'escape.csv': {
      const tried = [
        () => {
          writeFileSync(`/tmp/escaped-${String(process.pid)}`, '');
        },
        () => execFileSync(process.execPath, ['--version']),
      ].map(outcomeOf);
      send({ type: 'file', id, kind: 'delimited', encoding: tried.join(), delimiter: null, sheets: [] });
      send({ type: 'done', id });
      return;
    }
    case 'bug.csv':
      send({ type: 'fault', id, fault: { code: 'internal', title: '', message: 'secret stack' } });
      return;
    default:
      send({ type: 'file', id, kind: 'delimited', encoding: String(process.pid), delimiter: ',', sheets: [''] });
      for (let done = 1; done <= 3; done++) send({ type: 'progress', id, stage: 'interpret', done, total: 3 });
      send({ type: 'done', id });
  }
});

function outcomeOf(attempt: () => unknown): string {
  try {
    attempt();
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
