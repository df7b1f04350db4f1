/**
 * What a program and everything it starts cost: wall time, processor time and resident memory, sampled from /proc. Processor time is what
 * a busy machine distorts least, so ratios are taken of it too.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface Cost {
  wallMs: number;
  /** Of all processes; null where the system does not tell. */
  cpuMs: number | null;
  /** Highest sum of resident memory of all processes at one moment, megabytes; null as above. */
  rssMb: number | null;
  /** Highest resident memory of one process. */
  largestMb: number | null;
  code: number | null;
  output: string;
}

const sampleMs = 15;
const tickMs = 10; // USER_HZ is 100 on every Linux Node runs on
const hasProc = existsSync('/proc/self/stat');

export function run(command: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const [program = '', ...words] = command;
    const child = spawn(program, words, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString('utf8')));
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString('utf8')));
    const family = new Family(child.pid ?? 0);
    const sampling = setInterval(() => {
      family.sample();
    }, sampleMs);
    family.sample();
    child.on('error', (error) => {
      clearInterval(sampling);
      reject(error);
    });
    child.on('close', (code) => {
      clearInterval(sampling);
      resolve({ wallMs: performance.now() - started, ...family.cost(), code, output: code === 0 ? output : output + complaint });
    });
  });
}

class Family {
  private readonly ticks = new Map<number, number>();
  private readonly largest = new Map<number, number>();
  private readonly root: number;
  private together = 0;

  constructor(root: number) {
    this.root = root;
  }

  sample(): void {
    if (!hasProc) return;
    const parents = new Map<number, number>();
    const rss = new Map<number, number>();
    for (const name of readdirSync('/proc')) {
      const id = Number(name);
      if (!Number.isInteger(id)) continue;
      const fields = statOf(id);
      if (!fields) continue;
      parents.set(id, Number(fields[1]));
      if (!this.belongs(id, parents, fields)) continue;
      this.ticks.set(id, Number(fields[11]) + Number(fields[12]));
      const megabytes = (Number(fields[21]) * 4096) / 1_048_576;
      rss.set(id, megabytes);
      this.largest.set(id, Math.max(this.largest.get(id) ?? 0, megabytes));
    }
    this.together = Math.max(
      this.together,
      [...rss.values()].reduce((sum, one) => sum + one, 0),
    );
  }

  cost(): { cpuMs: number | null; rssMb: number | null; largestMb: number | null } {
    if (!hasProc) return { cpuMs: null, rssMb: null, largestMb: null };
    return {
      cpuMs: [...this.ticks.values()].reduce((sum, one) => sum + one, 0) * tickMs,
      rssMb: this.together,
      largestMb: Math.max(0, ...this.largest.values()),
    };
  }

  // Children come after their parents in the order of their numbers, but for a wrap nobody measures across; the known stay known.
  private belongs(id: number, parents: ReadonlyMap<number, number>, fields: readonly string[]): boolean {
    if (id === this.root || this.ticks.has(id)) return true;
    for (let at = Number(fields[1]); at > 1; at = parents.get(at) ?? 0) if (at === this.root || this.ticks.has(at)) return true;
    return false;
  }
}

// From the state on: the program's name before it may hold blanks.
function statOf(id: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${String(id)}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // ended between the listing and the look
    return null;
  }
}

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
