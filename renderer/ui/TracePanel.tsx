/** Where does this number come from: the formula with its numbers → the rows → file, sheet, cell, raw text, who and when. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TraceReference } from '../../shared/areas/view.ts';
import { fetchTrace, type Trace } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { countOf, formatDay, formatExact, formatInstant, formatNumber } from './format.ts';
import { Mark } from './Icon.tsx';

interface Props {
  reference: TraceReference;
  label: string;
  onClose: () => void;
}

const firstRows = 10;

export function TracePanel({ reference, label, onClose }: Props) {
  const trace = useQuery({ queryKey: ['trace', reference], queryFn: ({ signal }) => fetchTrace(reference, signal), placeholderData: () => undefined });
  return (
    <aside className="panel" aria-label="Where does this number come from">
      <div className="grp">
        <div className="sec">
          <h2>Where does this number come from</h2>
          <button type="button" className="pick r" aria-label="Close" title="Close (Esc)" onClick={onClose}>
            <Mark name="close" />
          </button>
        </div>
        <div className="dim">{label}</div>
      </div>
      {trace.error && (
        <FaultNotice
          error={trace.error}
          onRetry={() => {
            void trace.refetch();
          }}
        />
      )}
      {trace.isPending && (
        <div className="dim" aria-busy="true">
          Following the number…
        </div>
      )}
      {trace.data && <TraceBody key={JSON.stringify(reference)} trace={trace.data} />}
    </aside>
  );
}

function TraceBody({ trace }: { trace: Trace }) {
  const [chosen, setChosen] = useState(0);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? trace.rows : trace.rows.slice(0, firstRows);
  const rest = trace.rows.length - shown.length;
  const row = trace.rows[chosen];
  // One column, one place for the decimal sign.
  const areWhole = trace.rows.every((one) => one.value === null || Number.isInteger(one.value));
  // Where all rows belong to one term, its name stands above them already.
  const only = trace.terms.length === 1 ? (trace.terms[0]?.label ?? null) : null;
  return (
    <>
      <div className="grp">
        <table aria-label="The formula with its numbers">
          <tbody>
            {trace.terms.map((term) => (
              <tr key={term.label}>
                <td>{term.label}</td>
                <td className="num">
                  {formatExact(term.value)} {term.unit}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="dim">{trace.formula}</div>
      </div>
      {trace.rows.length > 0 && (
        <div className="grp">
          <h3>
            {trace.total > trace.rows.length ? `First ${formatNumber(trace.rows.length, 0)} of ${countOf(trace.total, 'row')}` : countOf(trace.total, 'row')}{' '}
            behind it
          </h3>
          <table aria-label="Rows behind it" className="behind">
            <colgroup>
              <col />
              <col style={{ width: 92 }} />
            </colgroup>
            <tbody>
              {shown.map((one, index) => (
                // Rows of a file may repeat exactly; their place in the list is their identity.
                <tr
                  key={index}
                  className="pickable"
                  aria-selected={index === chosen}
                  onClick={() => {
                    setChosen(index);
                  }}
                >
                  <td>
                    <button
                      type="button"
                      className="link two"
                      title={one.label}
                      onClick={() => {
                        setChosen(index);
                      }}
                    >
                      {withDays(only === null ? one.label : one.label.replace(`${only} · `, ''))}
                    </button>
                  </td>
                  <td className="num">{one.value === null && one.raw ? one.raw : formatExact(one.value, areWhole)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rest > 0 && (
            <button
              type="button"
              className="link act-on"
              onClick={() => {
                setWhole(true);
              }}
            >
              {countOf(rest, 'more row')}
            </button>
          )}
        </div>
      )}
      {row && (
        <div className="grp">
          <h3>Marked row, in the file</h3>
          <div>{row.file}</div>
          <div>
            {row.sheet !== '' && (
              <>
                Sheet <b>{row.sheet}</b>,{' '}
              </>
            )}
            {row.cell === null ? (
              <>
                row <b>{row.row}</b>
              </>
            ) : (
              <>
                cell <b>{row.cell}</b>
              </>
            )}
            {row.raw !== null && row.raw !== '' && (
              <>
                , text <span className="mono">{row.raw}</span>
              </>
            )}
          </div>
          <div className="dim">
            Import {row.batch}, {formatInstant(row.importedAt)} by {row.actor}
          </div>
        </div>
      )}
    </>
  );
}

// The rows' own days, in the order every other day on the screen has.
function withDays(label: string): string {
  return label.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formatDay(day));
}
