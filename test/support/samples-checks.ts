/** What is known of a sample: how a user would answer its questions, and every control figure of the index with the way to find it. */
import type { FaultCode } from '../../shared/faults.ts';
import type { TableReport } from '../../shared/intake/interpretation.ts';
import type { Answers, SampleRun } from './samples-run.ts';

export interface Check {
  /** The words of the index's control column this check stands for. */
  says: string;
  want: unknown;
  of: (run: SampleRun) => unknown;
}

export interface Known {
  /** How the file comes out without an answer: every table alike, or a fault. */
  first: 'ready' | 'needs-mapping' | FaultCode;
  answers?: (first: TableReport[]) => Answers;
  checks: Check[];
}

/** Digest → what is known. */
export type KnownSamples = Readonly<Record<string, Known>>;

/** “1,077” and “thing=1,077” as a check whose figure stands in its own words. */
export function says(words: string, want: unknown, of: (run: SampleRun) => unknown): Check {
  return { says: words, want, of };
}

/** Numbers agree within half a unit of the last decimal the index prints; whole ones but for floating dust. */
export function agrees(found: unknown, want: unknown): boolean {
  if (typeof found === 'number' && typeof want === 'number') {
    const decimals = /\.(\d+)$/u.exec(String(want))?.[1]?.length ?? 0;
    const slack = decimals === 0 ? Math.abs(want) * 1e-12 : 0.5 * 10 ** -decimals;
    return Math.abs(found - want) <= slack + 1e-9;
  }
  return JSON.stringify(found) === JSON.stringify(want);
}

/** What is left of the index's controls when every checked part is taken out: no figure may remain. */
export function unchecked(controls: string, checks: readonly Check[]): string {
  return checks.reduce((rest, { says: part }) => {
    if (!rest.includes(part)) throw new Error(`“${part}” is not in the index’s controls: ${controls}`);
    return rest.replace(part, ' ');
  }, controls);
}

export const headRow = (run: SampleRun): number | undefined => run.first[0]?.headerRow;
export const rowsRead = (run: SampleRun): number | undefined => run.reports[0]?.rows.read;
