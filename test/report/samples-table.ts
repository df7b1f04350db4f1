/** The table of real samples in the test report: printed at the end of the run and written to test-results/samples.md. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agrees, type Check } from '../support/samples-checks.ts';
import type { SampleLine } from '../support/samples.ts';

export interface SampleOutcome {
  line: SampleLine;
  /** Of every table, as the file comes. */
  status: string[];
  dataset: (string | null)[];
  fault: string | null;
  checks: (Check & { found: unknown })[];
}

const heads = ['file', 'status', 'dataset', 'controls', 'found'] as const;

export function samplesTable(outcomes: readonly SampleOutcome[]): void {
  const rows = outcomes.map(({ line, status, dataset, fault, checks }) => {
    const held = checks.filter((check) => agrees(check.found, check.want)).length;
    const datasets = unique(dataset.map((name) => name ?? '–'));
    return [
      line.path,
      fault === null ? unique(status) : `refused: ${fault}`,
      datasets === '' ? '–' : datasets,
      `${String(held)} of ${String(checks.length)} hold`,
      checks.map(({ says, found, want }) => `${says}: ${JSON.stringify(found)}${agrees(found, want) ? '' : ' ✗'}`).join('; '),
    ];
  });
  const folder = join(import.meta.dirname, '../../test-results');
  mkdirSync(folder, { recursive: true });
  const markdown = [heads, heads.map(() => '---'), ...rows].map(
    (row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/gu, ' ')).join(' | ')} |`,
  );
  writeFileSync(join(folder, 'samples.md'), `# Real samples\n\n${markdown.join('\n')}\n`);
  const held = rows.filter((_, index) => outcomes[index]?.checks.every((check) => agrees(check.found, check.want))).length;
  const lines = rows.map((row) => row.map((cell, index) => cell.slice(0, [60, 24, 40, 16, 90][index])).join(' | '));
  process.stdout.write(`${[heads.join(' | '), ...lines].join('\n')}\n${String(held)} of ${String(rows.length)} samples: every control holds\n`);
}

function unique(values: readonly string[]): string {
  return [...new Set(values)].join(', ');
}
