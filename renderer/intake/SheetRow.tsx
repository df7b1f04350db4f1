/** One row of the file, with its mark in the gutter; under the head stands what the first row becomes. */
import { memo } from 'react';
import type { TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import { cellId, type RowMark, type SheetLayout } from './sheet-layout.ts';

interface Props {
  row: { row: number; cells: readonly string[] };
  layout: SheetLayout;
  report: TableReport;
  plan: TablePlan;
  mark: RowMark;
  isLastHead: boolean;
  isLastBody: boolean;
  /** Column of the place the keyboard is at, when it is in this row. */
  active: number | null;
  isDragged: boolean;
}

const classes = { above: 'above', head: 'hrow', body: '', rejected: 'rej', 'left-out': 'out', below: 'above' } as const;

export const SheetRow = memo(function SheetRow({ row, layout, report, plan, mark, isLastHead, isLastBody, active, isDragged }: Props) {
  const dropped = new Set(plan.dropped ?? []);
  const names = [classes[mark], isLastBody ? 'end' : '', isDragged ? 'drag' : ''].filter((name) => name !== '').join(' ');
  const handle =
    mark === 'head'
      ? isLastHead && (plan.headRows ?? 1) > 1
        ? 'head-to'
        : row.row === plan.headerRow
          ? 'head'
          : undefined
      : isLastBody
        ? 'body-end'
        : undefined;
  return (
    <>
      <tr data-row={row.row} className={names === '' ? undefined : names}>
        <td className="rn" data-column="0" data-mark={handle} title={handle === undefined ? undefined : handleTitles[handle]}>
          {row.row}
          {handle !== undefined && <i aria-hidden="true">{handle === 'body-end' ? 'end' : 'head'}</i>}
        </td>
        {layout.columns.map((column) => (
          <td
            key={column}
            id={cellId({ row: row.row, column })}
            data-column={column}
            title={row.cells[column - 1]}
            className={cellClass({
              severity: layout.severity.get(`${columnLetter(column)}${String(row.row)}`),
              isNumber: layout.numeric.has(column),
              isActive: column === active,
              spills: (mark === 'above' || plan.headerRow === 0) && !layout.numeric.has(column) && (row.cells[column] ?? '') === '',
              isDropped: dropped.has(column) && mark !== 'above' && mark !== 'below',
            })}
          >
            {row.cells[column - 1] ?? ''}
          </td>
        ))}
      </tr>
      {isLastHead && <Becomes layout={layout} report={report} />}
    </>
  );
});

const handleTitles = {
  head: 'The head; drag it to another row',
  'head-to': 'The head ends here; drag to change it',
  'body-end': 'The body ends here; drag to change it',
} as const;

function Becomes({ layout, report }: { layout: SheetLayout; report: TableReport }) {
  return (
    <tr className="par">
      <td className="rn" title="The first row, as it becomes">
        →
      </td>
      {layout.columns.map((column) => {
        const found = report.columns.find((one) => one.column === column);
        return (
          <td key={column} className={layout.numeric.has(column) ? 'num' : undefined}>
            {found?.field === null ? '' : (found?.samples.find(({ row }) => row === report.firstRow)?.parsed ?? '').replace(/T00:00:00$/, '')}
          </td>
        );
      })}
    </tr>
  );
}

function cellClass(cell: {
  severity: 'error' | 'warning' | undefined;
  isNumber: boolean;
  isActive: boolean;
  spills: boolean;
  isDropped: boolean;
}): string | undefined {
  const names = [
    cell.severity === 'error' ? 'rc' : cell.severity === 'warning' ? 'wc' : '',
    cell.isNumber ? 'num' : '',
    cell.isActive ? 'at' : '',
    cell.spills ? 'spill' : '',
    cell.isDropped ? 'gone' : '',
  ].filter((name) => name !== '');
  return names.length > 0 ? names.join(' ') : undefined;
}
