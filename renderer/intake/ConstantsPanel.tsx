import { useState } from 'react';
import type { TablePlan } from '../../shared/intake/interpretation.ts';
import type { DatasetFields } from '../api.ts';
import { withConstant } from './table-plan.ts';

interface Props {
  plan: TablePlan;
  dataset: DatasetFields;
  onChange: (plan: TablePlan) => void;
}

/** What the file doesn't say and every row needs: a date, a line. */
export function ConstantsPanel({ plan, dataset, onChange }: Props) {
  const mapped = new Set(plan.columns.map((column) => column.field));
  const asked = dataset.required.filter((names) => !names.some((name) => mapped.has(name)));
  if (asked.length === 0) return null;
  return (
    <div className="grp">
      <h2>The same for all rows</h2>
      <p className="dim">No column holds these; map one above the grid, or give one value for the whole table.</p>
      {asked.map((names) => {
        const chosen = names.find((name) => plan.constants[name] !== undefined) ?? names[0] ?? '';
        return (
          <Constant
            key={names.join()}
            names={names}
            dataset={dataset}
            value={plan.constants[chosen] ?? ''}
            onValue={(field, value) => {
              onChange(withConstant(plan, field, value));
            }}
          />
        );
      })}
    </div>
  );
}

function Constant({
  names,
  dataset,
  value,
  onValue,
}: {
  names: readonly string[];
  dataset: DatasetFields;
  value: string;
  onValue: (field: string, value: string) => void;
}) {
  const first = names[0] ?? '';
  const field = dataset.fields.find((one) => one.name === first);
  const [text, setText] = useState(value);
  const label = names.map((name) => dataset.fields.find((one) => one.name === name)?.label ?? name).join(' or ');
  return (
    <form
      className="answer"
      onSubmit={(event) => {
        event.preventDefault();
        onValue(first, text.trim());
      }}
    >
      <label className="field">
        <span>{label}</span>
        <input
          className="input"
          type={field?.type === 'date' ? 'date' : 'text'}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </label>
      <button type="submit" className="btn" disabled={text.trim() === value}>
        Use it
      </button>
    </form>
  );
}
