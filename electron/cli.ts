/** The command line: arguments in, text or JSON out, through the same `handle` as the screens. */
import { Fault, faults } from '../shared/faults.ts';
import { readInvocation, usage, wantsHelp } from './doors/command-line/arguments.ts';
import { printError, printLines } from './doors/command-line/output.ts';
import { runCommand } from './doors/command-line/run.ts';

async function main(words: string[]): Promise<number> {
  if (wantsHelp(words)) {
    printLines([usage]);
    return words.length === 0 ? 2 : 0;
  }
  return runCommand(readInvocation(words));
}

// whoever reads our output may have read enough (head, less)
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    printError(error instanceof Error ? error.message : String(error));
    process.exitCode = error instanceof Fault ? faults[error.code].exit : 1;
  },
);
