/** The rows of one dataset, page by page as the core sorts and filters them. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import type { TraceReference } from '../../shared/areas/view.ts';
import { trpc, type StoredDataset } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { DataGrid } from '../ui/DataGrid.tsx';
import { countOf, formatDay, formatInstant, formatNumber } from '../ui/format.ts';
import { saveDataFile, type DataFile } from './data-files.ts';
import { gridOfRows, placeField, rangeText } from './data-grid.ts';

const pageSize = 100;

interface Props {
  dataset: StoredDataset;
  plant: string | undefined;
  onTrace: (reference: TraceReference, label: string) => void;
}

export function DataRows({ dataset, plant, onTrace }: Props) {
  const [page, setPage] = useState(0);
  const [sort, setSort] = useState<{ field: string; descending: boolean } | null>(null);
  const [typed, setTyped] = useState('');
  const filter = useDeferredValue(typed.trim());
  const rows = useQuery({
    ...trpc.datasets.rows.queryOptions({
      dataset: dataset.dataset,
      page,
      size: pageSize,
      filter,
      ...(plant !== undefined && { plant }),
      ...(sort && { sort }),
    }),
    enabled: dataset.rows > 0,
  });
  const shown = rows.data?.dataset === dataset.dataset ? rows.data : undefined;
  const grid = useMemo(() => (shown ? gridOfRows(dataset, shown) : null), [dataset, shown]);
  const last = shown ? Math.max(0, Math.ceil(shown.count / pageSize) - 1) : 0;
  return (
    <section className="rows" aria-label={dataset.label} aria-busy={rows.isFetching}>
      <div className="sec">
        <h2>{dataset.label}</h2>
        <span className="cap">{stockText(dataset)}</span>
      </div>
      <div className="tools">
        <input
          className="input"
          type="search"
          aria-label={`Find in ${dataset.label}`}
          placeholder="Find in all rows"
          value={typed}
          disabled={dataset.rows === 0}
          onChange={(event) => {
            setTyped(event.target.value);
            setPage(0);
          }}
        />
        {shown && last > 0 && (
          <span className="pager" role="group" aria-label="Pages">
            <button
              type="button"
              className="btn s"
              disabled={page === 0}
              onClick={() => {
                setPage(page - 1);
              }}
            >
              Earlier
            </button>
            <span aria-live="polite">
              {rangeText(shown)} of {formatNumber(shown.count, 0)}
            </span>
            <button
              type="button"
              className="btn s"
              disabled={page >= last}
              onClick={() => {
                setPage(page + 1);
              }}
            >
              Next
            </button>
          </span>
        )}
        <Files dataset={dataset} plant={plant} />
      </div>
      {rows.error && (
        <FaultNotice
          error={rows.error}
          onRetry={() => {
            void rows.refetch();
          }}
        />
      )}
      {dataset.rows === 0 && (
        <div className="blank">
          <h2>No rows yet</h2>
          <p>One row is {dataset.oneRowIs}. Drop a file that holds them on the window, or fill in the template.</p>
        </div>
      )}
      {dataset.rows > 0 && shown?.count === 0 && <p className="dim">No row holds “{filter}”.</p>}
      {grid && grid.rows.length > 0 && (
        <DataGrid
          key={grid.columns.map(({ field }) => field).join()}
          grid={grid}
          picked={null}
          onTrace={onTrace}
          onSort={(wish) => {
            if (wish?.field === placeField) return;
            setSort(wish);
            setPage(0);
          }}
        />
      )}
    </section>
  );
}

function stockText({ rows, from, to, lastImport }: StoredDataset): string {
  if (rows === 0) return 'nothing imported yet';
  const days = from === null || to === null ? '' : from === to ? `, ${formatDay(from)}` : `, ${formatDay(from)} – ${formatDay(to)}`;
  return `${countOf(rows, 'row')}${days}${lastImport === null ? '' : `; last from ${lastImport.file}, ${formatInstant(lastImport.at)}`}`;
}

const buttons: readonly { kind: DataFile; label: string; title: string }[] = [
  { kind: 'xlsx', label: 'Export to Excel', title: 'All rows; imported again, the file asks nothing and changes nothing' },
  { kind: 'csv', label: 'CSV', title: 'All rows as text with commas; imported again, the file asks nothing and changes nothing' },
  { kind: 'template', label: 'Template', title: 'An empty workbook with these columns, and what belongs into them' },
];

function Files({ dataset, plant }: Pick<Props, 'dataset' | 'plant'>) {
  const save = useMutation({ mutationFn: (kind: DataFile) => saveDataFile({ dataset: dataset.dataset, kind, plant }) });
  return (
    <span className="r">
      <span role="status" className="dim">
        {save.isPending ? 'Writing…' : save.data ? `Saved ${save.data.name}${save.data.kind === 'template' ? '' : `, ${countOf(save.data.rows, 'row')}`}` : ''}
      </span>
      {save.error && <FaultNotice error={save.error} onRetry={null} />}
      {buttons.map(({ kind, label, title }) => (
        <button
          key={kind}
          type="button"
          className="btn"
          title={title}
          disabled={save.isPending || (kind !== 'template' && dataset.rows === 0)}
          onClick={() => {
            save.mutate(kind);
          }}
        >
          {label}
        </button>
      ))}
    </span>
  );
}
