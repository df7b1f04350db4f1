/** The refresh log: what became of the last files of the watched folders, to read and to keep. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { formatInstant, formatNumber } from '../ui/format.ts';
import { saveCsv } from '../ui/save-file.ts';
import { logAsText, outcomeWords } from './watch-jobs.ts';

const outcomesKept = 200;

export function WatchLog() {
  const folders = useQuery(trpc.watch.folders.queryOptions({}));
  const [folderPath, setFolder] = useState<string | null>(null);
  const log = useQuery(trpc.watch.log.queryOptions({ folderPath, limit: outcomesKept }));
  const entries = log.data ?? [];
  if (entries.length === 0 && folderPath === null) return null;
  return (
    <section className="blk" aria-label="Refresh log">
      <div className="sec">
        <h2>Refresh log</h2>
        <span className="cap">the last {outcomesKept} outcomes, newest first</span>
        <span className="r tools">
          <label>
            <span className="unseen">Folder</span>
            <select
              className="input"
              value={folderPath ?? ''}
              onChange={(event) => {
                setFolder(event.target.value === '' ? null : event.target.value);
              }}
            >
              <option value="">all folders</option>
              {(folders.data ?? []).map((one) => (
                <option key={one.folder} value={one.path}>
                  {one.path}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="btn s"
            disabled={entries.length === 0}
            onClick={() => {
              saveCsv('Refresh log.csv', logAsText(entries));
            }}
          >
            Save as CSV
          </button>
        </span>
      </div>
      {log.error && <FaultNotice error={log.error} onRetry={null} />}
      <table className="t">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">File</th>
            <th scope="col">Outcome</th>
            <th scope="col" className="num">
              Added
            </th>
            <th scope="col" className="num">
              Changed
            </th>
            <th scope="col" className="num">
              Same
            </th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <tr key={`${entry.at} ${entry.relativePath} ${String(index)}`}>
              <td className="nw">{formatInstant(entry.at)}</td>
              <td title={entry.folderPath}>{entry.relativePath}</td>
              <td className="nw">{entry.batch === null ? outcomeWords[entry.outcome] : `${outcomeWords[entry.outcome]} (import ${String(entry.batch)})`}</td>
              <td className="num">{entry.outcome === 'imported' ? formatNumber(entry.rowsNew, 0) : ''}</td>
              <td className="num">{entry.outcome === 'imported' ? formatNumber(entry.rowsChanged, 0) : ''}</td>
              <td className="num">{entry.outcome === 'imported' ? formatNumber(entry.rowsSame, 0) : ''}</td>
              <td>{entry.reason ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
