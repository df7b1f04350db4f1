/** The only importer of AG Grid (Community). Group rows and totals are computed by us; nothing here may need the Enterprise edition. */
import {
  AllCommunityModule,
  ModuleRegistry,
  themeQuartz,
  type CellClickedEvent,
  type CellFocusedEvent,
  type CellKeyDownEvent,
  type CellMouseOverEvent,
  type FullWidthCellKeyDownEvent,
  type GridApi,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import type { Grid, GridRow, TraceReference } from '../../shared/areas/view.ts';
import { useMedia } from '../app/theme.ts';
import { blockSum, blockText } from './grid-clipboard.ts';
import { columnDefs, type GridContext } from './grid-columns.tsx';
import { countOf, formatNumber } from './format.ts';
import { recallGrid, rememberGrid, type GridMemory } from './grid-memory.ts';
import { closedAtFirst, gridParts, shownRows, underTheirGroups } from './grid-rows.ts';

ModuleRegistry.registerModules([AllCommunityModule]);

const theme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 12,
  headerFontSize: 11,
  headerFontWeight: 400,
  rowHeight: 24,
  headerHeight: 24,
  spacing: 4,
  accentColor: 'var(--brand)',
  backgroundColor: 'var(--bg)',
  foregroundColor: 'var(--fg)',
  borderColor: 'var(--line)',
  chromeBackgroundColor: 'var(--bg-group)',
  headerBackgroundColor: 'var(--bg-group)',
  headerTextColor: 'var(--fg-2)',
  rowHoverColor: 'var(--bg-hover)',
  rowBorder: { color: 'var(--line-row)' },
  columnBorder: false,
  headerColumnResizeHandleColor: 'transparent',
  iconSize: 12,
  headerRowBorder: false,
  wrapperBorder: false,
  menuBackgroundColor: 'var(--bg)',
  inputBackgroundColor: 'var(--bg)',
});

interface Props {
  grid: Grid;
  picked: string | null;
  onTrace: (reference: TraceReference, label: string) => void;
  /** The rows are one page of many, sorted and filtered by whoever gave them: a click on a head only says which way. */
  onSort?: (sort: { field: string; descending: boolean } | null) => void;
}

interface Place {
  row: number;
  field: string;
}

interface Block {
  anchor: Place;
  head: Place;
}

