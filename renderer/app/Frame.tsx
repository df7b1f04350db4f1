/** The frame around every page: title strip, rail, period bar, palette, drop target. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { queryClient, trpc } from '../api.ts';
import { useOpenedFiles } from '../intake/opened-files.ts';
import { HatchPattern } from '../ui/charts/ChartFrame.tsx';
import { useCockpit } from './cockpit-state.ts';
import { useDemoJob } from './demo-job.ts';
import { DropTarget } from './DropTarget.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FirstRun } from './FirstRun.tsx';
import { FaultNotice } from './Notice.tsx';
import type { PageProps } from './page-props.ts';
import { pageAt, type PageId } from './pages.ts';
import { Palette } from './Palette.tsx';
import { PeriodBar } from './PeriodBar.tsx';
import { Rail } from './Rail.tsx';
import { periodFor, useScope } from './scope.ts';
import { TitleStrip } from './TitleStrip.tsx';

const TodayPage = lazy(() => import('../today/Page.tsx'));
const ProductionPage = lazy(() => import('../areas/production/Page.tsx'));
const BudgetPage = lazy(() => import('../areas/budget/Page.tsx'));
const StaffingPage = lazy(() => import('../areas/staffing/Page.tsx'));
const MaintenancePage = lazy(() => import('../areas/maintenance/Page.tsx'));
const IntakePage = lazy(() => import('../intake/Page.tsx'));
const PacksPage = lazy(() => import('../packs/Page.tsx'));
const SettingsPage = lazy(() => import('../settings/Page.tsx'));

export function Frame() {
  const [path] = useLocation();
  const current = pageAt(path);
  const scope = useScope();
  const chosen = useCockpit((state) => state.period);
  const period = scope === null ? null : periodFor(current, scope, chosen);
  useFollowedStore();
  useOpenedFiles();
  useTitle(current);
  return (
    <div className="app">
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to the page
      </a>
      <TitleStrip />
      <Rail current={current} />
      {scope && period ? <PeriodBar scope={scope} period={period} /> : <div className="period" />}
      <div className="place">
        {scope && period ? (
          <ErrorBoundary key={current}>
            <Suspense fallback={<main className="page" id="main" aria-busy="true" />}>
              <Page current={current} scope={scope} period={period} />
            </Suspense>
          </ErrorBoundary>
        ) : (
          <Waiting />
        )}
      </div>
      <HatchPattern />
      {scope && <Palette scope={scope} />}
      <DropTarget />
    </div>
  );
}

function Page({ current, scope, period }: PageProps & { current: PageId }) {
  const isDemoComing = useDemoJob((state) => state.phase !== 'idle');
  const props = { scope, period };
  if ((scope.plant === null || isDemoComing) && current !== 'intake' && current !== 'settings') return <FirstRun />;
  switch (current) {
    case 'today':
      return <TodayPage {...props} />;
    case 'production':
      return <ProductionPage {...props} />;
    case 'budget':
      return <BudgetPage {...props} />;
    case 'staffing':
      return <StaffingPage {...props} />;
    case 'maintenance':
      return <MaintenancePage {...props} />;
    case 'intake':
      return <IntakePage {...props} />;
    case 'packs':
      return <PacksPage {...props} />;
    case 'settings':
      return <SettingsPage {...props} />;
  }
}

// Before the core has answered; a core that can't be reached says so instead of an endless blank.
function Waiting() {
  const about = useQuery(trpc.system.about.queryOptions({}));
  const plants = useQuery(trpc.plants.list.queryOptions({}));
  const freshness = useQuery({ ...trpc.system.freshness.queryOptions({}), enabled: false });
  const error = about.error ?? plants.error ?? freshness.error;
  return (
    <main className="page" id="main" aria-busy={error === null}>
      {error !== null && (
        <FaultNotice
          error={error}
          onRetry={() => {
            void queryClient.invalidateQueries();
          }}
        />
      )}
    </main>
  );
}

// Another door or an import may change the store at any time: the stamp is asked every second, and a new one makes every figure ask again.
function useFollowedStore(): void {
  const stampKey = trpc.system.stamp.queryKey();
  const { data } = useQuery({ ...trpc.system.stamp.queryOptions({}), refetchInterval: 1000, staleTime: 0 });
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (!data) return;
    if (seen.current !== null && seen.current !== data.stamp) {
      void queryClient.invalidateQueries({ predicate: (query) => JSON.stringify(query.queryKey[0]) !== JSON.stringify(stampKey[0]) });
    }
    seen.current = data.stamp;
  }, [data, stampKey]);
}

function useTitle(current: PageId): void {
  useEffect(() => {
    const name = current.charAt(0).toUpperCase() + current.slice(1);
    document.title = `${name} – Plant Cockpit`;
  }, [current]);
}
