/**
 * The file as it is: column letters, the field each column becomes, head and body marked, problems coloured. One stop for the
 * keyboard: arrows move, single keys mark, Enter answers. Only the rows in view are drawn.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import type { DatasetFields } from '../api.ts';
import { FieldCombobox } from './FieldCombobox.tsx';
import { columnOptions, fieldOptions } from './field-options.ts';
import { fieldOf } from './table-plan.ts';
import { SheetHead } from './SheetHead.tsx';
import { SheetRow } from './SheetRow.tsx';
import { cellId, headHeight, layoutOf, rowHeight, rowMark, slice, type Place } from './sheet-layout.ts';
import { sheetCommand, type SheetCommand } from './sheet-keys.ts';
import { useRowDrag } from './sheet-drag.ts';

export type Asking = 'field' | 'value' | 'dataset';

interface Props {
  report: TableReport;
  plan: TablePlan;
  dataset: DatasetFields | undefined;
  at: Place;
  datasets: readonly DatasetFields[];
  /** Which question is open over the grid. */
  asking: Asking | null;
  onAt: (place: Place) => void;
  onCommand: (command: SheetCommand, place: Place) => void;
  onField: (column: number, field: string | null) => void;
  onTake: (place: Place, field: string) => void;
  onDataset: (name: string) => void;
}

export function SheetGrid({ report, plan, dataset, datasets, at, asking, onAt, onCommand, onField, onTake, onDataset }: Props) {
  const layout = useMemo(() => layoutOf(report), [report]);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const drag = useRowDrag((row, kind) => {
    onCommand(kind, { row, column: at.column });
  });
  const rows = report.sample;
  const drawn = slice(rows.length, view);
  const index = rows.findIndex(({ row }) => row === at.row);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const measure = () => {
      setView({ top: box.scrollTop, height: box.clientHeight });
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(box);
    box.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', measure);
    };
  }, []);

  // The place the keyboard is at stays in sight, clear of the sticky head and the row numbers.
  useEffect(() => {
    const box = scroller.current;
    if (!box || index < 0) return;
    const top = index * rowHeight;
    const room = box.clientHeight - headHeight - rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top > box.scrollTop + room - rowHeight) box.scrollTop = top - room + rowHeight;
    const left = layout.widths.slice(0, at.column - 1).reduce((sum, width) => sum + width, 0);
    const width = layout.widths[at.column - 1] ?? 0;
    const space = box.clientWidth - gutter;
    if (left < box.scrollLeft) box.scrollLeft = left;
    else if (left + width > box.scrollLeft + space) box.scrollLeft = left + width - space;
  }, [index, at.column, layout]);

  const move = (step: { rows: number; columns: number }) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, Math.max(0, index) + step.rows))];
    const column = Math.max(1, Math.min(layout.columns.length, at.column + step.columns));
    onAt({ row: next?.row ?? at.row, column });
  };
  const bodyFrom = plan.headerRow + (plan.headRows ?? 1);
  return (
    <div className="sheet-scroll" ref={scroller} role="region" aria-label="The file as it is">
      <table
        ref={grid}
        className="sheet"
        role="grid"
        aria-label="Cells of the file"
        aria-rowcount={rows.length}
        aria-colcount={layout.columns.length}
        aria-activedescendant={index >= drawn.from && index < drawn.to ? cellId(at) : undefined}
        tabIndex={0}
        style={{ width: gutter + layout.widths.reduce((sum, width) => sum + width, 0) }}
        onKeyDown={(event) => {
          const command = sheetCommand(event, Math.max(1, Math.floor((view.height - headHeight) / rowHeight) - 1));
          if (command === null || event.target !== grid.current) return;
          event.preventDefault();
          if (typeof command === 'string') onCommand(command, at);
          else move(command);
        }}
        {...drag.handlers}
      >
        <colgroup>
          <col style={{ width: gutter }} />
          {layout.widths.map((width, place) => (
            <col key={place} style={{ width }} />
          ))}
        </colgroup>
        <SheetHead
          report={report}
          plan={plan}
          dataset={dataset}
          columns={layout.columns}
          chosen={at.column}
          onOpen={(column) => {
            onCommand('ask-field', { row: at.row, column });
          }}
          onColumn={(column) => {
            onAt({ row: at.row, column });
          }}
          onField={onField}
        />
        <tbody
          onMouseDown={(event) => {
            const cell = (event.target as Element).closest<HTMLElement>('[data-column]'); // a click inside a table lands on an element
            const row = cell?.closest<HTMLElement>('[data-row]')?.dataset['row'];
            if (cell && row !== undefined) onAt({ row: Number(row), column: Number(cell.dataset['column'] ?? '0') || at.column });
          }}
        >
          {drawn.from > 0 && <Gap height={drawn.from * rowHeight} />}
          {rows.slice(drawn.from, drawn.to).map((one) => (
            <SheetRow
              key={one.row}
              row={one}
              layout={layout}
              report={report}
              plan={plan}
              mark={rowMark(one, plan, layout.rejected)}
              isLastHead={one.row === bodyFrom - 1}
              isLastBody={one.row === (plan.lastRow ?? report.lastRow)}
              active={one.row === at.row ? at.column : null}
              isDragged={drag.over === one.row}
            />
          ))}
          {drawn.to < rows.length && <Gap height={(rows.length - drawn.to) * rowHeight} />}
        </tbody>
      </table>
      {asking !== null && (
        <FieldCombobox
          key={`${asking} ${String(at.column)}`}
          {...question(asking, { report, plan, dataset, datasets, at })}
          onPick={(value) => {
            onCommand('ask-nothing', at);
            if (asking === 'value') onTake(at, value);
            else if (asking === 'dataset') onDataset(value);
            else if ((fieldOf(plan, at.column) ?? '') !== value) onField(at.column, value === '' ? null : value);
            grid.current?.focus({ preventScroll: true });
          }}
          onClose={() => {
            onCommand('ask-nothing', at);
            grid.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}

function question(asking: Asking, about: Pick<Props, 'report' | 'plan' | 'dataset' | 'datasets' | 'at'>) {
  const { report, plan, dataset, datasets, at } = about;
  if (asking === 'dataset' || !dataset) {
    return { label: 'Kind of data', beside: 'kind-of-data', options: datasets.map((one) => ({ value: one.dataset, label: one.label, hint: one.dataset })) };
  }
  if (asking === 'value') return { label: 'Take this value as', beside: cellId(at), options: fieldOptions(plan, dataset, []) };
  const column = report.columns.find((one) => one.column === at.column);
  return { label: `Field of column ${columnLetter(at.column)}`, beside: `field-${String(at.column)}`, options: columnOptions(column, plan, dataset) };
}

const gutter = 44;

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden="true">
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
