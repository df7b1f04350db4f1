/** What Today should ask a decision about: departments whose overtime or absence of the last seven days stands out from their normal. */
import { absenceRatio, hours, overtimeRatio, scheduledMs, type StaffingTotals } from '../../../shared/areas/staffing/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import type { Exception } from '../../../shared/areas/view.ts';
import type { CategoryChart } from '../../../shared/charts/spec.ts';
import { sumKnown } from '../../../shared/kit/ratio.ts';
import { dayLabel, periodLabel } from '../../../shared/kit/period.ts';
import { sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import { ordinal, sevenDaySpans, unusual } from '../normal.ts';
import { departmentDays, totalOf } from './store.ts';

/** Hours above normal that are worth a line on Today. */
const leastExcessHours = 8;

interface Kind {
  field: 'overtimeRatio' | 'absenceRatio';
  noun: string;
  ratio: (totals: StaffingTotals) => number | null;
  above: (totals: StaffingTotals) => number | null;
  below: (totals: StaffingTotals) => number | null;
  belowNoun: string;
}

const kinds: Kind[] = [
  { field: 'overtimeRatio', noun: 'overtime', ratio: overtimeRatio, above: (t) => t.overtimeMs, below: (t) => t.regularMs, belowNoun: 'regular' },
  { field: 'absenceRatio', noun: 'absence', ratio: absenceRatio, above: (t) => t.absenceMs, below: scheduledMs, belowNoun: 'usually worked' },
];

export function exceptions(db: ReadDb, plant: Plant, asOf: string): Exception[] {
  const spans = sevenDaySpans(asOf);
  const from = spans[0]?.from ?? asOf;
  const days = departmentDays(db, { plant: plant.code, from, to: asOf, department: null });
  const departments = [...new Set(days.map((day) => day.department))].filter((key) => key !== unassigned).sort();
  const totalsOf = (department: string): (StaffingTotals | null)[] => {
    const own = days.filter((day) => day.department === department);
    return spans.map((span) => totalOf(own.filter((day) => day.key >= span.from && day.key <= span.to)));
  };
  return departments
    .flatMap((department) => kinds.flatMap((kind) => exceptionOf(plant, asOf, { department, kind, totals: totalsOf(department) }) ?? []))
    .sort((a, b) => b.weight - a.weight);
}

function exceptionOf(
  plant: Plant,
  asOf: string,
  { department, kind, totals }: { department: string; kind: Kind; totals: (StaffingTotals | null)[] },
): Exception | null {
  const now = totals.at(-1);
  const before = totals.slice(0, -1).flatMap((one) => one ?? []);
  const below = now ? kind.below(now) : null;
  const share = now ? kind.ratio(now) : null;
  const [normalAbove, normalBelow] = [sumKnown(before.map(kind.above)), sumKnown(before.map(kind.below))];
  if (!now || below === null || share === null || normalAbove === null || !normalBelow || before.length < 4) return null;
  const normal = normalAbove / normalBelow;
  const found = unusual(
    totals.map((one) => (one === null ? 0 : (kind.ratio(one) ?? 0))),
    { times: 1.25, least: 0, normal },
  );
  const excess = (hours(below) ?? 0) * (share - normal);
  if (!found || excess < leastExcessHours) return null;
  const spans = sevenDaySpans(asOf);
  const last = spans.at(-1) ?? { from: asOf, to: asOf };
  return {
    key: `staffing.${kind.noun}.${department}`,
    area: 'staffing',
    title: `${department}: ${kind.noun} ${sayPercent(share)} against ${sayPercent(normal)} normally`,
    arithmetic: `${sayNumber(hours(kind.above(now)), 1)} h of ${sayNumber(hours(below), 1)} h ${kind.belowNoun} in ${periodLabel(last)} − normal ${sayPercent(normal)} = ${sayNumber(excess, 1)} h`,
    since: `${ordinal(found.weeks)} week`,
    weight: excess * 60,
    value: `${sayNumber(excess, 1)} h`,
    chart: chartOf(asOf, { department, kind, normal, ratios: totals.map((one) => (one === null ? null : kind.ratio(one))) }),
    trace: { procedure: 'staffing.summary', input: { plant: plant.code, from: last.from, to: last.to, by: 'department' }, key: department, field: kind.field },
  };
}

function chartOf(
  asOf: string,
  { department, kind, normal, ratios }: { department: string; kind: Kind; normal: number; ratios: (number | null)[] },
): CategoryChart {
  const spans = sevenDaySpans(asOf);
  return {
    kind: 'columns',
    title: `${department}, ${kind.noun} ratio`,
    unit: '%',
    period: `seven days up to ${dayLabel(asOf)} and the 8 weeks before; normal ${sayPercent(normal)}`,
    alt: `${department}: ${kind.noun} ratio ${sayPercent(ratios.at(-1) ?? null)} in the last seven days against a normal of ${sayPercent(normal)}.`,
    decimals: 1,
    categories: spans.map((span) => dayLabel(span.to).slice(0, -5)),
    keys: spans.map((span) => span.to),
    series: [
      { name: `${kind.noun} ratio`, role: 'actual', values: ratios },
      { name: 'Normal', role: 'target', values: spans.map(() => normal) },
    ],
    toDateFrom: null,
  };
}
