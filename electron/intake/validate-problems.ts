/** Collects what is wrong: the first 200 in full, all of them counted. */
import { issueCodes, type IssueCode } from '../../shared/intake/issues.ts';
import type { Problem } from '../../shared/intake/result.ts';
import { cellAddress } from '../../shared/intake/cells.ts';

const cap = 200;

export interface Place {
  row: number | null;
  column: number | null; // 1-based
  field: string | null;
}

export interface Saying {
  expected: string;
  found: string;
  fix: string;
}

export class ProblemList {
  readonly list: Problem[] = [];
  readonly counts: Record<string, number> = {};

  add(code: IssueCode, place: Place, saying: Saying): void {
    this.counts[code] = (this.counts[code] ?? 0) + 1;
    const { severity } = issueCodes[code];
    if (this.list.length >= cap && (severity === 'warning' || this.list.filter((one) => one.severity === 'error').length >= cap)) return;
    this.list.push({
      severity,
      code,
      row: place.row,
      cell: place.row !== null && place.column !== null ? cellAddress(place.row, place.column) : null,
      field: place.field,
      expected: saying.expected,
      found: saying.found.slice(0, 200),
      fix: saying.fix,
    });
  }

  /** Several of one code in one entry: counted as many, shown as one. */
  addMany(code: IssueCode, count: number, at: { place: Place; saying: Saying }): void {
    this.add(code, at.place, at.saying);
    this.counts[code] = (this.counts[code] ?? 0) + count - 1;
  }

  get errors(): number {
    let sum = 0;
    for (const [code, count] of Object.entries(this.counts)) if (severityOf(code) === 'error') sum += count;
    return sum;
  }

  has(code: IssueCode): boolean {
    return (this.counts[code] ?? 0) > 0;
  }

  /** Errors first, at most 200. */
  shown(): Problem[] {
    const errors = this.list.filter((one) => one.severity === 'error');
    return [...errors, ...this.list.filter((one) => one.severity === 'warning')].slice(0, cap);
  }
}

function severityOf(code: string): 'error' | 'warning' | null {
  for (const [name, { severity }] of Object.entries(issueCodes)) if (name === code) return severity;
  return null;
}
