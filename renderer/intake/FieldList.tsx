/** The fields of the kind of data: dragged onto a column, or clicked for the chosen one. What is still needed stands first. */
import type { TablePlan } from '../../shared/intake/interpretation.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import type { DatasetFields } from '../api.ts';
import { fieldOptions, openGroups } from './field-options.ts';

export const fieldDragType = 'application/x-cockpit-field';

interface Props {
  plan: TablePlan;
  dataset: DatasetFields;
  chosen: number | null;
  onField: (field: string) => void;
}

export function FieldList({ plan, dataset, chosen, onField }: Props) {
  const needed = new Set(openGroups(plan, dataset).flat());
  const holders = new Map(plan.columns.flatMap(({ column, field }) => (field === null ? [] : [[field, column] as const])));
  const stated = new Set([...Object.keys(plan.constants), ...Object.keys(plan.constantsFrom ?? {})]);
  return (
    <nav className="field-list" aria-label="Fields">
      <div className="sec">
        <h2>Fields</h2>
        <span className="cap r">{needed.size === 0 ? 'nothing missing' : `${String(openGroups(plan, dataset).length)} still needed`}</span>
      </div>
      <ul>
        {fieldOptions(plan, dataset, []).map(({ value, label }) => {
          const holder = holders.get(value);
          const state = holder !== undefined ? columnLetter(holder) : stated.has(value) ? 'all rows' : needed.has(value) ? 'needed' : '';
          return (
            <li
              key={value}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.setData(fieldDragType, value);
                event.dataTransfer.effectAllowed = 'link';
              }}
            >
              <button
                type="button"
                tabIndex={-1}
                className={holder !== undefined || stated.has(value) ? 'has' : needed.has(value) ? 'needs' : undefined}
                title={chosen === null ? 'Drag it onto a column' : `Make column ${columnLetter(chosen)} ${label}`}
                onClick={() => {
                  onField(value);
                }}
              >
                <span>{label}</span>
                <i>{state}</i>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
