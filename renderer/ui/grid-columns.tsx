/** GridColumn → AG Grid column: alignment, format, effect colour, cell renderers. */
import type { CellClassParams, ColDef, ColGroupDef, ICellRendererParams, ValueFormatterParams } from 'ag-grid-community';
import type { GridColumn, GridRow } from '../../shared/areas/view.ts';
import { displayFactor, formatDay, formatNumber, formatShortDay, formatSigned, inShort, notAvailable } from './format.ts';
import { headText } from './grid-clipboard.ts';
import { Mark } from './Icon.tsx';
import { StatusMark } from './StatusMark.tsx';

export interface GridContext {
  parents: ReadonlySet<string>;
  closed: ReadonlySet<string>;
  toggle: (key: string) => void;
  /** Longest age of each age column, for its bar. */
  longest: Readonly<Record<string, number>>;
  isInBlock: (rowIndex: number | null, field: string) => boolean;
}

type CellValue = string | number | null;
type CellColumn = ColDef<GridRow, CellValue>;
type Params = ICellRendererParams<GridRow, CellValue, GridContext>;

export function columnDefs(columns: readonly GridColumn[], isWide: boolean): (CellColumn | ColGroupDef<GridRow>)[] {
  const shown = columns.filter((column) => isWide || !column.wideOnly);
  const defs: (CellColumn | ColGroupDef<GridRow>)[] = [];
  const firstGroup = shown.find((column) => column.group !== '')?.group;
  const hasGroups = firstGroup !== undefined;
  shown.forEach((column, index) => {
    const opens = column.group !== '' && shown[index - 1]?.group !== column.group;
    const isSeparated = opens && column.group !== firstGroup;
    const def = columnDef(column, index === 0, isSeparated);
    if (!hasGroups || column.group === '') {
      defs.push(def);
      return;
    }
    const last = defs.at(-1);
    if (!opens && last && 'children' in last) last.children.push(def);
    else defs.push({ headerName: column.group, children: [def], marryChildren: true, headerClass: isSeparated ? 'sep' : '' });
  });
  return defs;
}

function columnDef(column: GridColumn, isLead: boolean, isSeparated: boolean): CellColumn {
  const isNumeric = numericKinds.has(column.kind);
  const classes = [isNumeric && column.kind !== 'age' ? 'cell-num' : '', column.kind === 'effect' ? 'cell-mid' : '', isSeparated ? 'sep' : ''].filter(
    (name) => name !== '',
  );
  return {
    colId: column.field,
    headerName: inShort(headText(column)),
    headerTooltip: headText(column),
    headerClass: [
      column.kind === 'effect' ? 'head-mid' : '',
      isNumeric ? 'ag-right-aligned-header' : '',
      column.effectField !== null && column.kind === 'money' ? 'head-strong' : '',
      isSeparated ? 'sep' : '',
    ].filter((name) => name !== ''),
    valueGetter: (params) => params.data?.cells[column.field] ?? null,
    valueFormatter: (params) => cellText(column, params),
    tooltip: (params) => (params.value === null && isNumeric ? unknownReason(column, params.data) : column.kind === 'text' ? String(params.value ?? '') : null),
    flex: column.width,
    minWidth: Math.max(32, Math.round(column.width * 0.75)),
    cellClass: classes,
    cellClassRules: {
      F: (params) => effectOf(column, params) === 'F',
      U: (params) => effectOf(column, params) === 'U',
      'cell-na': (params) => params.value === null && isNumeric,
      'in-block': (params) => contextOf(params).isInBlock(params.node.isRowPinned() ? null : params.node.rowIndex, column.field),
    },
    filter: isNumeric ? 'agNumberColumnFilter' : 'agTextColumnFilter',
    ...(isLead ? { cellRenderer: LeadCell, cellRendererParams: { column } } : {}),
    ...(column.kind === 'status' && !isLead ? { cellRenderer: StatusCell } : {}),
    ...(column.kind === 'age' ? { cellRenderer: AgeCell, cellRendererParams: { column } } : {}),
  };
}

