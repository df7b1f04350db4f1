/** What stands above a file's rows: its name, what it was recognised as and why, and what can be done with it. */
import { countOf, formatBytes, formatInstant, formatNumber } from '../ui/format.ts';
import type { TableReport } from '../../shared/intake/interpretation.ts';
import type { DatasetFields, Preview, PreviewTable } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { chooseDataset, discardDrop } from './intake-jobs.ts';
import { useIntake, type Drop } from './intake-state.ts';
import { isRaw, keyOf } from './preview-tables.ts';

interface HeadProps {
  drop: Drop;
  preview: Preview;
  others: readonly Drop[];
  onMap: (() => void) | null;
  onSave: (() => void) | null;
}

const delimiters: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

export function PreviewHead({ drop, preview, others, onMap, onSave }: HeadProps) {
  const select = useIntake((state) => state.select);
  const read = preview.tables.reduce((sum, table) => sum + table.report.rows.read, 0);
  const columns = Math.max(0, ...preview.tables.map((table) => table.report.columns.length));
  const about = [
    formatBytes(preview.size),
    preview.tables.length === 0 ? '' : `${countOf(read, 'row')}, ${countOf(columns, 'column')}`,
    [delimiters[preview.delimiter ?? ''] ?? '', preview.encoding ?? ''].filter((part) => part !== '').join(', '),
  ].filter((part) => part !== '');
  const next = others.find((one) => one.phase === 'previewed');
  return (
    <div className="head">
      <h1>{preview.fileName}</h1>
      <span className="sub">{about.join(' · ')}</span>
      <span className="acts">
        {next && (
          <button
            type="button"
            className="btn s"
            onClick={() => {
              select(next.id);
            }}
          >
            Next file: {next.name}
          </button>
        )}
        <button
          type="button"
          className="btn s"
          onClick={() => {
            select(null);
          }}
        >
          Back to Intake
        </button>
        {onMap && (
          <button type="button" className="btn s" onClick={onMap}>
            Edit mapping
          </button>
        )}
        {onSave && (
          <button type="button" className="btn s" onClick={onSave} title="Ctrl+S">
            Save as profile…
          </button>
        )}
        <button
          type="button"
          className="btn"
          onClick={() => {
            void discardDrop(drop.id);
          }}
        >
          Discard
        </button>
      </span>
    </div>
  );
}

export function PreviewNotices({ drop, preview }: { drop: Drop; preview: Preview }) {
  return (
    <>
      {drop.fault && <FaultNotice error={drop.fault} onRetry={null} />}
      {preview.fault && !isMarkable(preview) && <FaultNotice error={preview.fault} onRetry={null} />}
      {drop.results
        .filter((result) => result.status === 'refused')
        .map((result) => (
          <FaultNotice
            key={result.sheet}
            error={{ code: 'rows-rejected', message: result.problems[0]?.fix ?? 'Nothing of the file was stored.' }}
            onRetry={null}
          />
        ))}
      {drop.savedAs !== null && (
        <div className="notice" role="status">
          Saved as profile {drop.savedAs}; files with the same columns are taken without asking from now on.
        </div>
      )}
      {preview.alreadyImported && (
        <div className="notice">
          This very file was imported on {formatInstant(preview.alreadyImported.at)} (import {preview.alreadyImported.batch}); committing it again changes
          nothing.
        </div>
      )}
    </>
  );
}

// The sheets are there to be marked, and say so themselves.
function isMarkable({ fault, raw }: Preview): boolean {
  return fault?.code === 'no-table' && raw.length > 0;
}

interface TabsProps {
  tables: readonly PreviewTable[];
  chosen: PreviewTable | undefined;
  onChosen: (key: string) => void;
}

export function TableTabs({ tables, chosen, onChosen }: TabsProps) {
  const names = tables.map(({ report }) => report.sheetName);
  return (
    <div className="tools" role="tablist" aria-label="Tables in the file">
      {tables.map((table, index) => {
        const { report } = table;
        const isAlone = names.filter((name) => name === report.sheetName).length === 1;
        const name =
          report.sheetName === '' ? `Table ${String(index + 1)}` : isAlone ? report.sheetName : `${report.sheetName}, from row ${String(report.headerRow)}`;
        return (
          <button
            key={report.table}
            type="button"
            role="tab"
            className="view"
            aria-selected={table === chosen}
            onClick={() => {
              onChosen(keyOf(table, tables));
            }}
          >
            {name} {!isRaw(report) && <i>{formatNumber(report.rows.read, 0)}</i>}
            {report.status !== 'ready' && (
              <span className={chipOf(report)}>{isRaw(report) ? 'no table' : report.status === 'refused' ? 'refused' : 'asks'}</span>
            )}
          </button>
        );
      })}
    </div>
  );
}

function chipOf(report: TableReport): string {
  if (isRaw(report)) return 'chip';
  return report.status === 'refused' ? 'chip u' : 'chip w';
}

interface RecognizedProps {
  drop: Drop;
  table: PreviewTable;
  datasets: readonly DatasetFields[];
  chosen: string;
}

export function Recognized({ drop, table, datasets, chosen }: RecognizedProps) {
  const { report } = table;
  const mapped = report.columns.filter((column) => column.field !== null).length;
  return (
    <div className="recognized">
      <label>
        <span className="unseen">Kind of data</span>
        <select
          id="kind-of-data"
          className="input"
          value={chosen}
          onChange={(event) => {
            void chooseDataset(drop.id, report, event.target.value);
          }}
        >
          {chosen === '' && <option value="">choose the kind of data…</option>}
          {datasets.map((one) => (
            <option key={one.dataset} value={one.dataset}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      {report.profile !== null && (
        <span>
          <span className="dim">profile</span> <b>{report.profile}</b>
        </span>
      )}
      {!isRaw(report) && (
        <>
          <span className="score" aria-hidden="true">
            <i style={{ width: `${String(report.columns.length === 0 ? 0 : (100 * mapped) / report.columns.length)}%` }} />
          </span>
          <span>
            <b>{mapped}</b> of {countOf(report.columns.length, 'column')} understood
          </span>
        </>
      )}
      <span className="dim nw" title={report.reasons.join(' · ')}>
        {report.reasons.join(' · ')}
      </span>
      {report.fault && <span className={report.status === 'refused' ? 'chip u' : 'chip w'}>{report.fault.title}</span>}
    </div>
  );
}
