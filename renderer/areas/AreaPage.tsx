/** The bones every area page shares: KPI tiles, one or two charts that answer the main question, the grid, and where a number comes from. */
import { useEffect, useState } from 'react';
import { datasetNamed } from '../../shared/areas/catalog.ts';
import type { AreaView, Kpi, TraceReference } from '../../shared/areas/view.ts';
import type { ChartSpec } from '../../shared/charts/spec.ts';
import type { Dataset } from '../../shared/intake/dataset.ts';
import { isIsoDate } from '../../shared/kit/iso-date.ts';
import { useCockpit, type Against } from '../app/cockpit-state.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { customPeriod, monthOf } from '../app/period.ts';
import { useMedia } from '../app/theme.ts';
import { usePicked } from '../app/picked-state.ts';
import { FilePick } from '../intake/FilePick.tsx';
import { Chart } from '../ui/Chart.tsx';
import { DataGrid } from '../ui/DataGrid.tsx';
import { countOf } from '../ui/format.ts';
import { KpiTile } from '../ui/KpiTile.tsx';
import { TracePanel } from '../ui/TracePanel.tsx';

interface Props {
  title: string;
  query: { data: AreaView | undefined; error: unknown; isPlaceholderData: boolean; refetch: () => unknown };
}

export interface Traced {
  reference: TraceReference;
  label: string;
}

export function AreaPage({ title, query }: Props) {
  const { data: view, error } = query;
  const [traced, setTraced] = useState<Traced | null>(null);
  const trace = (reference: TraceReference, label: string) => {
    setTraced({ reference, label });
  };
  useEscape(() => {
    setTraced(null);
  });
  if (!view) {
    return (
      <main className="page" id="main" tabIndex={-1} aria-busy={!error}>
        <div className="head">
          <h1>{title}</h1>
        </div>
        {Boolean(error) && (
          <FaultNotice
            error={error}
            onRetry={() => {
              query.refetch();
            }}
          />
        )}
      </main>
    );
  }
  return (
    <div className={traced ? 'split open' : 'split'}>
      <main className="page" id="main" tabIndex={-1} aria-busy={query.isPlaceholderData}>
        <div className="head">
          <h1>{view.title}</h1>
          <span className="sub">{view.subtitle}</span>
        </div>
        {Boolean(error) && (
          <FaultNotice
            error={error}
            onRetry={() => {
              query.refetch();
            }}
          />
        )}
        {view.empty ? <EmptyArea empty={view.empty} /> : <AreaBody view={view} onTrace={trace} />}
      </main>
      {traced && (
        <TracePanel
          {...traced}
          onClose={() => {
            setTraced(null);
          }}
        />
      )}
    </div>
  );
}

function AreaBody({ view, onTrace }: { view: AreaView; onTrace: (reference: TraceReference, label: string) => void }) {
  const against = useCockpit((state) => state.against);
  const picked = usePicked((state) => state.row);
  const isWide = useMedia('(min-width: 1600px)');
  const [isWhole, setWhole] = useState(false);
  const [shown, setShown] = useState(0);
  const follow = useFollow(view, { onTrace, onGrid: setShown });
  const traceKpi = (kpi: Kpi) =>
    kpi.trace === null
      ? null
      : () => {
          if (kpi.trace) onTrace(kpi.trace, [kpi.label, kpi.period].filter((part) => part !== '').join(' · '));
        };
  const pickedGrid = view.grids.findIndex((grid) => grid.rows.some((row) => row.key === picked));
  const place = pickedGrid >= 0 && shown >= view.grids.length ? pickedGrid : Math.min(shown, view.grids.length - 1);
  const grid = view.grids[place];
  // Two charts leave room for the grid on a small screen; the rest is one click away.
  const charts = isWide || isWhole ? view.charts : view.charts.slice(0, 2);
  const hidden = view.charts.length - charts.length;
  return (
    <>
      {view.finding !== '' && <p className="finding">{view.finding}</p>}
      <section className="kpis" data-count={view.kpis.length} aria-label="Key figures">
        {view.kpis.map((kpi) => (
          <KpiTile key={kpi.key} kpi={kpi} onTrace={traceKpi(kpi)} commonPeriod={view.kpis[0]?.period ?? ''} />
        ))}
      </section>
      {charts.length > 0 && (
        <div className={charts.length === 2 ? 'charts two' : charts.length === 3 && isWide ? 'charts three' : 'charts'}>
          {charts.map((spec) => (
            <Chart key={spec.title} spec={comparedWith(spec, against)} onPick={follow} />
          ))}
        </div>
      )}
      {grid && (
        <>
          <div className="tools">
            {view.grids.length > 1 ? (
              <span role="tablist" aria-label="Tables">
                {view.grids.map((one, index) => (
                  <button
                    key={one.key}
                    type="button"
                    role="tab"
                    className="view"
                    aria-selected={index === place}
                    onClick={() => {
                      setShown(index);
                    }}
                  >
                    {one.title} <i>{one.rows.filter((row) => row.kind === 'leaf').length}</i>
                  </button>
                ))}
              </span>
            ) : (
              <h2>{grid.title}</h2>
            )}
            <span className="cap">{grid.caption}</span>
            {hidden > 0 && (
              <span className="r">
                <button
                  type="button"
                  className="btn s"
                  aria-expanded={false}
                  onClick={() => {
                    setWhole(true);
                  }}
                >
                  {countOf(hidden, 'more chart')}
                </button>
              </span>
            )}
          </div>
          <DataGrid key={grid.key} grid={grid} picked={picked} onTrace={onTrace} />
        </>
      )}
    </>
  );
}