const numericKinds: ReadonlySet<GridColumn['kind']> = new Set(['number', 'percent', 'money', 'age']);

function contextOf(params: { context: unknown }): GridContext {
  return params.context as GridContext; // AG Grid hands on what it was given, as any
}

function effectOf(column: GridColumn, params: CellClassParams<GridRow, CellValue>): 'F' | 'U' | null {
  const { data } = params;
  if (!data) return null;
  if (column.kind === 'effect') return params.value === 'F' || params.value === 'U' ? params.value : null;
  const own = data.effects[column.field];
  if (own !== undefined) return own;
  const beside = column.effectField === null ? null : (data.effects[column.effectField] ?? data.cells[column.effectField]);
  return beside === 'F' || beside === 'U' ? beside : null;
}

function cellText(column: GridColumn, params: ValueFormatterParams<GridRow, CellValue>): string {
  const value = params.value ?? null;
  // Days don't add up: a total has none, which is not the same as undefined.
  const isOpen = params.data?.kind === 'group' || (params.data?.kind === 'total' && column.unit === 'd');
  if (value === null) return !numericKinds.has(column.kind) || isOpen ? '' : isLateness(column) ? '–' : notAvailable;
  if (typeof value === 'string') return column.kind === 'date' ? (value.length > 10 ? formatDay(value) : formatShortDay(value)) : value;
  const shown = value * displayFactor(column.kind, column.unit);
  // Days late are a count that is good or bad, not a difference.
  return column.effectField === null || column.unit === 'd' ? formatNumber(shown, column.decimals) : formatSigned(shown, column.decimals);
}

// Days late are none for what is in time, which is not unknown.
function isLateness(column: GridColumn): boolean {
  return column.unit === 'd' && column.effectField !== null;
}

function unknownReason(column: GridColumn, row: GridRow | undefined): string {
  if (isLateness(column)) return 'Not late, or without a due day';
  const what = headText(column);
  if (row?.kind === 'leaf' && row.parent !== null) return `${what}: not known at this level; the group above may have it`;
  return `${what}: the files say nothing about it, or its divisor is zero`;
}

function LeadCell(params: Params & { column: GridColumn }) {
  const { data, context } = params;
  if (!data) return null;
  const isParent = context.parents.has(data.key);
  const isClosed = context.closed.has(data.key);
  const text = params.valueFormatted ?? String(params.value ?? '');
  const hasLevels = context.parents.size > 0;
  return (
    <span className="lead">
      {isParent && (
        <button
          type="button"
          className="twist"
          tabIndex={-1}
          aria-label={`${isClosed ? 'Open' : 'Close'} ${text}`}
          aria-expanded={!isClosed}
          onClick={() => {
            context.toggle(data.key);
          }}
        >
          <Mark name={isClosed ? 'right' : 'down'} />
        </button>
      )}
      {!isParent && hasLevels && <span className="indent" />}
      <span>{text}</span>
    </span>
  );
}

function StatusCell(params: Params) {
  const text = String(params.value ?? '');
  return (
    <span className="state">
      <StatusMark status={text} />
      {text}
    </span>
  );
}

function AgeCell(params: Params & { column: GridColumn }) {
  const value = typeof params.value === 'number' ? params.value : null;
  if (value === null) return <span className="dim">{params.data?.kind === 'total' ? '' : notAvailable}</span>;
  const most = params.context.longest[params.column.field] ?? 0;
  return (
    <span className={value > 60 ? 'age long' : 'age'}>
      <span>{formatNumber(value, params.column.decimals)}</span>
      <i aria-hidden="true">
        <b style={{ width: `${String(most <= 0 ? 0 : (100 * Math.max(0, value)) / most)}%` }} />
      </i>
    </span>
  );
}
