/** Behind a production figure: its formula with the numbers in it, and the shifts, stops and hours it was summed from. */
import { minutes, pareto, productionFigures, type ProductionFigures } from '../../../shared/areas/production/measures.ts';
import type { TraceReference } from '../../../shared/areas/view.ts';
import { Fault } from '../../../shared/faults.ts';
import { sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import { resolvePlant } from '../../store/plants.ts';
import type { Behind, FormulaTerm } from '../behind.ts';
import { productionParetoInput, productionSummaryInput } from './inputs.ts';
import { stopFacts, summaryFacts } from './facts.ts';
import { stopsBy, totalsBy, type GroupTotals } from './store.ts';

/** Faults: bad-input for another procedure, an unknown field or input; no-data when the figure is not there. */
export function behind(db: ReadDb, reference: TraceReference): Behind {
  switch (reference.procedure) {
    case 'production.summary':
      return behindSummary(db, reference);
    case 'production.pareto':
      return behindPareto(db, reference);
    default:
      throw new Fault('bad-input', `procedure: expected production.summary or production.pareto, found “${reference.procedure}”.`);
  }
}

function behindSummary(db: ReadDb, reference: TraceReference): Behind {
  const parsed = productionSummaryInput.safeParse(reference.input);
  if (!parsed.success) throw badInput(reference);
  const { plant, from, to, by, line } = parsed.data;
  const scope = { plant: resolvePlant(db, plant).code, from, to, line: line ?? null };
  const totals = totalsBy(db, scope, by).find((row) => row.key === reference.key);
  if (!totals) throw noFigure(reference);
  if (!isField(reference.field)) throw unknownField(reference);
  const facts = summaryFacts(db, { scope, by, key: reference.key }, { field: reference.field, goodIsKnown: totals.good !== null });
  return { ...formulaOf(reference.field, totals), facts: facts.rows, total: facts.total };
}

function behindPareto(db: ReadDb, reference: TraceReference): Behind {
  const parsed = productionParetoInput.safeParse(reference.input);
  if (!parsed.success) throw badInput(reference);
  const { plant, from, to, by, line } = parsed.data;
  const scope = { plant: resolvePlant(db, plant).code, from, to, line: line ?? null };
  const rows = pareto(stopsBy(db, scope, by));
  const position = rows.findIndex((row) => row.key === reference.key);
  const row = rows[position];
  if (!row) throw noFigure(reference);
  const whole = rows.reduce((sum, one) => sum + one.minutes, 0);
  const soFar = rows.slice(0, position + 1);
  const keys = reference.field === 'cumulative' ? soFar.map((one) => one.key) : [row.key];
  const facts = stopFacts(db, { scope, by, keys });
  const terms: FormulaTerm[] = [
    { label: `Stops, ${row.key}`, value: row.minutes, unit: 'min' },
    { label: 'Number of stops', value: row.count, unit: '' },
    { label: 'All stops', value: whole, unit: 'min' },
  ];
  switch (reference.field) {
    case 'minutes':
      return {
        formula: `Σ minutes of ${sayNumber(row.count)} stops = ${sayNumber(row.minutes, 1)} min`,
        terms: terms.slice(0, 2),
        facts: facts.rows,
        total: facts.total,
      };
    case 'count':
      return { formula: `Number of stops = ${sayNumber(row.count)}`, terms: terms.slice(1, 2), facts: facts.rows, total: facts.total };
    case 'share':
      return {
        formula: `${sayNumber(row.minutes, 1)} min ÷ ${sayNumber(whole, 1)} min = ${sayPercent(row.share)}`,
        terms,
        facts: facts.rows,
        total: facts.total,
      };
    case 'cumulative': {
      const reached = soFar.reduce((sum, one) => sum + one.minutes, 0);
      const formula = `${sayNumber(reached, 1)} min of the first ${sayNumber(soFar.length)} ÷ ${sayNumber(whole, 1)} min = ${sayPercent(row.cumulative)}`;
      return { formula, terms: [{ label: 'Stops so far', value: reached, unit: 'min' }, ...terms.slice(2)], facts: facts.rows, total: facts.total };
    }
    default:
      throw unknownField(reference);
  }
}

const labels: Record<keyof ProductionFigures, { label: string; unit: string }> = {
  good: { label: 'Good', unit: 'units' },
  scrap: { label: 'Scrap', unit: 'units' },
  rework: { label: 'Rework', unit: 'units' },
  total: { label: 'Total', unit: 'units' },
  target: { label: 'Target', unit: 'units' },
  attainment: { label: 'Attainment', unit: '%' },
  plannedMinutes: { label: 'Planned time', unit: 'min' },
  runMinutes: { label: 'Run time', unit: 'min' },
  stopMinutes: { label: 'Stops', unit: 'min' },
  availability: { label: 'Availability', unit: '%' },
  performance: { label: 'Performance', unit: '%' },
  quality: { label: 'Quality', unit: '%' },
  oee: { label: 'OEE', unit: '%' },
  unitsPerLaborHour: { label: 'Units per labor hour', unit: 'units/h' },
};

function isField(field: string): field is keyof ProductionFigures {
  return Object.hasOwn(labels, field);
}

function formulaOf(field: keyof ProductionFigures, totals: GroupTotals): Pick<Behind, 'formula' | 'terms'> {
  const figures = productionFigures(totals);
  const term = (name: keyof ProductionFigures): FormulaTerm => ({
    ...labels[name],
    value: figures[name],
    unit: labels[name].unit === '%' ? 'ratio' : labels[name].unit,
  });
  const idealMinutes: FormulaTerm = { label: 'Ideal cycle × total', value: minutes(totals.idealMs), unit: 'min' };
  const credited: FormulaTerm = { label: 'Σ min(total, target)', value: totals.credited, unit: 'units' };
  const hours: FormulaTerm = { label: 'Hours worked', value: totals.laborMs === null ? null : totals.laborMs / 3_600_000, unit: 'h' };
  switch (field) {
    case 'attainment':
      return quotient(field, [credited, term('target')], figures.attainment);
    case 'availability':
      return quotient(field, [term('runMinutes'), term('plannedMinutes')], figures.availability);
    case 'performance':
      return quotient(field, [idealMinutes, term('runMinutes')], figures.performance);
    case 'quality':
      return quotient(field, [term('good'), term('total')], figures.quality);
    case 'oee':
      return {
        formula: `OEE = availability ${sayPercent(figures.availability, 2)} × performance ${sayPercent(figures.performance, 2)} × quality ${sayPercent(figures.quality, 2)} = ${sayPercent(figures.oee, 2)}`,
        terms: [
          term('availability'),
          term('performance'),
          term('quality'),
          term('runMinutes'),
          term('plannedMinutes'),
          idealMinutes,
          term('good'),
          term('total'),
        ],
      };
    case 'unitsPerLaborHour': {
      const units = figures.good === null ? term('total') : term('good');
      return { formula: `${said(units)} ÷ ${said(hours)} = ${sayNumber(figures.unitsPerLaborHour, 2)} units/h`, terms: [units, hours] };
    }
    case 'runMinutes':
      return runFormula(totals);
    default:
      return { formula: `Σ ${labels[field].label.toLowerCase()} = ${sayNumber(figures[field], 1)} ${labels[field].unit}`, terms: [term(field)] };
  }
}

function runFormula(totals: GroupTotals): Pick<Behind, 'formula' | 'terms'> {
  const run = productionFigures(totals).runMinutes;
  const measured: FormulaTerm = { label: 'Run time as reported', value: minutes(totals.measuredRunMs), unit: 'min' };
  const planned: FormulaTerm = { label: 'Planned time without a reported run time', value: minutes(totals.plannedWithoutRunMs), unit: 'min' };
  const stops: FormulaTerm = { label: 'Stops of it', value: minutes(totals.stopWithoutRunMs), unit: 'min' };
  if (planned.value === null || stops.value === null) return { formula: `Σ run time = ${sayNumber(run, 1)} min`, terms: [measured] };
  const derived = `planned ${sayNumber(planned.value, 1)} min − stops ${sayNumber(stops.value, 1)} min`;
  if (measured.value === null) return { formula: `Run time = ${derived} = ${sayNumber(run, 1)} min`, terms: [planned, stops] };
  return { formula: `Run time = reported ${sayNumber(measured.value, 1)} min + ${derived} = ${sayNumber(run, 1)} min`, terms: [measured, planned, stops] };
}

function quotient(field: keyof ProductionFigures, [above, below]: [FormulaTerm, FormulaTerm], value: number | null): Pick<Behind, 'formula' | 'terms'> {
  return { formula: `${labels[field].label} = ${said(above)} ÷ ${said(below)} = ${sayPercent(value, 2)}`, terms: [above, below] };
}

function said(term: FormulaTerm): string {
  return `${term.label.toLowerCase()} ${sayNumber(term.value, 1)} ${term.unit}`;
}

function badInput(reference: TraceReference): Fault {
  return new Fault('bad-input', `${reference.procedure}: the input of the figure does not fit; take it from the row that shows the figure.`);
}

function unknownField(reference: TraceReference): Fault {
  return new Fault('bad-input', `field: expected a field of ${reference.procedure}, found “${reference.field}”.`);
}

function noFigure(reference: TraceReference): Fault {
  return new Fault('no-data', `${reference.procedure}: expected a row “${reference.key}”, found none in this period; choose another period or key.`);
}
