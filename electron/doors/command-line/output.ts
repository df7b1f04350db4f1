/** What the command line prints: one JSON document with --json, else plain lines; errors are one line on standard error. */
import { isFaultCode } from '../../../shared/faults.ts';
import type { ImportResult, Problem } from '../../../shared/intake/result.ts';

export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

export function printLines(lines: string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

export function printError(message: string): void {
  process.stderr.write(`${message.replaceAll('\n', ' ')}\n`);
}

/** One result as a person reads it. */
export function resultLines(result: ImportResult): string[] {
  const sheet = result.sheet === '' ? '' : ` [${result.sheet}]`;
  const counts = `${String(result.rows.read)} rows: ${String(result.rows.new)} new, ${String(result.rows.changed)} changed, ${String(result.rows.same)} same, ${String(result.rows.rejected)} rejected`;
  const batch = result.batch === null ? '' : `, import ${String(result.batch)}`;
  const head = `${result.file}${sheet}: ${result.status}${result.dataset ? ` as ${result.dataset}` : ''}, ${counts}${batch}`;
  return [head, ...result.problems.slice(0, 20).map((problem) => `  ${problemLine(problem)}`)];
}

/** Where, expected, found, fix. */
export function problemLine(problem: Problem): string {
  if (isFaultCode(problem.code)) return `${problem.severity}: ${problem.fix}`;
  const place = problem.cell ?? (problem.row === null ? '' : `row ${String(problem.row)}`);
  const where = [place, problem.field].filter((part) => part !== null && part !== '').join(' ');
  return `${problem.severity}${where === '' ? '' : ` ${where}`}: expected ${problem.expected}, found ${problem.found}; ${problem.fix}`;
}
