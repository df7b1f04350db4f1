import type { StoredDataset } from '../api.ts';
import { formatNumber } from '../ui/format.ts';

interface Props {
  datasets: readonly StoredDataset[];
  chosen: string | null;
  onChoose: (dataset: string) => void;
}

/** Every dataset with its rows; those without stay, for their templates. */
export function DatasetList({ datasets, chosen, onChoose }: Props) {
  return (
    <nav className="datasets" aria-label="Datasets">
      <ul>
        {datasets.map(({ dataset, area, label, oneRowIs, rows }, index) => (
          <li key={dataset}>
            {datasets[index - 1]?.area !== area && <span className="area">{area}</span>}
            <button
              type="button"
              aria-current={dataset === chosen ? 'true' : undefined}
              title={`One row is ${oneRowIs}`}
              onClick={() => {
                onChoose(dataset);
              }}
            >
              <span>{label}</span>
              <i>{rows === 0 ? '–' : formatNumber(rows, 0)}</i>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
