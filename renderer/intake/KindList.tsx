import type { DatasetFields } from '../api.ts';

interface Props {
  datasets: readonly DatasetFields[];
  onKind: (dataset: string) => void;
}

/** Before the fields: what the rows of the table are. */
export function KindList({ datasets, onKind }: Props) {
  return (
    <nav className="field-list" aria-label="Kinds of data">
      <div className="sec">
        <h2>One row is</h2>
        <span className="cap r">
          <kbd>K</kbd>
        </span>
      </div>
      <ul>
        {datasets.map(({ dataset, label, oneRowIs }) => (
          <li key={dataset}>
            <button
              type="button"
              tabIndex={-1}
              title={oneRowIs}
              onClick={() => {
                onKind(dataset);
              }}
            >
              <span>{label}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
