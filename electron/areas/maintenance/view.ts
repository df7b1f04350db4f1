/** The maintenance page: tiles, bad actors, months, ages, open orders and assets, and the sentences, all from one reading. */
import { hours, pmCompliance, reactiveShare } from '../../../shared/areas/maintenance/measures.ts';
import { pmComplianceTarget } from '../../../shared/areas/maintenance/terms.ts';
import type { AreaView } from '../../../shared/areas/view.ts';
import type { IsoDate } from '../../../shared/kit/iso-date.ts';
import { dayLabel, periodLabel } from '../../../shared/kit/period.ts';
import { sayCount, sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import { actorMeasure, ageingChart, badActors, openedAndCompleted, rankedActors } from './charts.ts';
import { assetGrid, orderGrid, orderLimit } from './grid.ts';
import { tiles } from './kpis.ts';
import { pageOf, type MaintenancePage } from './page.ts';
import { hasOrders, listOpen } from './store.ts';
import { ageing } from './summary.ts';

export function maintenanceView(db: ReadDb, request: { plant: Plant; from: IsoDate; to: IsoDate }, asOf: IsoDate): AreaView {
  const { plant, from, to } = request;
  const base = { area: 'maintenance', title: 'Maintenance' } as const;
  if (!hasOrders(db, plant.code)) {
    return {
      ...base,
      subtitle: 'no work orders yet',
      finding: '',
      commentary: [],
      kpis: [],
      charts: [],
      grids: [],
      empty: {
        message: 'No work orders were imported yet. An export of them, with status, type, due day and completion, fills this page.',
        datasets: ['maintenance.workOrders', 'maintenance.assets'],
      },
    };
  }
  const page = pageOf(db, { plant, range: { from, to } }, asOf);
  return {
    ...base,
    subtitle: `${sayCount(page.now.open, 'open order')}${page.now.backlogMs === null ? '' : `, ${sayNumber(hours(page.now.backlogMs), 1)} h`} · as of ${dayLabel(page.scope.statusDay)}`,
    finding: finding(page),
    commentary: commentary(page),
    kpis: tiles(page),
    charts: [...badActors(page), openedAndCompleted(page), ageingChart(page, ageing(db, page.scope))],
    grids: [orderGrid(page, listOpen(db, page.scope, orderLimit)), assetGrid(page)],
    empty: null,
  };
}

function finding(page: MaintenancePage): string {
  const { now } = page;
  const openPart =
    now.open === 0
      ? `No order is open on ${dayLabel(page.scope.statusDay)}`
      : `${sayNumber(now.overdue)} of ${sayCount(now.open, 'open order')} ${now.overdue === 1 ? 'is' : 'are'} overdue on ${dayLabel(page.scope.statusDay)}`;
  const measure = actorMeasure(page);
  const [worst] = rankedActors(page, measure);
  if (!worst) return `${openPart}.`;
  const whole = page.actors.reduce((sum, totals) => sum + measure.value(totals), 0);
  const what =
    measure.field === 'downtimeHours'
      ? 'of all downtime'
      : measure.field === 'laborHours'
        ? 'of all hours'
        : measure.field === 'cost'
          ? 'of all cost'
          : 'of all orders';
  return `${openPart}; ${page.nameOf(worst.key)} takes ${sayNumber(measure.value(worst), measure.decimals)} ${measure.unit}, ${sayPercent(measure.value(worst) / whole, 0)} ${what} (${periodLabel(page.actorRange)}).`;
}

function commentary(page: MaintenancePage): string[] {
  const { now, prior } = page;
  const sentences: string[] = [];
  const compliance = pmCompliance(now.pmOnTime, now.pmDue);
  if (compliance !== null) {
    const side = compliance < pmComplianceTarget ? 'under' : 'at or over';
    sentences.push(
      `${sayNumber(now.pmOnTime)} of ${sayNumber(now.pmDue)} preventive orders due in ${page.label} were done in time: ${sayPercent(compliance)}, ${side} the target of ${sayPercent(pmComplianceTarget, 0)}.`,
    );
  }
  const share = reactiveShare(now.failureMs, now.classifiedMs);
  if (share !== null && (now.classifiedMs ?? 0) > 0) {
    sentences.push(`Failures took ${sayNumber(hours(now.failureMs) ?? 0, 1)} of ${sayNumber(hours(now.classifiedMs), 1)} labor hours (${sayPercent(share)}).`);
  }
  const balance = now.opened - now.completed;
  const grown =
    balance === 0 ? 'the backlog stands' : balance > 0 ? `the backlog grew by ${sayNumber(balance)}` : `the backlog shrank by ${sayNumber(-balance)}`;
  sentences.push(`${sayCount(now.opened, 'order')} opened and ${sayNumber(now.completed)} completed in ${page.label}: ${grown}.`);
  if (prior.totals && prior.totals.overdue !== now.overdue) {
    const change = now.overdue - prior.totals.overdue;
    sentences.push(
      `Overdue orders went from ${sayNumber(prior.totals.overdue)} to ${sayNumber(now.overdue)} since ${prior.label}, ${change > 0 ? '+' : ''}${sayNumber(change)}.`,
    );
  }
  return sentences.slice(0, 3);
}
