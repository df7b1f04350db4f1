/** What the pages ask about: the plant, its calendar, the period in force and the as-of day. */
import { useQuery } from '@tanstack/react-query';
import type { Freshness } from '../../shared/areas/view.ts';
import { monthStart, type IsoDate } from '../../shared/kit/iso-date.ts';
import type { FiscalCalendar } from '../../shared/kit/fiscal-calendar.ts';
import { trpc, type Plant } from '../api.ts';
import { useCockpit } from './cockpit-state.ts';
import { monthOf, type Period } from './period.ts';

export interface Scope {
  /** Null while the store is empty. */
  plant: Plant | null;
  plants: Plant[];
  calendar: FiscalCalendar;
  today: IsoDate;
  freshness: Freshness[];
}

/** The scope once the core has answered; null until then. Errors surface through the query's own state in the frame. */
export function useScope(): Scope | null {
  const chosen = useCockpit((state) => state.plant);
  const about = useQuery(trpc.system.about.queryOptions({}));
  const plants = useQuery(trpc.plants.list.queryOptions({}));
  const plant = plants.data?.find((one) => one.code === chosen) ?? plants.data?.[0] ?? null;
  const freshness = useQuery({
    ...trpc.system.freshness.queryOptions(plant ? { plant: plant.code, ...asOfPart(about.data?.asOf) } : {}),
    enabled: plant !== null && about.data !== undefined,
  });
  if (!about.data || !plants.data || (plant !== null && !freshness.data)) return null;
  return {
    plant,
    plants: plants.data,
    calendar: { startMonth: plant?.fiscalStartMonth ?? 1 },
    today: about.data.asOf ?? about.data.today,
    freshness: freshness.data ?? [],
  };
}

function asOfPart(asOf: string | null | undefined): { asOf?: string } {
  return asOf === null || asOf === undefined ? {} : { asOf };
}

const leading: Record<string, readonly string[]> = {
  production: ['production.output', 'production.downtime'],
  budget: ['budget.actuals'],
  staffing: ['staffing.timecards'],
};

/** The period in force on a page: as chosen, else the month in which the page's own data end (the ledger lags production). */
export function periodFor(area: string, scope: Pick<Scope, 'freshness' | 'today'>, chosen: Period | null): Period {
  if (chosen) return chosen;
  const names = leading[area] ?? Object.values(leading).flat();
  const ends = scope.freshness.filter((source) => names.includes(source.dataset)).flatMap((source) => (source.dataTo === null ? [] : [source.dataTo]));
  const last = ends.sort().at(-1);
  return monthOf(last === undefined || last >= monthStart(scope.today) ? scope.today : last);
}