export function DataGrid({ grid, picked, onTrace, onSort }: Props) {
  const isWide = useMedia('(min-width: 1600px)');
  const parts = useMemo(() => gridParts(grid), [grid]);
  // A wide screen has further columns: an order kept for the others would tear the groups apart.
  const memoryKey = isWide ? `${grid.key}.wide` : grid.key;
  const memory = useMemo(() => recallGrid(memoryKey), [memoryKey]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => new Set(memory.closed ?? closedAtFirst(parts, roomForRows())));
  const [isFiltered, setFiltered] = useState(false);
  const [selection, setSelection] = useState('');
  const [barRoom] = useState(overlayBarRoom);
  const [stage, stageHeight] = useHeight();
  const api = useRef<GridApi<GridRow> | null>(null);
  const block = useRef<Block | null>(null);
  const isExtending = useRef(false);
  const columns = useMemo(() => grid.columns.filter((column) => isWide || !column.wideOnly), [grid.columns, isWide]);
  const defs = useMemo(() => columnDefs(grid.columns, isWide), [grid.columns, isWide]);
  const rows = useMemo(() => (isFiltered ? parts.body : shownRows(parts, closed)), [parts, closed, isFiltered]);

  const toggle = (key: string) => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
    rememberGrid(memoryKey, { closed: [...next] });
  };
  const shownFields = () => api.current?.getAllDisplayedColumns().map((column) => column.getColId()) ?? [];
  const isInBlock = (row: number | null, field: string): boolean => {
    const current = block.current;
    if (current === null || row === null || isOneCell(current)) return false;
    const fields = shownFields();
    return (
      isBetween(row, current.anchor.row, current.head.row) &&
      isBetween(fields.indexOf(field), fields.indexOf(current.anchor.field), fields.indexOf(current.head.field))
    );
  };
  const longest = Object.fromEntries(
    columns
      .filter((column) => column.kind === 'age')
      .map((column) => [column.field, Math.max(0, ...parts.body.map((row) => Number(row.cells[column.field] ?? 0)))]),
  );
  const context: GridContext = { parents: parts.parents, closed, toggle, longest, isInBlock };

  useEffect(() => {
    api.current?.refreshCells({ force: true });
  }, [closed, rows]);
  useEffect(() => {
    api.current?.redrawRows();
    const node = picked === null ? undefined : api.current?.getRowNode(picked);
    if (node) api.current?.ensureNodeVisible(node);
  }, [picked, rows]);

  const blockCells = () => {
    const current = block.current;
    const grown = api.current;
    if (current === null || grown === null) return { columns: [], rows: [] };
    const fields = shownFields();
    const inside = fields.filter((field) => isBetween(fields.indexOf(field), fields.indexOf(current.anchor.field), fields.indexOf(current.head.field)));
    const chosen: GridRow[] = [];
    for (let row = Math.min(current.anchor.row, current.head.row); row <= Math.max(current.anchor.row, current.head.row); row += 1) {
      const data = grown.getDisplayedRowAtIndex(row)?.data;
      if (data) chosen.push(data);
    }
    return { columns: inside.flatMap((field) => columns.filter((column) => column.field === field)), rows: chosen };
  };
  const showBlock = () => {
    api.current?.refreshCells({ force: true });
    const cells = blockCells();
    const { cells: count, numbers, sum } = blockSum(cells.columns, cells.rows);
    const decimals = Math.max(0, ...cells.columns.map((column) => column.decimals));
    setSelection(count < 2 ? '' : `Selected ${formatNumber(count, 0)} cells${numbers > 0 ? `: sum ${formatNumber(sum, decimals)}` : ''}`);
  };
  const extendTo = (place: Place) => {
    block.current = { anchor: block.current?.anchor ?? place, head: place };
    showBlock();
  };
  const focusCell = (event: CellFocusedEvent<GridRow>) => {
    if (event.rowIndex === null || event.rowPinned || typeof event.column !== 'object' || event.column === null) return;
    const place = { row: event.rowIndex, field: event.column.getColId() };
    if (isExtending.current) extendTo(place);
    else {
      block.current = { anchor: place, head: place };
      showBlock();
    }
  };
  const trace = (row: GridRow | undefined, field: string) => {
    const reference = row?.trace[field];
    const column = columns.find((one) => one.field === field);
    const lead = columns[0];
    if (row && reference && column && lead)
      onTrace(reference, [String(row.cells[lead.field] ?? ''), column.label, column.group].filter((part) => part !== '').join(' · '));
  };
  const keyInCell = (event: CellKeyDownEvent<GridRow> | FullWidthCellKeyDownEvent<GridRow>) => {
    const key = event.event instanceof window.KeyboardEvent ? event.event.key : '';
    if (key !== 'Enter' && key !== ' ') return;
    const field = 'column' in event ? event.column.getColId() : '';
    if (event.data && parts.parents.has(event.data.key) && field === columns[0]?.field) toggle(event.data.key);
    else trace(event.data, field);
  };
  const keyInGrid = (event: KeyboardEvent) => {
    isExtending.current = event.shiftKey && event.key.startsWith('Arrow');
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'a' || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const fields = shownFields();
    const [first, last] = [fields[0], fields.at(-1)];
    if (first === undefined || last === undefined) return;
    block.current = { anchor: { row: 0, field: first }, head: { row: rows.length - 1, field: last } };
    showBlock();
  };
  const copy = (event: ClipboardEvent) => {
    const cells = blockCells();
    if (cells.rows.length === 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', blockText(cells.columns, cells.rows));
  };

  // As seen: shown columns in their order, filtered and sorted rows, closed groups closed, totals last.
  const copyAll = async () => {
    const seen: GridRow[] = [];
    api.current?.forEachNodeAfterFilterAndSort((node) => {
      if (node.data) seen.push(node.data);
    });
    const chosen = shownFields().flatMap((field) => columns.filter((column) => column.field === field));
    await navigator.clipboard.writeText(blockText(chosen, [...seen, ...parts.totals]));
    setSelection(`Copied ${countOf(seen.length + parts.totals.length, 'row')} with heads`);
  };

  const hasGroups = columns.some((column) => column.group !== '');
  const fixed = parts.totals.length * 24 + (hasGroups ? 48 : 24) + 2;
  const natural = rows.length * 24 + fixed;
  // A row cut in half above the totals reads like a mistake.
  const height = stageHeight === 0 || stageHeight >= natural ? natural : Math.floor((stageHeight - fixed) / 24) * 24 + fixed;
  return (
    <div className="grid" style={{ minHeight: Math.min(natural + 24, 220) }}>
      <div
        ref={stage}
        className="stage"
        style={{ flexBasis: natural }}
        onKeyDownCapture={keyInGrid}
        onMouseDownCapture={(event) => {
          isExtending.current = event.shiftKey;
        }}
        onCopy={copy}
      >
        <div style={{ height }}>
          <AgGridReact<GridRow>
            theme={theme}
            rowData={rows}
            columnDefs={defs}
            context={context}
            pinnedBottomRowData={parts.totals}
            getRowId={(params) => params.data.key}
            defaultColDef={{
              resizable: true,
              sortable: true,
              suppressHeaderMenuButton: true,
              ...(onSort && { comparator: () => 0, suppressHeaderContextMenu: true }),
            }}
            rowClassRules={{
              'row-group': (params) => params.data?.kind === 'group',
              'row-total': (params) => params.data?.kind === 'total',
              'row-leaf': (params) => params.data?.kind === 'leaf',
              'has-parent': (params) => (params.data?.parent ?? null) !== null,
              'row-picked': (params) => params.data?.key === picked,
            }}
            postSortRows={(params) => {
              params.nodes.splice(0, params.nodes.length, ...underTheirGroups(params.nodes, (node) => node.data));
            }}
            initialState={onSort ? withoutOrder(memory.state) : memory.state}
            onStateUpdated={({ state: { sort, filter, columnSizing, columnOrder } }) => {
              rememberGrid(memoryKey, {
                state: {
                  ...(sort && { sort }),
                  ...(filter && { filter }),
                  ...(columnSizing && { columnSizing }),
                  ...(columnOrder && { columnOrder }),
                  partialColumnState: true,
                },
              });
            }}
            onGridReady={(event) => {
              api.current = event.api;
            }}
            onSortChanged={(event) => {
              const [first] = event.api.getColumnState().filter(({ sort }) => sort === 'asc' || sort === 'desc');
              onSort?.(first ? { field: first.colId, descending: first.sort === 'desc' } : null);
            }}
            onFilterChanged={(event) => {
              setFiltered(event.api.isAnyFilterPresent());
            }}
            onCellClicked={(event: CellClickedEvent<GridRow>) => {
              trace(event.data, event.column.getColId());
            }}
            onCellFocused={focusCell}
            onCellMouseOver={(event: CellMouseOverEvent<GridRow>) => {
              if (event.event instanceof MouseEvent && event.event.buttons === 1 && event.rowIndex !== null && !event.rowPinned)
                extendTo({ row: event.rowIndex, field: event.column.getColId() });
            }}
            onCellKeyDown={keyInCell}
            alwaysShowVerticalScroll={height < natural}
            {...barRoom}
            enableBrowserTooltips
            suppressCellFocus={false}
            animateRows={false}
            columnMenu="new"
            overlayNoRowsTemplate="Nothing in this period."
          />
        </div>
      </div>
      <div className="foot">
        {grid.footnotes.map((note) => (
          <span key={note}>{note}</span>
        ))}
        <span className="r" aria-live="polite">
          {selection}
        </span>
        <button
          type="button"
          className="btn s"
          title="All rows and columns as they are shown, with heads, to paste into Excel"
          onClick={() => {
            void copyAll();
          }}
        >
          Copy table
        </button>
      </div>
    </div>
  );
}

