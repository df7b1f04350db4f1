/** The maintenance page's tiles: what is open and overdue, whether preventive work is kept, and what failures cost. */
import { hours, meanHoursToRepair, pmCompliance, reactiveShare, type OrderTotals } from '../../../shared/areas/maintenance/measures.ts';
import { pmComplianceTarget } from '../../../shared/areas/maintenance/terms.ts';
import type { Kpi } from '../../../shared/areas/view.ts';
import { dayLabel } from '../../../shared/kit/period.ts';
import { sayCount, sayNumber } from '../../../shared/kit/wording.ts';
import { tile, type TileMeasure } from '../tiles.ts';
import { summaryTrace, type MaintenancePage } from './page.ts';

type Measure = TileMeasure<OrderTotals>;

export function tiles(page: MaintenancePage): Kpi[] {
  const { now } = page;
  const statusLabel = `on ${dayLabel(page.scope.statusDay)}`;
  const measures: { measure: Measure; period: string }[] = [
    { measure: open, period: statusLabel },
    { measure: overdue, period: statusLabel },
    { measure: compliance(page), period: page.label },
    ...(now.failureMs !== null || now.classifiedMs !== null ? [{ measure: reactive, period: page.label }] : []),
    { measure: backlog, period: statusLabel },
    ...(now.repairs > 0 || now.costMinor === null ? [{ measure: repair, period: page.label }] : []),
    ...(now.costMinor === null ? [] : [{ measure: cost(page), period: page.label }]),
  ];
  return measures.slice(0, 6).map(({ measure, period }) =>
    tile(measure, {
      period,
      now,
      before: page.prior.totals,
      priorLabel: page.prior.label,
      points: page.months.map((month) => month.totals),
      trace: (field) => summaryTrace(page, 'plant', { key: page.plant.code, field }),
    }),
  );
}

const open: Measure = {
  key: 'open',
  label: 'Open orders',
  format: 'number',
  unit: 'orders',
  decimals: 0,
  good: 'down',
  value: (totals) => totals.open,
  detail: (totals) => `${sayCount(totals.open, 'order')} open, ${sayNumber(totals.reopened)} of them reopened`,
  missing: 'No work orders were imported yet.',
};

const overdue: Measure = {
  key: 'overdue',
  label: 'Overdue',
  format: 'number',
  unit: 'orders',
  decimals: 0,
  good: 'down',
  value: (totals) => totals.overdue,
  detail: (totals) => `${sayNumber(totals.overdue)} of ${sayCount(totals.open, 'open order')} past their due day`,
  missing: 'No work orders were imported yet.',
};

function compliance(page: MaintenancePage): Measure {
  const undated = page.undatedPreventive > 0 ? `; ${sayNumber(page.undatedPreventive)} without a due day left out` : '';
  return {
    key: 'pmComplianceRatio',
    label: 'PM compliance',
    format: 'percent',
    unit: '%',
    decimals: 1,
    good: 'up',
    value: (totals) => pmCompliance(totals.pmOnTime, totals.pmDue),
    detail: (totals) => `${sayNumber(totals.pmOnTime)} of ${sayNumber(totals.pmDue)} preventive orders due were done in time${undated}`,
    missing: 'No preventive order was due in this period.',
    target: () => pmComplianceTarget,
  };
}

const reactive: Measure = {
  key: 'reactiveRatio',
  label: 'Reactive share of hours',
  format: 'percent',
  unit: '%',
  decimals: 1,
  good: 'down',
  value: (totals) => reactiveShare(totals.failureMs, totals.classifiedMs),
  detail: (totals) => `${sayNumber(hours(totals.failureMs), 1)} h on failures of ${sayNumber(hours(totals.classifiedMs), 1)} h on all typed work`,
  missing: 'No labor hours on orders with a type in this period.',
};

const backlog: Measure = {
  key: 'backlogHours',
  label: 'Backlog',
  format: 'hours',
  unit: 'h',
  decimals: 1,
  good: 'down',
  value: (totals) => hours(totals.backlogMs),
  detail: (totals) => `estimated hours of ${sayCount(totals.open, 'open order')}`,
  missing: 'No open order has estimated hours.',
};

const repair: Measure = {
  key: 'mttrHours',
  label: 'Repair time',
  format: 'hours',
  unit: 'h',
  decimals: 1,
  good: 'down',
  value: (totals) => meanHoursToRepair(totals.repairMs, totals.repairs),
  detail: (totals) => `${sayNumber(hours(totals.repairMs) ?? 0, 1)} h over ${sayCount(totals.repairs, 'repair')}; ${sayCount(totals.failures, 'failure')}`,
  missing: 'No failure with a known repair time in this period.',
};

function cost(page: MaintenancePage): Measure {
  const { scale } = page;
  return {
    key: 'cost',
    label: 'Maintenance cost',
    format: 'money',
    unit: scale.unit,
    decimals: scale.decimals,
    good: 'down',
    value: (totals) => (totals.costMinor === null ? null : totals.costMinor / scale.divisor),
    detail: (totals) => `cost of ${sayCount(totals.count, 'order')}`,
    missing: 'No order of this period has a cost.',
  };
}
