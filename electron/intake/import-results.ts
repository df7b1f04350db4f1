/** What an import answers: the results of interfaces.md, made from what was read and what the store said. */
import { faults, type FaultBody } from '../../shared/faults.ts';
import type { TableReport } from '../../shared/intake/interpretation.ts';
import { restatementSentence, type Restatement } from '../../shared/intake/restatement.ts';
import type { ImportResult, Problem } from '../../shared/intake/result.ts';
import { sayCount } from '../../shared/kit/wording.ts';
import type { FactEffect } from '../store/facts.ts';
import type { TableEffect } from './apply.ts';
import type { ImportedTable } from './store.ts';
import type { Upload } from './uploads.ts';

export function resultOf(upload: Upload, report: TableReport, effect: FactEffect | undefined): ImportResult {
  const { read, rejected } = report.rows;
  const rows = effect ? { read, new: effect.new, changed: effect.changed, same: effect.same, rejected } : { read, new: 0, changed: 0, same: 0, rejected: read };
  return {
    file: upload.fileName,
    sheet: report.sheetName,
    sha256: upload.sha256,
    dataset: report.dataset,
    profile: report.profile,
    status: 'refused',
    rows,
    facts: effect?.facts ?? 0,
    period: report.period,
    totals: report.totals,
    problems: report.problems,
    columns: report.columns.map(({ header, field, score }) => ({ header, field, score })),
    batch: null,
  };
}

export function refused(result: ImportResult, report: TableReport, all: TableReport[]): ImportResult {
  if (report.status !== 'ready') return { ...result, status: report.status, problems: [...faultProblems(report.fault, report), ...result.problems] };
  if (report.rows.rejected > 0) return result;
  const waiting = all.find((other) => other.status !== 'ready' || other.rows.rejected > 0);
  const problem: Problem = {
    severity: 'error',
    code: 'sheet-waits',
    row: null,
    cell: null,
    field: null,
    expected: 'every table of the file ready',
    found: `sheet “${waiting?.sheetName ?? ''}” needs an answer`,
    fix: `answer it, or import this table alone with --sheet "${report.sheetName}"`,
  };
  return { ...result, problems: [problem, ...result.problems] };
}

function faultProblems(fault: FaultBody | null, report: TableReport): Problem[] {
  if (!fault || report.problems.some((problem) => problem.severity === 'error')) return [];
  return [{ severity: 'error', code: fault.code, row: null, cell: null, field: null, ...saying(fault) }];
}

export function refusedFile(upload: Upload, fault: FaultBody | null): ImportResult {
  const body = fault ?? {
    code: 'no-table' as const,
    title: faults['no-table'].title,
    message: `${upload.fileName}: expected a table, found none; check the file.`,
  };
  return {
    file: upload.fileName,
    sheet: '',
    sha256: upload.sha256,
    dataset: null,
    profile: null,
    status: 'refused',
    rows: { read: 0, new: 0, changed: 0, same: 0, rejected: 0 },
    facts: 0,
    period: null,
    totals: {},
    problems: [{ severity: 'error', code: body.code, row: null, cell: null, field: null, ...saying(body) }],
    columns: [],
    batch: null,
  };
}

export function alreadyImported(upload: Upload, batch: number, table: ImportedTable): ImportResult {
  return {
    ...refusedFile(upload, null),
    status: 'already-imported',
    problems: [],
    sheet: table.sheet,
    dataset: table.dataset,
    profile: table.profile,
    rows: { read: table.rows.read, new: 0, changed: 0, same: table.rows.read - table.rows.rejected, rejected: table.rows.rejected },
    facts: table.facts,
    period: table.period,
    totals: table.totals,
    batch,
  };
}

const namesOf = { line: 'lines', asset: 'assets', account: 'accounts', employee: 'people' } as const;

/** One warning a kind of name: how many rows count as Unassigned until somebody says what they are; one for rows that may count twice. */
export function nameProblems(effect: FactEffect | undefined): Problem[] {
  const waiting = (effect?.waits ?? []).map((wait): Problem => ({
    severity: 'warning',
    code: 'name-waits',
    row: null,
    cell: null,
    field: wait.field,
    expected: `names of ${namesOf[wait.kind]} the plant knows`,
    found: `${wait.first.map((text) => `“${text}”`).join(', ')}${wait.names > wait.first.length ? ` and ${String(wait.names - wait.first.length)} more` : ''} in ${String(wait.rows)} rows`,
    fix: 'the rows count as Unassigned until the names are answered under Intake, Names; one answer settles all rows of a name',
  }));
  if (!effect || effect.beside === 0) return waiting;
  const beside: Problem = {
    severity: 'warning',
    code: 'stated-twice',
    row: null,
    cell: null,
    field: null,
    expected: 'rows no other name states already',
    found: `${String(effect.beside)} rows beside rows of the same key under another name`,
    fix: 'if both files say the same, undo one import; otherwise nothing needs to be done',
  };
  return [...waiting, beside];
}

export function loweredTotals(replaced: Record<string, { before: number; after: number }>): Problem[] {
  return Object.entries(replaced)
    .filter(([, sums]) => Math.abs(sums.after) < Math.abs(sums.before))
    .map(([field, sums]) => ({
      severity: 'warning',
      code: 'lowers-total',
      row: null,
      cell: null,
      field,
      expected: `at least what the replaced rows held`,
      found: `${String(Math.round((1 - sums.after / sums.before) * 1000) / 10)} % less after replacing`,
      fix: 'check that the new file is complete; “import undo” restores the old rows',
    }));
}

const restatementsTold = 5;

/** What changes of months already reported, the first few sentences; one table's dataset of the file. */
export function restatementProblems(restated: readonly Restatement[], dataset: string | null): Problem[] {
  const own = restated.filter((one) => one.dataset === dataset);
  const rest = own.length - restatementsTold;
  return own.slice(0, restatementsTold).map((one, index) => ({
    severity: 'warning',
    code: 'restates',
    row: null,
    cell: null,
    field: one.figure,
    expected: 'figures as they were reported',
    found: `${restatementSentence(one)}${index === restatementsTold - 1 && rest > 0 ? `, and ${sayCount(rest, 'figure')} more` : ''}`,
    fix: 'if the new file is right, nothing needs to be done; “import undo” restores what was',
  }));
}

/** What the file does not hold of its source's list: marked, or offered to be. */
export function absentProblems(effect: TableEffect | undefined, isWhole: boolean): Problem[] {
  const absent = effect?.absent;
  if (!absent || (!isWhole && !absent.looksWhole)) return [];
  const first = absent.first.map((text) => `“${text}”`).join(', ');
  return [
    {
      severity: 'warning',
      code: 'no-longer-listed',
      row: null,
      cell: null,
      field: null,
      expected: 'every row of the earlier exports',
      found: `${sayCount(absent.count, 'row')} of earlier exports not in this one: ${first}${absent.count > absent.first.length ? ' …' : ''}`,
      fix: isWhole
        ? 'they are marked as no longer in the export and don’t count as open; “import undo” takes the marks back'
        : 'if the file is the whole list, import it as one (--full-snapshot); otherwise nothing needs to be done',
    },
  ];
}

/** A fault of the file as a whole in the three parts of a problem; its sentence is the fix. */
function saying(fault: FaultBody): Pick<Problem, 'expected' | 'found' | 'fix'> {
  return { expected: 'a file with a table that can be read', found: fault.title, fix: fault.message };
}
