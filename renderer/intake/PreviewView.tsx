/** The preview of a file: the raw grid with what each column becomes, what needs an answer, and what committing would do. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TablePlan } from '../../shared/intake/interpretation.ts';
import { trpc, type DatasetFields, type Preview, type PreviewTable } from '../api.ts';
import { FaultNotice, Progress } from '../app/Notice.tsx';
import { countOf, formatBytes, formatInstant, formatNumber } from '../ui/format.ts';
import { ColumnPanel } from './ColumnPanel.tsx';
import { ConstantsPanel } from './ConstantsPanel.tsx';
import { Consequences } from './Consequences.tsx';
import { cancelDrop, chooseDataset, discardDrop, planTable } from './intake-jobs.ts';
import { useIntake, type Drop } from './intake-state.ts';
import { RepairsPanel } from './RepairsPanel.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { planFrom, withField } from './table-plan.ts';

interface Props {
  drop: Drop;
  preview: Preview;
  others: readonly Drop[];
}

export function PreviewView({ drop, preview, others }: Props) {
  const [place, setPlace] = useState(0);
  const [column, setColumn] = useState<number | null>(null);
  const fields = useQuery({ ...trpc.intake.fields.queryOptions({}), staleTime: Infinity });
  const table = preview.tables[place] ?? preview.tables[0];
  const dataset = fields.data?.find((one) => one.dataset === (drop.plans[table?.report.table ?? -1]?.dataset ?? table?.report.dataset));
  const isBusy = drop.phase !== 'previewed';
  const plan = table ? (drop.plans[table.report.table] ?? planFrom(table.report)) : null;
  const change = (next: TablePlan) => {
    if (table) void planTable(drop.id, table.report.table, next);
  };
  return (
    <main className="preview" id="main" tabIndex={-1} aria-busy={isBusy}>
      <div className="preview-head">
        <PreviewHead drop={drop} preview={preview} others={others} />
        {drop.fault && <FaultNotice error={drop.fault} onRetry={null} />}
        {preview.fault && <FaultNotice error={preview.fault} onRetry={null} />}
        {drop.results
          .filter((result) => result.status === 'refused')
          .map((result) => (
            <FaultNotice
              key={result.sheet}
              error={{ code: 'rows-rejected', message: result.problems[0]?.fix ?? 'Nothing of the file was stored.' }}
              onRetry={null}
            />
          ))}
        {preview.alreadyImported && (
          <div className="notice">
            This very file was imported on {formatInstant(preview.alreadyImported.at)} (import {preview.alreadyImported.batch}); committing it again changes
            nothing.
          </div>
        )}
        {preview.tables.length > 1 && (
          <div className="tools" role="tablist" aria-label="Tables in the file">
            {preview.tables.map((one, index) => (
              <button
                key={one.report.table}
                type="button"
                role="tab"
                className="view"
                aria-selected={one === table}
                onClick={() => {
                  setPlace(index);
                  setColumn(null);
                }}
              >
                {one.report.sheetName === '' ? `Table ${String(index + 1)}` : one.report.sheetName} <i>{formatNumber(one.report.rows.read, 0)}</i>
              </button>
            ))}
          </div>
        )}
        {table && plan && (
          <Recognized
            table={table}
            datasets={fields.data ?? []}
            chosen={plan.dataset}
            onDataset={(name) => {
              void chooseDataset(drop.id, table.report, name);
            }}
          />
        )}
      </div>
      {table && plan ? (
        <div className="split">
          <div className="preview-main">
            {isBusy && (
              <div className="tools">
                <Progress label={drop.progress.label} done={drop.progress.done} total={drop.progress.total} />
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    cancelDrop(drop.id);
                  }}
                >
                  Cancel
                </button>
              </div>
            )}
            <SheetGrid
              report={table.report}
              dataset={dataset}
              chosen={column}
              onColumn={setColumn}
              onHeaderRow={(headerRow) => {
                change({ ...plan, headerRow });
              }}
              onField={(at, field) => {
                change(withField(plan, at, field));
              }}
            />
          </div>
          <aside className="panel" aria-label="What needs an answer">
            {column !== null && (
              <ColumnPanel
                report={table.report}
                column={column}
                dataset={dataset}
                onField={(field) => {
                  change(withField(plan, column, field));
                }}
              />
            )}
            {dataset && <ConstantsPanel plan={plan} dataset={dataset} onChange={change} />}
            <RepairsPanel report={table.report} dataset={dataset} plan={plan} onChange={change} />
            <Figures table={table} />
          </aside>
        </div>
      ) : (
        <div className="blank">
          <p>No table was found in this file. Open it in Excel and check that it has a row of column names with rows under it.</p>
        </div>
      )}
      <Consequences drop={drop} preview={preview} />
    </main>
  );
}

function PreviewHead({ drop, preview, others }: Props) {
  const select = useIntake((state) => state.select);
  const read = preview.tables.reduce((sum, table) => sum + table.report.rows.read, 0);
  const columns = Math.max(0, ...preview.tables.map((table) => table.report.columns.length));
  const delimiters: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
  const about = [
    formatBytes(preview.size),
    `${countOf(read, 'row')}, ${countOf(columns, 'column')}`,
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
          All files and imports
        </button>
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

function Recognized({
  table,
  datasets,
  chosen,
  onDataset,
}: {
  table: PreviewTable;
  datasets: readonly DatasetFields[];
  chosen: string;
  onDataset: (name: string) => void;
}) {
  const { report } = table;
  const mapped = report.columns.filter((column) => column.field !== null).length;
  return (
    <div className="recognized">
      <label>
        <span className="unseen">Kind of data</span>
        <select
          className="input"
          value={chosen}
          onChange={(event) => {
            onDataset(event.target.value);
          }}
        >
          {chosen === '' && <option value="">choose the kind of data…</option>}
          {datasets.map((one) => (
            <option key={one.dataset} value={one.dataset}>
              {one.label} ({one.dataset})
            </option>
          ))}
        </select>
      </label>
      {report.profile !== null && (
        <span>
          <span className="dim">profile</span> <b>{report.profile}</b>
        </span>
      )}
      <span className="score" aria-hidden="true">
        <i style={{ width: `${String(report.columns.length === 0 ? 0 : (100 * mapped) / report.columns.length)}%` }} />
      </span>
      <span>
        <b>{mapped}</b> of {countOf(report.columns.length, 'column')} understood
      </span>
      <span className="dim nw" title={report.reasons.join(' · ')}>
        {report.reasons.join(' · ')}
      </span>
      {report.fault && <span className={report.status === 'refused' ? 'chip u' : 'chip w'}>{report.fault.title}</span>}
    </div>
  );
}

function Figures({ table }: { table: PreviewTable }) {
  if (table.figures.length === 0) return null;
  return (
    <div className="grp">
      <div className="sec">
        <h2>What these figures become</h2>
        <span className="cap r">now, after</span>
      </div>
      <table>
        <tbody>
          {table.figures.map((figure) => (
            <tr key={figure.label}>
              <td>
                {figure.label.replace(/^[^:]*: /, '')}
                {figure.unit === '' ? '' : `, ${figure.unit}`}
              </td>
              <td className="num dim">{formatNumber(figure.before, figure.decimals)}</td>
              <td className="num">
                <b>{formatNumber(figure.after, figure.decimals)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
