/** How the table's dates, figures and gaps are read, where the file doesn't say it itself. */
import { useState } from 'react';
import type { TablePlan } from '../../shared/intake/interpretation.ts';
import { withMark, withSentinel } from './table-plan.ts';

interface Props {
  plan: TablePlan;
  onChange: (plan: TablePlan) => void;
}

export function ReadingPanel({ plan, onChange }: Props) {
  const [missing, setMissing] = useState('');
  return (
    <div className="grp">
      <h2>How it is read</h2>
      <div className="reading">
        <Choice
          label="Dates"
          value={plan.dateOrder ?? ''}
          options={[
            ['', 'as the values show'],
            ['day-first', 'day first'],
            ['month-first', 'month first'],
          ]}
          onValue={(value) => {
            onChange({ ...plan, dateOrder: value === 'day-first' || value === 'month-first' ? value : null });
          }}
        />
        <Choice
          label="Decimals"
          value={plan.decimal ?? ''}
          options={[
            ['', 'as the values show'],
            [',', 'after a comma'],
            ['.', 'after a point'],
          ]}
          onValue={(value) => {
            onChange({ ...plan, decimal: value === ',' || value === '.' ? value : null });
          }}
        />
      </div>
      <label className="tick-line">
        <input
          type="checkbox"
          checked={plan.julian === true}
          onChange={(event) => {
            onChange(withMark(plan, 'julian', event.target.checked));
          }}
        />
        Dates are Julian, such as 126304
      </label>
      <label className="tick-line">
        <input
          type="checkbox"
          checked={plan.reversedSign === true}
          onChange={(event) => {
            onChange(withMark(plan, 'reversedSign', event.target.checked));
          }}
        />
        Amounts have the opposite sign
      </label>
      <form
        className="tools"
        onSubmit={(event) => {
          event.preventDefault();
          if (missing.trim() !== '') onChange(withSentinel(plan, missing.trim(), 'missing'));
          setMissing('');
        }}
      >
        <label>
          Means missing:{' '}
          <input
            className="input short"
            type="text"
            value={missing}
            onChange={(event) => {
              setMissing(event.target.value);
            }}
          />
        </label>
        {plan.missing.map((text) => (
          <button
            key={text}
            type="button"
            className="btn"
            title="Read it as a value again"
            onClick={() => {
              onChange({ ...plan, missing: plan.missing.filter((one) => one !== text) });
            }}
          >
            {text} ×
          </button>
        ))}
      </form>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onValue: (value: string) => void;
}

function Choice({ label, value, options, onValue }: ChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select
        className="input"
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
        }}
      >
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
