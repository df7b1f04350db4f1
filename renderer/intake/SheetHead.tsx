/** Letters and fields above the rows. A field dragged from the list is dropped here. */
import { useState, type DragEvent } from 'react';
import type { TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import type { DatasetFields } from '../api.ts';
import { fieldDragType } from './FieldList.tsx';
import { tierOf } from './sheet-layout.ts';
import { fieldOf } from './table-plan.ts';

interface Props {
  report: TableReport;
  plan: TablePlan;
  dataset: DatasetFields | undefined;
  columns: readonly number[];
  chosen: number;
  onOpen: (column: number) => void;
  onColumn: (column: number) => void;
  onField: (column: number, field: string | null) => void;
}

export function SheetHead({ report, plan, dataset, columns, chosen, onOpen, onColumn, onField }: Props) {
  const [over, setOver] = useState<number | null>(null);
  const takes = (column: number) => ({
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(fieldDragType)) return;
      event.preventDefault();
      setOver(column);
    },
    onDragLeave: () => {
      setOver(null);
    },
    onDrop: (event: DragEvent) => {
      setOver(null);
      const field = event.dataTransfer.getData(fieldDragType);
      if (field === '') return;
      event.preventDefault();
      onField(column, field);
    },
  });
  return (
    <thead>
      <tr className="let">
        <th className="rn">
          <span className="unseen">Row</span>
        </th>
        {columns.map((column) => (
          <th key={column} scope="col" className={column === chosen ? 'on' : undefined} {...takes(column)}>
            <button
              type="button"
              tabIndex={-1}
              aria-pressed={column === chosen}
              aria-label={`Column ${columnLetter(column)}`}
              onClick={() => {
                onColumn(column);
              }}
            >
              {columnLetter(column)}
            </button>
          </th>
        ))}
      </tr>
      <tr className="fld">
        <th className="rn">
          <span className="unseen">Field</span>
        </th>
        {columns.map((column) => (
          <th key={column} id={`field-${String(column)}`} className={column === over ? 'over' : undefined} {...takes(column)}>
            {!dataset && <span className="unseen">No kind of data chosen</span>}
            {dataset && (
              <FieldButton
                column={column}
                report={report}
                plan={plan}
                dataset={dataset}
                onOpen={() => {
                  onOpen(column);
                }}
              />
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const tones = { exact: 'b', check: 'w', likely: 'likely', none: '', personal: 'u' } as const;

function FieldButton({
  column,
  report,
  plan,
  dataset,
  onOpen,
}: Pick<Props, 'report' | 'plan'> & { column: number; dataset: DatasetFields; onOpen: () => void }) {
  const found = report.columns.find((one) => one.column === column);
  const tier = tierOf(column, { plan, report: found });
  const field = fieldOf(plan, column);
  const labelOf = (name: string) => dataset.fields.find((one) => one.name === name)?.label ?? name;
  const text =
    tier === 'personal'
      ? 'personal, dropped'
      : field !== null
        ? labelOf(field)
        : tier === 'likely'
          ? `${labelOf(found?.suggestions[0]?.field ?? '')}?`
          : 'not imported';
  return (
    <button
      type="button"
      className={`map-to ${tones[tier]}`}
      tabIndex={-1}
      aria-haspopup="listbox"
      aria-label={`Field of column ${columnLetter(column)}: ${text}`}
      data-field={field ?? ''}
      title={text}
      onClick={onOpen}
    >
      {text}
    </button>
  );
}
