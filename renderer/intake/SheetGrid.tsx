/** The file as it is: column letters, the field each column becomes, the header row, the first rows with their problems marked. */
import type { ColumnReport, TableReport } from '../../shared/intake/interpretation.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import type { DatasetFields } from '../api.ts';

interface Props {
  report: TableReport;
  dataset: DatasetFields | undefined;
  chosen: number | null;
  onColumn: (column: number) => void;
  onHeaderRow: (row: number) => void;
  onField: (column: number, field: string | null) => void;
}

export function SheetGrid({ report, dataset, chosen, onColumn, onHeaderRow, onField }: Props) {
  const columns = columnsOf(report);
  const severity = new Map(report.problems.flatMap((problem) => (problem.cell === null ? [] : [[problem.cell, problem.severity] as const])));
  const rejected = new Set(report.rejectedRows);
  const numeric = new Set(columns.filter((column) => isNumeric(report, column)));
  return (
    <>
      <div className="tools">
        <span className="cap">→ is the value it becomes; a click on a row number makes that row the header</span>
        <span className="r">
          <span className="chip b">exact</span>
          <span className="chip w">by its values, please check</span>
          <span className="chip">not imported</span>
        </span>
      </div>
      <div className="sheet-scroll" tabIndex={0} role="region" aria-label="The file as it is">
        <table className="sheet">
          <thead>
            <tr className="let">
              <th className="rn">
                <span className="unseen">Row</span>
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className={column === chosen ? 'on' : undefined}>
                  <button
                    type="button"
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
              {columns.map((column) => {
                const found = report.columns.find((one) => one.column === column);
                return <th key={column}>{dataset && <FieldPick column={column} report={found} dataset={dataset} onField={onField} />}</th>;
              })}
            </tr>
          </thead>
          <tbody>
            {report.sample.map(({ row, cells }) => {
              const isHeader = row === report.headerRow;
              return [
                <tr key={row} className={isHeader ? 'hrow' : row < report.headerRow ? 'above' : rejected.has(row) ? 'rej' : undefined}>
                  <td className="rn">
                    <button
                      type="button"
                      title="Make this the header row"
                      aria-label={`Make row ${String(row)} the header row`}
                      onClick={() => {
                        onHeaderRow(row);
                      }}
                    >
                      {row}
                    </button>
                  </td>
                  {columns.map((column) => (
                    <td
                      key={column}
                      title={cells[column - 1]}
                      className={cellClass(severity.get(`${columnLetter(column)}${String(row)}`), numeric.has(column))}
                    >
                      {cells[column - 1] ?? ''}
                    </td>
                  ))}
                </tr>,
                isHeader && (
                  <tr key="becomes" className="par">
                    <td className="rn" title="The first row, as it becomes">
                      →
                    </td>
                    {columns.map((column) => {
                      const found = report.columns.find((one) => one.column === column);
                      return (
                        <td key={column} className={numeric.has(column) ? 'num' : undefined}>
                          {found?.field === null ? '' : (found?.samples[0]?.parsed ?? '').replace(/T00:00:00$/, '')}
                        </td>
                      );
                    })}
                  </tr>
                ),
              ];
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function FieldPick({
  column,
  report,
  dataset,
  onField,
}: {
  column: number;
  report: ColumnReport | undefined;
  dataset: DatasetFields;
  onField: Props['onField'];
}) {
  const field = report?.field ?? '';
  const tone = field === '' ? '' : report?.how === 'values' || report?.how === 'words' || (report?.score ?? 0) < 0.9 ? 'w' : 'b';
  return (
    <select
      className={`map-to ${tone}`}
      aria-label={`Field of column ${columnLetter(column)}`}
      value={field}
      onChange={(event) => {
        onField(column, event.target.value === '' ? null : event.target.value);
      }}
    >
      <option value="">not imported</option>
      {dataset.fields.map((one) => (
        <option key={one.name} value={one.name}>
          {one.label}
          {one.required ? ' *' : ''}
        </option>
      ))}
    </select>
  );
}

function columnsOf(report: TableReport): number[] {
  const widest = Math.max(0, ...report.sample.map((row) => row.cells.length), ...report.columns.map((column) => column.column));
  return Array.from({ length: widest }, (_, index) => index + 1);
}

// Right-aligned where the file's own values are numbers.
function isNumeric(report: TableReport, column: number): boolean {
  const values = report.sample
    .filter((row) => row.row > report.headerRow)
    .map((row) => row.cells[column - 1] ?? '')
    .filter((text) => text !== '');
  return values.length > 0 && values.every((text) => /^[-+(]?[\d.,\s']+[)%-]?$/.test(text)) && !values.some((text) => /^0\d/.test(text));
}

function cellClass(severity: 'error' | 'warning' | undefined, isNumber: boolean): string | undefined {
  const names = [severity === 'error' ? 'rc' : severity === 'warning' ? 'wc' : '', isNumber ? 'num' : ''].filter((name) => name !== '');
  return names.length > 0 ? names.join(' ') : undefined;
}
