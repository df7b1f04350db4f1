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
import { groupKey, hoursBy, parametersOf, type GroupHours } from './store.ts';

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
  const parts = partsOf(reference.field, totals);
  const condition = `${groupKey[by]} = @key ${scope.department === null ? '' : 'and department_code = @department'}`;
  const parameters = { ...parametersOf(scope), key: reference.key === unassigned ? '' : reference.key };
  const facts = cells(db, plant, { selects: parts.map((part) => cellSql(part, condition)), parameters });
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
      return { formula: `Overtime ratio = overtime ${said(overtimeTerm)} ÷ regular ${said(regularTerm)} = ${sayPercent(figures.overtimeRatio, 2)}`, terms: [overtimeTerm, regularTerm] };
    case 'absenceRatio': {
      const usual = totals.plannedMs === null ? `(regular ${said(regularTerm)} + absence ${said(absenceTerm)})` : `planned ${said(term('', totals.plannedMs))}`;
      return {
        formula: `Absence ratio = absence ${said(absenceTerm)} ÷ ${usual} = ${sayPercent(figures.absenceRatio, 2)}`,
        terms: [absenceTerm, term('Hours usually worked', scheduledMs(totals))],
      };
    }
    case 'presentHours':
      return { formula: `Regular ${said(regularTerm)} + overtime ${said(overtimeTerm)} = ${sayNumber(figures.presentHours, 2)} h`, terms: [regularTerm, overtimeTerm] };
    case 'laborCost':
      return { formula: `Σ labor cost = ${sayNumber(figures.laborCost, plant.minorDigits)} ${plant.currency}`, terms: [{ label: 'Labor cost', value: figures.laborCost, unit: plant.currency }] };
    default:
      return { formula: `Σ ${field.replace('Hours', ' hours')} = ${sayNumber(figures[field], 2)} h`, terms: [{ label: fieldParts[field][0]?.label ?? field, value: figures[field], unit: 'h' }] };
  }
}

function said(term: FormulaTerm): string {
  return `${sayNumber(term.value, 2)} h`;
}

function cellSql({ field, label, column }: Part, condition: string): string {
  return `select fact_id as factId, '${field}' as field, '${label}' as label, ${column} as stored, day, employee_code as employee, department_code as department
    from (select *, work_date as day from time_entry where superseded_by is null and plant_code = @plant and work_date between @from and @to)
    where ${condition} and ${column} is not null`;
}

function cells(db: ReadDb, plant: Plant, { selects, parameters }: { selects: string[]; parameters: Record<string, SqlValue> }): { facts: FactReference[]; total: number } {
  const union = selects.join('\nunion all\n');
  const total = rowOf<{ count: number }>(db.get(`select count(*) as count from (${union})`, parameters))?.count ?? 0;
  const rows = rowsOf<{ factId: number; field: string; label: string; stored: number; day: string; employee: string; department: string }>(
    db.all(`select * from (${union}) order by day, department, employee, factId, field limit ${String(factLimit)}`, parameters),
  );
  const facts = rows.map((row) => ({
    table: 'time_entry',
    factId: row.factId,
    field: row.field,
    label: `${row.label} · ${row.day} · ${row.department || unassigned} · ${row.employee}`,
    value: row.field === 'laborCost' ? toMajor(row.stored, plant.minorDigits) : hours(row.stored),
  }));
  return { facts, total };
}
