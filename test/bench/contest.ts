/** One job done by us and by peers, A B A B …, in one run on one machine; what is reported are ratios of medians. */
import { spawnSync } from 'node:child_process';
import { middle, run, type Cost } from './measure.ts';

export interface Contender {
  name: string;
  /** One run; a contender of several programs adds their costs. */
  run: () => Promise<Cost>;
  /** Highest allowed ratio of our wall time to this one's; null for our own. */
  goal: number | null;
  /** Why it can't take part here; null when it can. */
  missing: string | null;
}

export interface Line {
  what: string;
  measured: string;
  goal: string;
  verdict: 'met' | 'missed' | 'missing' | '';
}

/** The first contender is ours; `memory`: megabytes all our processes may take together. */
export async function contest(name: string, contenders: readonly Contender[], options: { rounds: number; memory: number | null }): Promise<Line[]> {
  const costs = contenders.map((): Cost[] => []);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      if (contender.missing !== null) continue;
      const cost = await contender.run();
      if (cost.code !== 0) throw new Error(`${name}, ${contender.name}: ended with ${String(cost.code)}: ${cost.output.slice(-2_000)}`);
      costs[index]?.push(cost);
    }
  }
  return contenders.map((contender, index) => lineOf(name, contender, { costs: costs[index] ?? [], ours: costs[0] ?? [], memory: options.memory }));
}

function lineOf(name: string, contender: Contender, of: { costs: readonly Cost[]; ours: readonly Cost[]; memory: number | null }): Line {
  const { costs, ours, memory } = of;
  const what = `${name}: ${contender.name}`;
  if (contender.missing !== null) return { what, measured: contender.missing, goal: '', verdict: 'missing' };
  const rss = Math.max(...costs.map(({ rssMb }) => rssMb ?? 0));
  const spent = `${seconds(middle(costs.map(({ wallMs }) => wallMs)))} wall, ${seconds(middle(costs.map(({ cpuMs }) => cpuMs ?? 0)))} processor, ${rss.toFixed(0)} MB`;
  if (costs === ours)
    return { what, measured: spent, goal: memory === null ? '' : `≤ ${String(memory)} MB`, verdict: memory === null ? '' : met(rss <= memory) };
  const wall = middle(ours.map(({ wallMs }) => wallMs)) / middle(costs.map(({ wallMs }) => wallMs));
  const cpu = middle(ours.map(({ cpuMs }) => cpuMs ?? 0)) / middle(costs.map(({ cpuMs }) => cpuMs ?? 0));
  const ratio = `ours is ${wall.toFixed(2)} × its wall time, ${cpu.toFixed(2)} × its processor time (${spent})`;
  if (contender.goal === null) return { what, measured: ratio, goal: '', verdict: '' };
  return { what, measured: ratio, goal: `≤ ${contender.goal.toFixed(2)}`, verdict: met(wall <= contender.goal) };
}

export function met(yes: boolean): 'met' | 'missed' {
  return yes ? 'met' : 'missed';
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** Programs one after the other as one job; the memory is that of the larger. */
export async function oneAfterAnother(commands: readonly (readonly string[])[]): Promise<Cost> {
  let sum: Cost | null = null;
  for (const command of commands) {
    const cost = await run(command);
    if (sum === null) sum = cost;
    else {
      sum = {
        wallMs: sum.wallMs + cost.wallMs,
        cpuMs: (sum.cpuMs ?? 0) + (cost.cpuMs ?? 0),
        rssMb: Math.max(sum.rssMb ?? 0, cost.rssMb ?? 0),
        largestMb: Math.max(sum.largestMb ?? 0, cost.largestMb ?? 0),
        code: cost.code === 0 ? sum.code : cost.code,
        output: sum.output + cost.output,
      };
    }
  }
  if (sum === null) throw new Error('no command was given');
  return sum;
}

/** Null when the program answers, else what to say about it. */
export function missingProgram(command: readonly string[]): string | null {
  const [program = '', ...words] = command;
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0 ? null : `${command.join(' ').slice(0, 60)} is not installed here`;
}
