/** Behind a staffing figure: its formula with the numbers in it, and the timecards it was summed from. */
import { hours, scheduledMs, staffingFigures, type StaffingFigures } from '../../../shared/areas/staffing/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import type { TraceReference } from '../../../shared/areas/view.ts';
import { Fault } from '../../../shared/faults.ts';
import { toMajor } from '../../../shared/kit/money.ts';
import { sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import { rowOf, rowsOf, type ReadDb, type SqlValue } from '../../store/database.ts';
import { resolvePlant, type Plant } from '../../store/plants.ts';
import { factLimit, type Behind, type FactReference, type FormulaTerm } from '../behind.ts';
import { staffingSummaryInput } from './inputs.ts';
import { departmentFilter, hoursBy, parametersOf, type GroupHours, type Scope, type StaffingGroup } from './store.ts';

/** Faults: bad-input for another procedure, an unknown field or input; no-data when the figure is not there. */
export function behind(db: ReadDb, reference: TraceReference): Behind {
  const parsed = staffingSummaryInput.safeParse(reference.input);
  if (reference.procedure !== 'staffing.summary' || !parsed.success) {
    throw new Fault('bad-input', `${reference.procedure}: expected a figure of staffing.summary with its input; take it from the row that shows the figure.`);
  }
  const { from, to, by, department } = parsed.data;
  const plant = resolvePlant(db, parsed.data.plant);
  const scope = { plant: plant.code, from, to, department: department ?? null };
  const totals = hoursBy(db, scope, by).find((row) => row.key === reference.key);
  if (!totals) throw new Fault('no-data', `staffing.summary: expected a row “${reference.key}”, found none in this period; choose another period or key.`);
  if (!isField(reference.field)) throw new Fault('bad-input', `field: expected a field of staffing.summary, found “${reference.field}”.`);
  const key = reference.key === unassigned ? '' : reference.key;
  const facts = cells(db, { plant, parts: partsOf(reference.field, totals) }, { scope, by, key });
  return { ...formulaOf(reference.field, totals, plant), ...facts };
}

interface Part {
  field: string;
  label: string;
  column: string;
}

const planned: Part = { field: 'plannedHours', label: 'Planned hours', column: 'planned_ms' };
const regular: Part = { field: 'regularHours', label: 'Regular hours', column: 'regular_ms' };
const overtime: Part = { field: 'overtimeHours', label: 'Overtime hours', column: 'overtime_ms' };
const absence: Part = { field: 'absenceHours', label: 'Absence hours', column: 'absence_ms' };
const cost: Part = { field: 'laborCost', label: 'Labor cost', column: 'labor_cost_minor' };

const fieldParts: Record<keyof StaffingFigures, Part[]> = {
  plannedHours: [planned],
  presentHours: [regular, overtime],
  absenceHours: [absence],
  regularHours: [regular],
  overtimeHours: [overtime],
  overtimeRatio: [overtime, regular],
  absenceRatio: [absence, planned],
  laborCost: [cost],
};

function isField(field: string): field is keyof StaffingFigures {
  return Object.hasOwn(fieldParts, field);
}

function partsOf(field: keyof StaffingFigures, totals: GroupHours): Part[] {
  return field === 'absenceRatio' && totals.plannedMs === null ? [absence, regular] : fieldParts[field];
}

function formulaOf(field: keyof StaffingFigures, totals: GroupHours, plant: Plant): Pick<Behind, 'formula' | 'terms'> {
  const figures = staffingFigures(totals, plant.minorDigits);
  const term = (label: string, ms: number | null): FormulaTerm => ({ label, value: hours(ms), unit: 'h' });
  const regularTerm = term('Regular hours', totals.regularMs);
  const overtimeTerm = term('Overtime hours', totals.overtimeMs);
  const absenceTerm = term('Absence hours', totals.absenceMs);
  switch (field) {
    case 'overtimeRatio':
      return {
        formula: `Overtime ratio = overtime ${said(overtimeTerm)} ÷ regular ${said(regularTerm)} = ${sayPercent(figures.overtimeRatio, 2)}`,
        terms: [overtimeTerm, regularTerm],
      };
    case 'absenceRatio': {
      const usual = totals.plannedMs === null ? `(regular ${said(regularTerm)} + absence ${said(absenceTerm)})` : `planned ${said(term('', totals.plannedMs))}`;
      return {
        formula: `Absence ratio = absence ${said(absenceTerm)} ÷ ${usual} = ${sayPercent(figures.absenceRatio, 2)}`,
        terms: [absenceTerm, term('Hours usually worked', scheduledMs(totals))],
      };
    }
    case 'presentHours':
      return {
        formula: `Regular ${said(regularTerm)} + overtime ${said(overtimeTerm)} = ${sayNumber(figures.presentHours, 2)} h`,
        terms: [regularTerm, overtimeTerm],
      };
    case 'laborCost':
      return {
        formula: `Σ labor cost = ${sayNumber(figures.laborCost, plant.minorDigits)} ${plant.currency}`,
        terms: [{ label: 'Labor cost', value: figures.laborCost, unit: plant.currency }],
      };
    default:
      return {
        formula: `Σ ${field.replace('Hours', ' hours')} = ${sayNumber(figures[field], 2)} h`,
        terms: [{ label: fieldParts[field][0]?.label ?? field, value: figures[field], unit: 'h' }],
      };
  }
}

function said(term: FormulaTerm): string {
  return `${sayNumber(term.value, 2)} h`;
}

const groupKey: Record<StaffingGroup, string> = {
  plant: 'plant_code',
  department: 'department_code',
  line: 'line_code',
  shift: 'shift_code',
  day: 'work_date',
  week: `strftime('%G-W%V', work_date)`,
  month: 'work_month',
};

type FactRow = Record<string, SqlValue> & { factId: number; day: string; employee: string; department: string };

// Counted in one pass and listed in another that follows the index by day and ends at the limit.
function cells(
  db: ReadDb,
  { plant, parts }: { plant: Plant; parts: readonly Part[] },
  { scope, by, key }: { scope: Scope; by: StaffingGroup; key: string },
): { facts: FactReference[]; total: number } {
  const parameters = { ...parametersOf(scope), key };
  const from = `from time_entry where superseded_by is null and plant_code = @plant and work_date between @from and @to ${departmentFilter(scope)} and ${groupKey[by]} = @key`;
  const total =
    rowOf<{ total: number }>(db.get(`select ${parts.map(({ column }) => `count(${column})`).join(' + ')} as total ${from}`, parameters))?.total ?? 0;
  const rows = rowsOf<FactRow>(
    db.all(
      `select fact_id as factId, work_date as day, employee_code as employee, department_code as department, ${parts.map(({ column }) => column).join(', ')} ${from}
         and (${parts.map(({ column }) => `${column} is not null`).join(' or ')})
       order by work_date, department_code, employee_code, fact_id limit ${String(factLimit)}`,
      parameters,
    ),
  );
  const inOrder = [...parts].sort((a, b) => (a.field < b.field ? -1 : 1));
  const facts = rows.flatMap((row) => inOrder.flatMap((part) => cellOf(row, part, plant) ?? []));
  return { facts: facts.slice(0, factLimit), total };
}

function cellOf(row: FactRow, part: Part, plant: Plant): FactReference | null {
  const stored = row[part.column];
  if (typeof stored !== 'number') return null;
  return {
    table: 'time_entry',
    factId: row.factId,
    field: part.field,
    label: `${part.label} · ${row.day} · ${row.department || unassigned} · ${row.employee}`,
    value: part.field === 'laborCost' ? toMajor(stored, plant.minorDigits) : hours(stored),
  };
}
