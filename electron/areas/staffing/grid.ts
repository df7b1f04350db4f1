/** The staffing grids: departments with their lines (or shifts) under them, and the days; every figure traceable. */
import { overtimeRatio, absenceRatio, staffingFigures, type StaffingFigures } from '../../../shared/areas/staffing/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import type { Grid, GridColumn, GridRow, TraceReference } from '../../../shared/areas/view.ts';
import { weekday } from '../../../shared/kit/iso-date.ts';
import { sayCount } from '../../../shared/kit/wording.ts';
import { effectOf } from '../tiles.ts';
import type { GroupHours } from './store.ts';
import type { StaffingPage } from './page.ts';

type FigureColumn = Pick<GridColumn, 'label' | 'kind' | 'unit' | 'decimals' | 'group' | 'wideOnly'> & { field: keyof StaffingFigures };

function figureColumns(page: StaffingPage): FigureColumn[] {
  const hoursColumn = (field: keyof StaffingFigures, label: string, wideOnly = false): FigureColumn => ({
    field,
    label,
    kind: 'number',
    unit: 'h',
    decimals: 1,
    group: 'Hours',
    wideOnly,
  });
  return [
    hoursColumn('plannedHours', 'Planned', true),
    hoursColumn('presentHours', 'Worked'),
    hoursColumn('regularHours', 'Regular'),
    hoursColumn('overtimeHours', 'Overtime'),
    hoursColumn('absenceHours', 'Absence'),
    { field: 'overtimeRatio', label: 'Overtime', kind: 'percent', unit: '%', decimals: 1, group: 'Ratios', wideOnly: false },
    { field: 'absenceRatio', label: 'Absence', kind: 'percent', unit: '%', decimals: 1, group: 'Ratios', wideOnly: false },
    { field: 'laborCost', label: 'Labor cost', kind: 'money', unit: page.scale.unit, decimals: page.scale.decimals, group: 'Cost', wideOnly: false },
  ];
}

export function departmentGrid(page: StaffingPage): Grid {
  const before = new Map(page.departmentsBefore.map((row) => [row.key, row]));
  const rows = page.departments.flatMap((department) => departmentRows(page, department, before.get(department.key) ?? null));
  const changes = [changeColumn(page, 'overtimeChange', 'Overtime'), changeColumn(page, 'absenceChange', 'Absence')];
  return {
    key: 'departments',
    title: `Departments and ${page.withinBy}s`,
    caption: page.period,
    columns: [textColumn('name', `Department, ${page.withinBy}`), ...figureColumns(page).map(numberColumn), ...changes],
    rows: [...rows, withChanges(totalRow(page), page.now, page.before)],
    footnotes: [
      `${sayCount(page.departments.length, 'department')}; ratios are ratios of sums: overtime ÷ regular hours, absence ÷ planned hours (regular and absent hours where no plan is known).`,
    ],
  };
}

export function dayGrid(page: StaffingPage): Grid {
  const rows = page.days.map((day) => {
    const row = figureRow(page, day, {
      key: day.key,
      kind: 'leaf',
      parent: null,
      name: day.key,
      traceTo: (field) => summaryTrace(page, { by: 'day' }, { key: day.key, field }),
    });
    return { ...row, cells: { ...row.cells, weekday: weekdays[weekday(day.key) - 1] ?? '' } };
  });
  return {
    key: 'days',
    title: 'Days',
    caption: page.period,
    columns: [
      { ...textColumn('name', 'Date'), kind: 'date', width: 110 },
      { ...textColumn('weekday', 'Day'), width: 60 },
      ...figureColumns(page).map(numberColumn),
    ],
    rows: [...rows, totalRow(page)],
    footnotes: [`${sayCount(page.days.length, 'day')} with timecards.`],
  };
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function departmentRows(page: StaffingPage, department: GroupHours, before: GroupHours | null): GridRow[] {
  const within = page.within.filter((row) => row.department === department.key);
  const isSplit = within.some((row) => row.key !== unassigned);
  const head = figureRow(page, department, {
    key: department.key,
    kind: isSplit ? 'group' : 'leaf',
    parent: null,
    name: department.key,
    traceTo: (field) => summaryTrace(page, { by: 'department' }, { key: department.key, field }),
  });
  const leaves = within.map((row) =>
    figureRow(page, row, {
      key: `${department.key} / ${row.key}`,
      kind: 'leaf',
      parent: department.key,
      name: row.key,
      traceTo: (field) => summaryTrace(page, { by: page.withinBy, department: department.key }, { key: row.key, field }),
    }),
  );
  return [withChanges(head, department, before), ...(isSplit ? leaves.map((leaf) => withChanges(leaf, null, null)) : [])];
}

function totalRow(page: StaffingPage): GridRow {
  return figureRow(page, page.now, {
    key: 'total',
    kind: 'total',
    parent: null,
    name: 'Plant',
    traceTo: (field) => summaryTrace(page, { by: 'plant' }, { key: page.scope.plant, field }),
  });
}

interface RowHead extends Pick<GridRow, 'key' | 'kind' | 'parent'> {
  name: string;
  traceTo: (field: string) => TraceReference;
}

function figureRow(page: StaffingPage, totals: GroupHours, head: RowHead): GridRow {
  const laborCost = totals.laborCostMinor === null ? null : totals.laborCostMinor / page.scale.divisor;
  const figures = { ...staffingFigures(totals, page.plant.minorDigits), laborCost };
  const columns = figureColumns(page);
  return {
    key: head.key,
    kind: head.kind,
    parent: head.parent,
    cells: { name: head.name, ...Object.fromEntries(columns.map(({ field }) => [field, figures[field]])) },
    effects: {},
    trace: Object.fromEntries(columns.filter(({ field }) => figures[field] !== null).map(({ field }) => [field, head.traceTo(field)])),
  };
}

function withChanges(row: GridRow, now: GroupHours | null, before: GroupHours | null): GridRow {
  const change = (formula: (totals: GroupHours) => number | null): number | null => {
    const [current, prior] = [now === null ? null : formula(now), before === null ? null : formula(before)];
    return current === null || prior === null ? null : current - prior;
  };
  const [overtimeChange, absenceChange] = [change(overtimeRatio), change(absenceRatio)];
  return {
    ...row,
    cells: { ...row.cells, overtimeChange, absenceChange },
    effects: { overtimeChange: effectOf(overtimeChange, 'down'), absenceChange: effectOf(absenceChange, 'down') },
  };
}

function summaryTrace({ scope }: StaffingPage, grouping: Record<string, string>, figure: { key: string; field: string }): TraceReference {
  return { procedure: 'staffing.summary', input: { plant: scope.plant, from: scope.from, to: scope.to, ...grouping }, ...figure };
}

function textColumn(field: string, label: string): GridColumn {
  return { field, label, kind: 'text', unit: '', decimals: 0, group: '', width: 180, wideOnly: false, effectField: null };
}

function numberColumn(column: FigureColumn): GridColumn {
  return { ...column, width: 88, effectField: null };
}

function changeColumn(page: StaffingPage, field: string, label: string): GridColumn {
  return { field, label, kind: 'percent', unit: 'points', decimals: 1, group: `Against ${page.priorLabel}`, width: 96, wideOnly: true, effectField: field };
}