// A picked column or bar leads to the rows behind it: the grid's row of the same key with its trace, else the month or day itself.
function useFollow(
  view: AreaView,
  to: { onTrace: (reference: TraceReference, label: string) => void; onGrid: (index: number) => void },
): (key: string) => void {
  const choosePeriod = useCockpit((state) => state.choosePeriod);
  const pickRow = usePicked((state) => state.pickRow);
  return (key) => {
    const index = view.grids.findIndex((grid) => grid.rows.some((row) => row.key === key));
    const row = view.grids[index]?.rows.find((one) => one.key === key);
    if (row) {
      to.onGrid(index);
      pickRow(key);
      const [field, reference] = Object.entries(row.trace)[0] ?? [];
      const column = view.grids[index]?.columns.find((one) => one.field === field);
      if (reference) to.onTrace(reference, [key, column?.label ?? ''].join(' · '));
    } else if (/^\d{4}-\d{2}$/.test(key)) {
      choosePeriod(monthOf(`${key}-01`));
    } else if (isIsoDate(key)) {
      choosePeriod(customPeriod(key, key));
    }
  };
}

// What the user compares with decides which of the comparing series are drawn.
function comparedWith(spec: ChartSpec, against: Against): ChartSpec {
  if (against === 'budget-and-prior' || !('series' in spec)) return spec;
  const hidden = against === 'budget' ? ['prior'] : ['budget', 'target'];
  return { ...spec, series: spec.series.filter((series) => !hidden.includes(series.role)) };
}

function EmptyArea({ empty }: { empty: NonNullable<AreaView['empty']> }) {
  return (
    <div className="blank">
      <h2>Nothing here yet</h2>
      <p>{empty.message}</p>
      <FilePick label="Choose a file…" isPrimary />
      <table className="t" style={{ maxWidth: 640, textAlign: 'left' }}>
        <caption className="unseen">Files that fill this page</caption>
        <thead>
          <tr>
            <th scope="col">A file of</th>
            <th scope="col">with columns for</th>
          </tr>
        </thead>
        <tbody>
          {empty.datasets.map((name) => {
            const dataset = datasetNamed(name);
            return (
              dataset && (
                <tr key={name}>
                  <th scope="row">{dataset.label}</th>
                  <td>{neededColumns(dataset).join(', ')}</td>
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

// "Good or Total": any one column of a group will do.
function neededColumns(dataset: Dataset): string[] {
  const labelOf = (name: string) => dataset.fields.find((field) => field.name === name)?.label ?? name;
  return dataset.requires.map((names) => names.map(labelOf).join(' or '));
}

function useEscape(act: () => void): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) act();
    };
    window.addEventListener('keydown', key);
    return () => {
      window.removeEventListener('keydown', key);
    };
  });
}
