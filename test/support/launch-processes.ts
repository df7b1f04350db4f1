/** What the operating system says about the reader children of a started application (Linux: /proc). */
import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of the reader children below `root`, forked or as Electron's utility process. */
export function readerPids(root: number): number[] {
  const processes = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .map((pid) => ({ pid, parent: parentOf(pid), command: textOf(`/proc/${String(pid)}/cmdline`) }));
  const isBelow = (pid: number): boolean => {
    const parent = processes.find((one) => one.pid === pid)?.parent ?? 0;
    return parent === root || (parent > 1 && isBelow(parent));
  };
  return processes.filter(({ pid, command }) => /reader-child|node\.mojom\.NodeService/.test(command) && isBelow(pid)).map(({ pid }) => pid);
}

/** Clock ticks of processor time a process has used; 0 once it is gone. */
export function cpuTicks(pid: number): number {
  const fields = statOf(pid);
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

function parentOf(pid: number): number {
  return Number(statOf(pid)[1] ?? 0);
}

// The name in parentheses may hold spaces; the fields count from behind it.
function statOf(pid: number): string[] {
  const stat = textOf(`/proc/${String(pid)}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Processes come and go between two looks.
    return '';
  }
}