// What another sorts and filters begins unsorted.
function withoutOrder(state: GridMemory['state']): GridMemory['state'] {
  const { sort: _sort, filter: _filter, ...rest } = state;
  return rest;
}

// Head, tiles and one row of charts stand above the grid.
function roomForRows(): number {
  return Math.floor((window.innerHeight - (window.innerWidth >= 1600 ? 670 : 560)) / 24);
}

// Scroll bars that lie over the content measure nothing, yet the grid keeps 16 pixels for them: the columns must know.
function overlayBarRoom(): { scrollbarWidth?: number } {
  const probe = document.createElement('div');
  probe.style.cssText = 'position:absolute;visibility:hidden;overflow:scroll;width:50px;height:50px';
  document.body.append(probe);
  const width = probe.offsetWidth - probe.clientWidth;
  probe.remove();
  return width === 0 ? { scrollbarWidth: 16 } : {};
}

// A clipped grid must keep room for its scroll bar, or the last column hides under it.
function useHeight(): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setHeight(element.clientHeight);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return [ref, height];
}

function isOneCell(block: Block): boolean {
  return block.anchor.row === block.head.row && block.anchor.field === block.head.field;
}

function isBetween(value: number, a: number, b: number): boolean {
  return value >= Math.min(a, b) && value <= Math.max(a, b);
}
