/** What stands behind a figure of maintenance: the formula with its numbers, and the work orders that were counted or summed. */
import type { z } from 'zod';
import {
  ageBucket,
  hours,
  meanHoursBetweenFailures,
  meanHoursToRepair,
  pmCompliance,
  plannedRatio,
  reactiveShare,
  type OrderTotals,
} from '../../../shared/areas/maintenance/measures.ts';
import { rangeInput } from '../../../shared/areas/range.ts';
import type { TraceReference } from '../../../shared/areas/view.ts';
import { Fault } from '../../../shared/faults.ts';
import { daysBetween, monthEnd, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { toMajor } from '../../../shared/kit/money.ts';
import { sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import { resolvePlant, type Plant } from '../../store/plants.ts';
import { factLimit, type Behind, type FormulaTerm } from '../behind.ts';
import { factReference, factValue, orderById, orderFacts, sourceOf, type FactValue } from './facts.ts';
import { summaryInput } from './inputs.ts';
import { listOpen, type OrderScope } from './store.ts';
import { ageing, orderScope, orderTotals } from './summary.ts';

type Formula = Pick<Behind, 'formula' | 'terms'>;

/** Faults: no-data when there is no such figure, bad-input for an unknown field or input. */
export function behind(db: ReadDb, reference: TraceReference, asOf: IsoDate): Behind {
  switch (reference.procedure) {
    case 'maintenance.summary':
      return behindSummary(db, reference, asOf);
    case 'maintenance.ageing':
      return behindAge(db, reference, asOf);
    case 'maintenance.view':
      return behindOrder(db, reference);
    default:
      throw new Fault(
        'bad-input',
        `procedure: expected maintenance.summary, maintenance.ageing or maintenance.view, found “${reference.procedure}”; name one of them.`,
      );
  }
}

function behindSummary(db: ReadDb, reference: TraceReference, asOf: IsoDate): Behind {
  const input = read(summaryInput, reference);
  const plant = resolvePlant(db, input.plant);
  const whole = orderScope(plant.code, input, asOf);
  const scope = input.by === 'month' ? monthScope(whole, reference.key) : whole;
  const totals = scope.from > scope.to ? undefined : orderTotals(db, scope, input.by).find((row) => row.key === reference.key);
  if (!totals) throw noFigure(reference);
  const shown = factValue(reference.field, plant.minorDigits);
  const formula = formulaOf(reference.field, totals, plant);
  if (!shown || !formula) throw unknownField(reference);
  return { ...formula, ...orderFacts(db, { scope, by: input.by, key: reference.key, source: sourceOf(reference.field) }, shown) };
}

function behindAge(db: ReadDb, reference: TraceReference, asOf: IsoDate): Behind {
  const input = read(rangeInput, reference);
  const plant = resolvePlant(db, input.plant);
  const scope = orderScope(plant.code, input, asOf);
  const bucket = ageing(db, scope).find((row) => row.bucket === reference.key);
  const shown = factValue(reference.field === 'hours' ? 'estimatedHours' : 'open', plant.minorDigits);
  if (!bucket || !shown) throw noFigure(reference);
  const orders = listOpen(db, scope, Number.MAX_SAFE_INTEGER).filter(
    (order) =>
      order.created !== null &&
      ageBucket(daysBetween(order.created, scope.statusDay)) === bucket.bucket &&
      (reference.field !== 'hours' || order.estimatedMs !== null),
  );
  const facts = orders.slice(0, factLimit).flatMap(({ factId }) => {
    const order = orderById(db, plant.code, factId);
    return order ? [factReference(order, shown)] : [];
  });
  const formula = `${sayNumber(bucket.count)} orders open on ${scope.statusDay} were created ${bucket.bucket} days before, ${sayNumber(bucket.hours, 1)} h estimated`;
  return {
    formula,
    terms: terms([
      ['Orders', bucket.count, ''],
      ['Estimated hours', bucket.hours, 'h'],
    ]),
    facts,
    total: orders.length,
  };
}

/** One order of the page's grid. */
function behindOrder(db: ReadDb, reference: TraceReference): Behind {
  const plant = resolvePlant(db, read(rangeInput, reference).plant);
  const id = /^order:(\d+)$/.exec(reference.key)?.[1];
  const order = id === undefined ? undefined : orderById(db, plant.code, Number(id));
  if (!order) throw noFigure(reference);
  const shown: FactValue = factValue(reference.field, plant.minorDigits) ?? { field: reference.field, label: 'Order', value: () => null, where: 'true' };
  const fact = factReference(order, shown);
  const value = fact.value === null ? '' : ` ${sayNumber(fact.value, 1)} h`;
  return { formula: `${shown.label}${value} as imported with order ${order.order}`, terms: [], facts: [fact], total: 1 };
}

/** The figure's formula with its numbers; null for a field the summary doesn't have. */
function formulaOf(field: string, totals: OrderTotals, plant: Plant): Formula | null {
  const [repair, operating, planned] = [hours(totals.repairMs), hours(totals.operatingMs), hours(totals.plannedMs)];
  const [failed, typed, backlog] = [hours(totals.failureMs), hours(totals.classifiedMs), hours(totals.backlogMs)];
  const capacity = hours(totals.weeklyCapacityMs);
  const one = (label: string, value: number | null, unit: string): Formula => ({
    formula: `${label} = ${sayNumber(value, unit === '' ? 0 : 2)}${unit === '' ? '' : ` ${unit}`}: the ${unit === '' ? 'number' : 'sum'} of the orders below`,
    terms: terms([[label, value, unit]]),
  });
  switch (field) {
    case 'count':
      return one('Orders', totals.count, '');
    case 'opened':
      return one('Orders opened', totals.opened, '');
    case 'completed':
      return one('Orders completed', totals.completed, '');
    case 'open':
      return one('Open orders', totals.open, '');
    case 'overdue':
      return one('Overdue orders', totals.overdue, '');
    case 'reopened':
      return one('Reopened orders', totals.reopened, '');
    case 'failures':
      return one('Failures', totals.failures, '');
    case 'pmDue':
      return one('Preventive orders due', totals.pmDue, '');
    case 'downtimeHours':
      return one('Downtime', hours(totals.downtimeMs), 'h');
    case 'estimatedHours':
      return one('Estimated hours', hours(totals.estimatedMs), 'h');
    case 'laborHours':
      return one('Labor hours', hours(totals.laborMs), 'h');
    case 'backlogHours':
      return one('Backlog', backlog, 'h');
    case 'cost':
      return one('Cost', totals.costMinor === null ? null : toMajor(totals.costMinor, plant.minorDigits), plant.currency);
    case 'mttrHours':
      return {
        formula: `Repair time ${sayNumber(repair, 2)} h ÷ ${sayNumber(totals.repairs)} repairs = ${sayNumber(meanHoursToRepair(totals.repairMs, totals.repairs), 2)} h`,
        terms: terms([
          ['Repair time', repair, 'h'],
          ['Repairs', totals.repairs, ''],
        ]),
      };
    case 'mtbfHours':
      return {
        formula: `Operating time ${sayNumber(operating, 1)} h ÷ ${sayNumber(totals.failures)} failures = ${sayNumber(meanHoursBetweenFailures(totals.operatingMs, totals.failures), 1)} h`,
        terms: terms([
          ['Operating time', operating, 'h'],
          ['Failures', totals.failures, ''],
        ]),
      };
    case 'pmOnTime':
    case 'pmComplianceRatio':
      return {
        formula: `${sayNumber(totals.pmOnTime)} done by their due day ÷ ${sayNumber(totals.pmDue)} preventive orders due = ${sayPercent(pmCompliance(totals.pmOnTime, totals.pmDue))}`,
        terms: terms([
          ['Done by their due day', totals.pmOnTime, ''],
          ['Preventive orders due', totals.pmDue, ''],
        ]),
      };
    case 'plannedRatio':
      return {
        formula: `Planned work ${sayNumber(planned, 1)} h ÷ all typed work ${sayNumber(typed, 1)} h = ${sayPercent(plannedRatio(totals.plannedMs, totals.classifiedMs))}`,
        terms: terms([
          ['Planned work', planned, 'h'],
          ['All typed work', typed, 'h'],
        ]),
      };
    case 'reactiveRatio':
      return {
        formula: `Failures ${sayNumber(failed, 1)} h ÷ all typed work ${sayNumber(typed, 1)} h = ${sayPercent(reactiveShare(totals.failureMs, totals.classifiedMs))}`,
        terms: terms([
          ['Failures', failed, 'h'],
          ['All typed work', typed, 'h'],
        ]),
      };
    case 'backlogWeeks':
      return {
        formula: `Backlog ${sayNumber(backlog, 1)} h ÷ ${sayNumber(capacity, 1)} h a week`,
        terms: terms([
          ['Backlog', backlog, 'h'],
          ['Weekly capacity', capacity, 'h'],
        ]),
      };
    default:
      return null;
  }
}

function monthScope(scope: OrderScope, month: string): OrderScope {
  if (!/^\d{4}-\d{2}$/.test(month)) return scope;
  const [first, last] = [`${month}-01`, monthEnd(`${month}-01`)];
  const to = last < scope.to ? last : scope.to;
  return { plant: scope.plant, from: first > scope.from ? first : scope.from, to, statusDay: to < scope.statusDay ? to : scope.statusDay };
}

function terms(list: readonly (readonly [label: string, value: number | null, unit: string])[]): FormulaTerm[] {
  return list.map(([label, value, unit]) => ({ label, value, unit }));
}

function read<S extends z.ZodType>(schema: S, reference: TraceReference): z.output<S> {
  const parsed = schema.safeParse(reference.input);
  if (parsed.success) return parsed.data;
  throw new Fault(
    'bad-input',
    `input: expected what ${reference.procedure} takes, found ${JSON.stringify(reference.input)}; pass the input the figure was asked with.`,
  );
}

function noFigure(reference: TraceReference): Fault {
  return new Fault('no-data', `key: expected a figure of ${reference.procedure}, found “${reference.key}”; name one that the procedure returned.`);
}

function unknownField(reference: TraceReference): Fault {
  return new Fault('bad-input', `field: expected a figure of ${reference.procedure}, found “${reference.field}”; name one that the procedure returned.`);
}
