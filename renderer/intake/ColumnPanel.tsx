import type { TableReport } from '../../shared/intake/interpretation.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import type { DatasetFields } from '../api.ts';

interface Props {
  report: TableReport;
  column: number;
  dataset: DatasetFields | undefined;
  onField: (field: string) => void;
}

/** One column: three values as they are and as they become, how it was recognised, and what else it could be. */
export function ColumnPanel({ report, column, dataset, onField }: Props) {
  const found = report.columns.find((one) => one.column === column);
  const label = (name: string) => dataset?.fields.find((field) => field.name === name)?.label ?? name;
  if (!found)
    return (
      <div className="grp">
        <h2>Column {columnLetter(column)}</h2>
        <p className="dim">This column has no header in the header row.</p>
      </div>
    );
  const others = found.suggestions.filter((one) => one.field !== found.field).slice(0, 4);
  return (
    <div className="grp">
      <div className="sec">
        <h2>
          Column {found.letter}, {found.header}
        </h2>
        <span className={found.field === null ? 'chip r' : 'chip b r'}>{howLabels[found.how]}</span>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col" className="dim">
              Row
            </th>
            <th scope="col" className="dim">
              In the file
            </th>
            <th scope="col" className="dim">
              {found.field === null ? '' : `Becomes ${label(found.field)}`}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.samples.map((sample) => (
            <tr key={sample.row}>
              <td>{sample.row}</td>
              <td className="mono">{sample.raw}</td>
              <td className={sample.parsed === null && found.field !== null ? 'U' : undefined}>
                {sample.parsed ?? (found.field === null ? '' : 'not understood')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.note !== null && <p className="dim">{found.note}</p>}
      {others.length > 0 && (
        <div className="tools">
          <span className="dim">could be</span>
          {others.map((one) => (
            <button
              key={one.field}
              type="button"
              className="btn"
              onClick={() => {
                onField(one.field);
              }}
            >
              {label(one.field)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const howLabels = {
  plan: 'by your answer',
  profile: 'by the profile',
  exact: 'exact header',
  words: 'by its words',
  values: 'by its values',
  none: 'not imported',
} as const;
