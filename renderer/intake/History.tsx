/** What was imported, newest first; every import can be taken back as a whole. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { trpc, type HistoryEntry } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { countOf, formatBytes, formatDay, formatInstant, formatNumber } from '../ui/format.ts';
import { CompareExports } from './CompareExports.tsx';
import { undoImport } from './intake-jobs.ts';
import { Restated } from './Restated.tsx';

const firstEntries = 60;

interface Props {
  title: string;
  /** Shows only so many of the newest, then `more`. */
  limit: number | null;
  more: ReactNode;
  hasPlants: boolean;
  labels: ReadonlyMap<string, string>;
}

export function History({ title, limit, more, hasPlants, labels }: Props) {
  const history = useQuery(trpc.intake.history.queryOptions({}));
  const [asked, setAsked] = useState<number | null>(null);
  const undo = useMutation({
    mutationFn: undoImport,
    onSettled: () => {
      setAsked(null);
    },
  });
  const [isWhole, setWhole] = useState(false);
  const [compared, setCompared] = useState<number | null>(null);
  const entries = history.data ?? [];
  const shown = isWhole ? entries : entries.slice(0, limit ?? firstEntries);
  const rest = entries.length - shown.length;
  return (
    <section className="blk" aria-label="Import history">
      <div className="sec">
        <h2>{title}</h2>
        <span className="cap">newest first; undo takes the whole file back and restores what it had replaced</span>
      </div>
      {history.error && (
        <FaultNotice
          error={history.error}
          onRetry={() => {
            void history.refetch();
          }}
        />
      )}
      {undo.error && <FaultNotice error={undo.error} onRetry={null} />}
      {history.data && entries.length === 0 && <p className="dim">{hasPlants ? 'No imports.' : 'Nothing has been imported yet.'}</p>}
      {entries.length > 0 && (
        <table className="t">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">What</th>
              <th scope="col">Period</th>
              <th scope="col" className="num">
                Added
              </th>
              <th scope="col" className="num">
                Changed
              </th>
              <th scope="col" className="num">
                Same
              </th>
              <th scope="col" className="num">
                Rejected
              </th>
              <th scope="col" className="num">
                Facts
              </th>
              <th scope="col">Imported</th>
              <th scope="col">By</th>
              <th scope="col">
                <span className="unseen">Undo</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.flatMap((entry) =>
              entry.tables.map((table, index) => (
                <tr key={`${String(entry.batch)} ${String(index)}`} className={entry.state === 'undone' ? 'off' : undefined}>
                  <td>{index === 0 && <span title={`Import ${String(entry.batch)}, ${formatBytes(entry.size)}`}>{entry.fileName}</span>}</td>
                  <td title={table.dataset}>
                    {labels.get(table.dataset) ?? table.dataset}
                    {table.sheet === '' ? '' : <span className="dim">, sheet {table.sheet}</span>}
                    {index === 0 && entry.restated > 0 && <RestatedBy entry={entry} />}
                  </td>
                  <td>
                    {table.period
                      ? table.period.from === table.period.to
                        ? formatDay(table.period.from)
                        : `${formatDay(table.period.from)} – ${formatDay(table.period.to)}`
                      : ''}
                  </td>
                  <td className="num">{formatNumber(table.rows.new, 0)}</td>
                  <td className="num">{formatNumber(table.rows.changed, 0)}</td>
                  <td className="num">{formatNumber(table.rows.same, 0)}</td>
                  <td className="num">{formatNumber(table.rows.rejected, 0)}</td>
                  <td className="num">{formatNumber(table.facts, 0)}</td>
                  <td>{index === 0 && formatInstant(entry.at)}</td>
                  <td>{index === 0 && <Source entry={entry} />}</td>
                  <td className="num">
                    {index === 0 && entry.state === 'committed' && entry.hasPrevious && (
                      <button
                        type="button"
                        className="btn s"
                        aria-label={`Compare ${entry.fileName} with the previous export`}
                        onClick={() => {
                          setCompared(entry.batch);
                        }}
                      >
                        Compare
                      </button>
                    )}{' '}
                    {index === 0 && (
                      <UndoCell
                        entry={entry}
                        isAsked={asked === entry.batch}
                        isBusy={undo.isPending}
                        onAsk={setAsked}
                        onUndo={() => {
                          undo.mutate(entry.batch);
                        }}
                      />
                    )}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
      {compared !== null && (
        <CompareExports
          key={compared}
          later={compared}
          onClose={() => {
            setCompared(null);
          }}
        />
      )}
      {rest > 0 && more !== null && <div className="tools">{more}</div>}
      {rest > 0 && more === null && (
        <div className="tools">
          <button
            type="button"
            className="btn s"
            onClick={() => {
              setWhole(true);
            }}
          >
            {countOf(rest, 'earlier import')}
          </button>
        </div>
      )}
    </section>
  );
}

// Read when asked for: a history may hold hundreds.
function RestatedBy({ entry }: { entry: HistoryEntry }) {
  const [isOpen, setOpen] = useState(false);
  const restated = useQuery(trpc.intake.restatements.queryOptions({ plant: entry.plant, batch: entry.batch }, { enabled: isOpen }));
  return (
    <div>
      <button
        type="button"
        className="btn s"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        Changed {countOf(entry.restated, 'figure')} already reported
      </button>
      {isOpen && restated.error && <FaultNotice error={restated.error} onRetry={null} />}
      {isOpen && restated.data && <Restated restated={restated.data} />}
    </div>
  );
}

function Source({ entry }: { entry: HistoryEntry }) {
  if (entry.watchedFolder === null) return entry.actor;
  return <span title={`${entry.watchedFolder}, watched for ${entry.actor}`}>watch folder</span>;
}

interface UndoProps {
  entry: HistoryEntry;
  isAsked: boolean;
  isBusy: boolean;
  onAsk: (batch: number | null) => void;
  onUndo: () => void;
}

function UndoCell({ entry, isAsked, isBusy, onAsk, onUndo }: UndoProps) {
  if (entry.state === 'undone')
    return (
      <span className="dim" title={entry.undoneAt === null ? undefined : formatInstant(entry.undoneAt)}>
        undone
      </span>
    );
  if (!isAsked)
    return (
      <button
        type="button"
        className="btn s"
        disabled={isBusy}
        onClick={() => {
          onAsk(entry.batch);
        }}
      >
        Undo
      </button>
    );
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <button type="button" className="btn" disabled={isBusy} onClick={onUndo}>
        Take it back
      </button>{' '}
      <button
        type="button"
        className="btn s"
        disabled={isBusy}
        onClick={() => {
          onAsk(null);
        }}
      >
        Keep
      </button>
    </span>
  );
}
