/** The stored rows, dataset by dataset, each with its place in a file; and the way out of the store again: Excel, CSV, templates. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { TraceReference } from '../../shared/areas/view.ts';
import { trpc, type StoredDataset } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import type { PageProps } from '../app/page-props.ts';
import { TracePanel } from '../ui/TracePanel.tsx';
import './data.css';
import { DatasetList } from './DatasetList.tsx';
import { DataRows } from './DataRows.tsx';
import { tabPath } from './intake-tabs.ts';

export function DataView({ scope }: PageProps) {
  const plant = scope.plant?.code;
  const stock = useQuery(trpc.datasets.list.queryOptions(plant === undefined ? {} : { plant }));
  const [path, goTo] = useLocation();
  const [traced, setTraced] = useState<{ reference: TraceReference; label: string } | null>(null);
  const datasets = stock.data ?? [];
  const chosen = chosenOf(datasets, path.split('/')[3]);
  return (
    <div
      className={traced ? 'data open' : 'data'}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTraced(null);
      }}
    >
      {stock.error && (
        <FaultNotice
          error={stock.error}
          onRetry={() => {
            void stock.refetch();
          }}
        />
      )}
      <DatasetList
        datasets={datasets}
        chosen={chosen?.dataset ?? null}
        onChoose={(dataset) => {
          setTraced(null);
          goTo(`${tabPath('data')}/${addressOf(dataset)}`);
        }}
      />
      {chosen && (
        <DataRows
          key={`${plant ?? ''} ${chosen.dataset}`}
          dataset={chosen}
          plant={plant}
          onTrace={(reference, label) => {
            setTraced({ reference, label });
          }}
        />
      )}
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

// An address with a dot in its end would be asked for as a file when the page is loaded again.
function addressOf(dataset: string): string {
  return dataset.replace('.', '-');
}

// Named in the address, else the one with the most rows.
function chosenOf(datasets: readonly StoredDataset[], named: string | undefined): StoredDataset | null {
  const known = datasets.find(({ dataset }) => addressOf(dataset) === named);
  return known ?? [...datasets].sort((a, b) => b.rows - a.rows)[0] ?? null;
}
