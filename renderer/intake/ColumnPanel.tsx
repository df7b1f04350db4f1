import type { ColumnReport, TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import type { DatasetFields } from '../api.ts';
import { countOf } from '../ui/format.ts';
import { fieldOf, withDropped, withLeftOut } from './table-plan.ts';

interface Props {
  report: TableReport;
  plan: TablePlan;
  column: number;
  dataset: DatasetFields | undefined;
  onField: (column: number, field: string | null) => void;
  onChange: (plan: TablePlan) => void;
}

/** One column: three values as they are and as they become, how it was recognised, what else it could be, and whether it is kept at all. */
export function ColumnPanel({ report, plan, column, dataset, onField, onChange }: Props) {
  const found = report.columns.find((one) => one.column === column);
  if (!found)
    return (
      <div className="grp">
        <h2>Column {columnLetter(column)}</h2>
        <p className="dim">
          {plan.headerRow > 0
            ? 'This column has no header in the head.'
            : 'Go to the row that names the columns, with the mouse or the arrow keys, and press H.'}
        </p>
      </div>
    );
  const isDropped = plan.dropped?.includes(column) ?? false;
  const field = fieldOf(plan, column);
  const label = (name: string) => dataset?.fields.find((one) => one.name === name)?.label ?? name;
  const others = found.suggestions.filter((one) => one.field !== field).slice(0, 4);
  return (
    <div className="grp">
      <div className="sec">
        <h2>
          Column {found.letter}, {found.header}
        </h2>
        <span className={chipOf(found, field, isDropped)}>{isDropped ? 'personal' : sourceOf(found, field)}</span>
      </div>
      {isDropped ? (
        <p className="dim">Its cells are never stored, shown in a report or logged.</p>
      ) : (
        <Samples found={found} becomes={field === null ? '' : `Becomes ${label(field)}`} isFresh={found.field === field} />
      )}
      {found.note !== null && <p className="dim">{found.note}</p>}
      {others.length > 0 && !isDropped && (
        <div className="tools">
          <span className="dim">{field === null ? 'looks like' : 'could be'}</span>
          {others.map((one) => (
            <button
              key={one.field}
              type="button"
              className="btn"
              title={`Likeness ${one.score.toFixed(2)}`}
              onClick={() => {
                onField(column, one.field);
              }}
            >
              {label(one.field)}
            </button>
          ))}
        </div>
      )}
      <LeftOut plan={plan} column={column} onChange={onChange} />
      <label className="tick-line">
        <input
          type="checkbox"
          checked={isDropped}
          onChange={() => {
            onChange(withDropped(plan, column));
          }}
        />
        Personal data, never keep it <kbd>X</kbd>
      </label>
    </div>
  );
}

function Samples({ found, becomes, isFresh }: { found: ColumnReport; becomes: string; isFresh: boolean }) {
  return (
    <table className="seen">
      <thead>
        <tr>
          <th scope="col" className="dim">
            Row
          </th>
          <th scope="col" className="dim">
            In the file
          </th>
          <th scope="col" className="dim">
            {becomes === '' ? <span className="unseen">Becomes nothing</span> : becomes}
          </th>
        </tr>
      </thead>
      <tbody>
        {found.samples.map((sample) => {
          const isBad = sample.parsed === null && found.field !== null;
          return (
            <tr key={sample.row}>
              <td>{sample.row}</td>
              <td className="mono">{sample.raw}</td>
              <td className={isFresh && isBad ? 'U' : undefined}>
                {!isFresh || becomes === '' ? '' : (sample.parsed ?? 'not understood').replace(/T00:00:00$/, '')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function LeftOut({ plan, column, onChange }: Pick<Props, 'plan' | 'column' | 'onChange'>) {
  const values = plan.leaveOut?.find((one) => one.column === column)?.values ?? [];
  if (values.length === 0) return null;
  return (
    <div className="tools">
      <span className="dim">{countOf(values.length, 'value')} left out:</span>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          className="btn"
          title="Take these rows in again"
          onClick={() => {
            onChange(withLeftOut(plan, column, value));
          }}
        >
          {value === '' ? 'empty' : value} ×
        </button>
      ))}
    </div>
  );
}

function sourceOf(found: ColumnReport, field: string | null): string {
  if (field === null) return 'not imported';
  return found.field === field ? howLabels[found.how] : 'by your answer';
}

function chipOf(found: ColumnReport, field: string | null, isDropped: boolean): string {
  if (isDropped) return 'chip u r';
  if (field === null) return 'chip r';
  return found.field === field && (found.how === 'words' || found.how === 'values') ? 'chip w r' : 'chip b r';
}

const howLabels = {
  plan: 'by your answer',
  profile: 'by the profile',
  exact: 'exact header',
  words: 'by its words',
  values: 'by its values',
  fuzzy: 'looks alike',
  none: 'not imported',
} as const;
