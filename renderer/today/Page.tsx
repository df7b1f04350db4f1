/** Today: one letter an area, what needs a decision with its arithmetic and evidence, and how fresh the sources are. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Exception, TraceReference } from '../../shared/areas/view.ts';
import { restatementSentence } from '../../shared/intake/restatement.ts';
import { addDays, isoWeek } from '../../shared/kit/iso-date.ts';
import { trpc, type TodayView } from '../api.ts';
import type { PageProps } from '../app/page-props.ts';
import { Sources } from '../app/Sources.tsx';
import { FaultNotice } from '../app/Notice.tsx';
import { Chart } from '../ui/Chart.tsx';
import { countOf, formatDay, formatLongDay } from '../ui/format.ts';
import { TracePanel } from '../ui/TracePanel.tsx';
import { LetterTile } from './LetterTile.tsx';

interface Traced {
  reference: TraceReference;
  label: string;
}

export default function TodayPage({ scope }: PageProps) {
  const today = useQuery(trpc.today.view.queryOptions(scope.plant ? { plant: scope.plant.code } : {}));
  const [traced, setTraced] = useState<Traced | null>(null);
  const trace = (reference: TraceReference, label: string) => {
    setTraced({ reference, label });
  };
  const view = today.data;
  return (
    <div className={traced ? 'split open' : 'split'}>
      <main className="page" id="main" tabIndex={-1} aria-busy={today.isPending}>
        <div className="head">
          <h1>Today, {formatLongDay(scope.today)}</h1>
          {view && <span className="sub">{boardSentence(view)}</span>}
          <span className="acts">
            <Link className="btn" href="/packs">
              Make the monthly pack
            </Link>
          </span>
        </div>
        {today.error && (
          <FaultNotice
            error={today.error}
            onRetry={() => {
              void today.refetch();
            }}
          />
        )}
        {scope.plant && <WaitingNames plant={scope.plant.code} />}
        {scope.plant && <RecentlyRestated plant={scope.plant.code} since={addDays(scope.today, -7)} />}
        {view && <TodayBody view={view} onTrace={trace} />}
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

// What counts as Unassigned is missing where it belongs: said before any figure is read.
function WaitingNames({ plant }: { plant: string }) {
  const waiting = useQuery(trpc.names.count.queryOptions({ plant }));
  if (!waiting.data || waiting.data.names === 0) return null;
  const { names, rows } = waiting.data;
  return (
    <p className="notice ask">
      <span>
        {countOf(names, 'name')} nobody knows yet: {countOf(rows, 'row')} {rows === 1 ? 'counts' : 'count'} as Unassigned.
      </span>
      <span className="acts">
        <Link className="btn" href="/intake/names">
          Answer the names
        </Link>
      </span>
    </p>
  );
}

// Whoever quoted a figure last month should know that it is another one now.
function RecentlyRestated({ plant, since }: { plant: string; since: string }) {
  const restated = useQuery(trpc.intake.restatements.queryOptions({ plant, importedSince: since }));
  const [first] = restated.data ?? [];
  if (!first || !restated.data) return null;
  const rest = restated.data.length - 1;
  return (
    <p className="notice">
      <span>
        Restated: {restatementSentence(first)}
        {rest > 0 && ` (and ${countOf(rest, 'more figure')})`}.
      </span>
      <span className="acts">
        <Link className="btn" href="/intake/history">
          Open the history
        </Link>
      </span>
    </p>
  );
}

function TodayBody({ view, onTrace }: { view: TodayView; onTrace: (reference: TraceReference, label: string) => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const selected = view.exceptions.find((one) => one.key === chosen) ?? view.exceptions[0];
  return (
    <>
      <section className="letters" aria-label="Areas">
        {view.letters.map((letter) => (
          <LetterTile key={letter.letter} letter={letter} onTrace={onTrace} />
        ))}
      </section>
      <div className="today-two">
        <Decisions view={view} selected={selected} onChoose={setChosen} />
        <section className="evidence" aria-label="Evidence">
          {selected?.chart && <Chart spec={selected.chart} isTall />}
          {selected && <Evidence exception={selected} onTrace={onTrace} />}
          <Sources title="Sources" sources={view.freshness} />
        </section>
      </div>
    </>
  );
}

const letterOf = { production: 'D', budget: 'C', staffing: 'P', maintenance: 'M' } as const;

interface DecisionsProps {
  view: TodayView;
  selected: Exception | undefined;
  onChoose: (key: string) => void;
}

function Decisions({ view, selected, onChoose }: DecisionsProps) {
  return (
    <section className="decisions" aria-label="Needs a decision">
      <div className="sec">
        <h2>Needs a decision</h2>
        <span className="cap">ranked by what it costs, with the arithmetic</span>
        {view.exceptions.length > 0 && <b className="r">{view.exceptions.length}</b>}
      </div>
      {view.exceptions.length === 0 ? (
        <p className="dim">Nothing stands out: every figure is within its normal range, as of {formatDay(view.asOf)}.</p>
      ) : (
        <>
          <div className="decision-head" aria-hidden="true">
            <span />
            <span />
            <span>What and why</span>
            <span>Since</span>
            <span className="rank">Amount</span>
          </div>
          <ul>
            {view.exceptions.map((exception, index) => (
              <li key={exception.key}>
                <button
                  type="button"
                  className="decision"
                  aria-pressed={exception.key === selected?.key}
                  onClick={() => {
                    onChoose(exception.key);
                  }}
                >
                  <span className="rank dim">{index + 1}</span>
                  <span className="decision-letter">{letterOf[exception.area]}</span>
                  <span className="what">
                    <b>{exception.title}</b>
                    <span className="dim">{exception.arithmetic}</span>
                  </span>
                  <span className="since">{exception.since}</span>
                  <span className="lost">{exception.value}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Evidence({ exception, onTrace }: { exception: Exception; onTrace: (reference: TraceReference, label: string) => void }) {
  const { trace } = exception;
  return (
    <div className="blk">
      <h2>{exception.title}</h2>
      <p className="dim">{exception.arithmetic}</p>
      <div className="tools">
        {trace && (
          <button
            type="button"
            className="btn"
            onClick={() => {
              onTrace(trace, exception.title);
            }}
          >
            Where does it come from
          </button>
        )}
        <Link className="btn s" href={`/${exception.area}`}>
          Open {exception.area}
        </Link>
      </div>
    </div>
  );
}

function boardSentence(view: TodayView): string {
  const week = `Week ${String(Number(isoWeek(view.date).slice(-2)))}`;
  const judged = view.letters.filter((letter) => letter.onTarget !== null);
  const good = judged.filter((letter) => letter.onTarget === true).length;
  return judged.length === 0 ? week : `${week} · ${String(good)} of ${String(judged.length)} letters on target`;
}
