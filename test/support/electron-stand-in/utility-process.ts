/** `utilityProcess.fork` as a real child process, with Electron's API on both sides (utility-child.ts is the child's). */
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { strict } from './not-provided.ts';

interface ForkOptions {
  execArgv?: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  serviceName?: string;
  stdio?: 'ignore' | 'inherit' | 'pipe';
}

class StandInUtilityProcess extends EventEmitter {
  pid: number | undefined;
  private readonly child: ChildProcess;

  constructor(entry: string, args: string[], options: ForkOptions) {
    super();
    const stdio = options.stdio ?? 'inherit';
    this.child = fork(entry, args, {
      execArgv: ['--import', new URL('./utility-child.ts', import.meta.url).href, ...(options.execArgv ?? [])],
      serialization: 'advanced',
      stdio: [stdio, stdio, stdio, 'ipc'],
      ...(options.env ? { env: options.env } : {}),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    this.child.on('spawn', () => {
      this.pid = this.child.pid;
      this.emit('spawn');
    });
    this.child.on('message', (message) => this.emit('message', message));
    this.child.on('exit', (code) => {
      this.pid = undefined;
      // Electron gives a number even for a child that a signal ended.
      this.emit('exit', code ?? 1);
    });
    process.once('exit', () => {
      this.child.kill('SIGKILL');
    });
  }

  postMessage(message: unknown): void {
    // A child that is gone takes no more messages; Electron drops them too.
    if (this.child.connected) this.child.send(message as object, () => undefined); // any cloneable value under advanced serialization
  }

  kill(): boolean {
    return this.child.kill('SIGTERM');
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (entry: string, args: string[] = [], options: ForkOptions = {}) => new StandInUtilityProcess(entry, args, options),
});
