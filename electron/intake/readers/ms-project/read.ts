/**
 * A Microsoft Project file saved as XML → its tasks, resources and assignments. Durations come in hours, as ISO 8601 writes them:
 * PT8H0M0S is 8. Source: Microsoft Project XML Data Interchange Schema (mspdi).
 */
import type { Cell, ReadFile } from '../../../../shared/intake/cells.ts';
import { Fault } from '../../../../shared/faults.ts';
import type { ReadHooks } from '../hooks.ts';
import { xmlEncoding } from '../xml.ts';
import { walkElements } from '../xml/elements.ts';
import { SheetBuilder } from '../xml/sheets.ts';

type Texts = Map<string, string>;

const records = { Tasks: 'Task', Resources: 'Resource', Assignments: 'Assignment' } as const;
type Part = keyof typeof records;

/** Faults: file-kind for a project without tasks, file-corrupt, file-too-large, cancelled. */
export async function readMsProject(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const found: Record<Part, Texts[]> = { Tasks: [], Resources: [], Assignments: [] };
  await walkElements(
    bytes,
    {
      open: (path) => {
        const part = partOf(path, 2);
        if (part !== null && path.length === 3) found[part].push(new Map());
      },
      close: (path, text) => {
        const part = partOf(path, 2);
        const record = part === null ? undefined : found[part].at(-1);
        if (!record || text === null) return;
        if (path.length === 4) record.set(path[3] ?? '', text);
        // The first baseline is the plan; later ones are numbered 1 to 10.
        if (path.length === 5 && path[3] === 'Baseline' && !record.has(`Baseline${path[4] ?? ''}`)) record.set(`Baseline${path[4] ?? ''}`, text);
      },
    },
    hooks,
  );
  if (found.Tasks.length === 0) throw new Fault('file-kind', 'The project file holds no tasks: save the project again as XML.');
  return { kind: 'ms-project', encoding: xmlEncoding(bytes), delimiter: null, sheets: sheetsOf(found) };
}

function partOf(path: readonly string[], at: number): Part | null {
  const [, part] = path;
  if (part !== 'Tasks' && part !== 'Resources' && part !== 'Assignments') return null;
  return path[at] === records[part] ? part : null;
}

function sheetsOf(found: Record<Part, readonly Texts[]>): ReadFile['sheets'] {
  const resourceNames = new Map(found.Resources.map((one) => [one.get('UID') ?? '', one.get('Name') ?? ''] as const));
  const taskNames = new Map(found.Tasks.map((one) => [one.get('UID') ?? '', one.get('Name') ?? ''] as const));
  const working = new Map<string, string[]>();
  for (const assignment of found.Assignments) {
    const name = resourceNames.get(assignment.get('ResourceUID') ?? '') ?? '';
    const task = assignment.get('TaskUID') ?? '';
    if (name !== '') working.set(task, [...(working.get(task) ?? []), name]);
  }
  const tasks = new SheetBuilder('Tasks', [
    'UID',
    'ID',
    'Name',
    'Start',
    'Finish',
    'Duration (h)',
    'Percent complete',
    'Milestone',
    'Summary',
    'Outline level',
    'WBS',
    'Baseline start',
    'Baseline finish',
    'Baseline duration (h)',
    'Actual start',
    'Actual finish',
    'Resource names',
  ]);
  for (const task of found.Tasks) {
    // Blank lines of the plan are tasks without a name, and the project itself is task 0.
    if (task.get('IsNull') === '1' || (task.get('UID') === '0' && task.get('OutlineLevel') === '0')) continue;
    tasks.add([
      task.get('UID'),
      task.get('ID'),
      task.get('Name'),
      clock(task.get('Start')),
      clock(task.get('Finish')),
      hours(task.get('Duration')),
      percent(task.get('PercentComplete')),
      truth(task.get('Milestone')),
      truth(task.get('Summary')),
      task.get('OutlineLevel'),
      task.get('WBS'),
      clock(task.get('BaselineStart')),
      clock(task.get('BaselineFinish')),
      hours(task.get('BaselineDuration')),
      clock(task.get('ActualStart')),
      clock(task.get('ActualFinish')),
      working.get(task.get('UID') ?? '')?.join(', '),
    ]);
  }
  const resources = new SheetBuilder('Resources', ['UID', 'ID', 'Name', 'Initials', 'Group', 'Code', 'Max units', 'Work (h)']);
  for (const one of found.Resources) {
    if ((one.get('Name') ?? '') === '') continue;
    resources.add([...['UID', 'ID', 'Name', 'Initials', 'Group', 'Code'].map((name) => one.get(name)), figure(one.get('MaxUnits')), hours(one.get('Work'))]);
  }
  const assignments = new SheetBuilder('Assignments', [
    'UID',
    'Task UID',
    'Task',
    'Resource UID',
    'Resource',
    'Start',
    'Finish',
    'Units',
    'Work (h)',
    'Actual work (h)',
  ]);
  for (const one of found.Assignments) {
    assignments.add([
      one.get('UID'),
      one.get('TaskUID'),
      taskNames.get(one.get('TaskUID') ?? ''),
      one.get('ResourceUID'),
      resourceNames.get(one.get('ResourceUID') ?? ''),
      clock(one.get('Start')),
      clock(one.get('Finish')),
      figure(one.get('Units')),
      hours(one.get('Work')),
      hours(one.get('ActualWork')),
    ]);
  }
  return [tasks, resources, assignments].filter(({ count }) => count > 0).map((builder) => builder.sheet());
}

function clock(text: string | undefined): string | undefined {
  return text?.replace('T', ' ');
}

/** “PT12H30M0S” → 12.5; another text stays as it is. */
export function hours(text: string | undefined): Cell | undefined {
  const parts = text === undefined ? null : /^(-?)P(?:(\d{1,6})D)?T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?$/u.exec(text);
  if (!parts) return text;
  const [, sign, days = '0', hour = '0', minute = '0', second = '0'] = parts;
  const seconds = Number(days) * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return (sign === '-' ? -seconds : seconds) / 3600;
}

function percent(text: string | undefined): Cell | undefined {
  const value = figure(text);
  return typeof value === 'number' ? { kind: 'percent', value: value / 100 } : value;
}

function truth(text: string | undefined): Cell | undefined {
  return text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : text;
}

function figure(text: string | undefined): Cell | undefined {
  return text !== undefined && /^-?\d{1,15}(?:\.\d{1,15})?$/u.test(text) ? Number(text) : text;
}
