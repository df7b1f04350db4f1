/** One table on the desk: fields on the left, the file's rows in the middle, what needs an answer on the right. */
import { useEffect, useRef, useState } from 'react';
import { datasetNamed } from '../../shared/areas/catalog.ts';
import type { TablePlan } from '../../shared/intake/interpretation.ts';
import type { DatasetFields, Preview, PreviewTable } from '../api.ts';
import { ColumnPanel } from './ColumnPanel.tsx';
import { ConstantsPanel } from './ConstantsPanel.tsx';
import { FieldList } from './FieldList.tsx';
import { KindList } from './KindList.tsx';
import { FiguresPanel } from './FiguresPanel.tsx';
import { chooseDataset, planTable } from './intake-jobs.ts';
import type { Drop } from './intake-state.ts';
import { ReadingPanel } from './ReadingPanel.tsx';
import { RepairsPanel } from './RepairsPanel.tsx';
import { SheetGrid, type Asking } from './SheetGrid.tsx';
import type { SheetCommand } from './sheet-keys.ts';
import type { Place } from './sheet-layout.ts';
import { SinceLast } from './SinceLast.tsx';
import { StudioBar } from './StudioBar.tsx';
import { commanded, withField, withFieldToo, withSource } from './table-plan.ts';

interface Props {
  drop: Drop;
  preview: Preview;
  table: PreviewTable;
  plan: TablePlan;
  datasets: readonly DatasetFields[];
  isMapping: boolean;
}

export function Studio({ drop, preview, table, plan, datasets, isMapping }: Props) {
  const { report } = table;
  const dataset = datasets.find((one) => one.dataset === plan.dataset);
  const [at, setAt] = useState<Place>(() => ({
    row: plan.headerRow > 0 ? plan.headerRow : (report.sample[0]?.row ?? 1),
    column: report.columns[0]?.column ?? 1,
  }));
  const [asking, setAsking] = useState<Asking | null>(null);
  const hasStarted = useRef(false);
  const change = (next: TablePlan) => {
    if (next !== plan) void planTable(drop.id, report.table, next);
  };
  const setField = (column: number, field: string | null) => {
    change(field !== null && isShared(plan.dataset, field) ? withFieldToo(plan, column, field) : withField(plan, column, field));
  };
  const command = (given: SheetCommand, place: Place) => {
    setAt(place);
    const asked = questions[given];
    if (asked !== undefined) setAsking(dataset ? asked : 'dataset');
    else if (given === 'ask-nothing') setAsking(null);
    else change(commanded(plan, given, { ...place, text: textAt(table, place) }));
  };
  // Whoever is asked can answer at once: the keyboard starts in the grid, and an answer that went with its question leads to the next one.
  useEffect(() => {
    if (!isMapping || (document.activeElement !== null && document.activeElement !== document.body)) return;
    const next = document.querySelector<HTMLElement>('.panel .answer button') ?? document.querySelector<HTMLElement>('.sheet');
    (hasStarted.current ? next : document.querySelector<HTMLElement>('.sheet'))?.focus({ preventScroll: true });
    hasStarted.current = true;
  }, [isMapping, preview]);
  // What keeps the file from being taken stands first; else the column does.
  const asks = report.status !== 'ready';
  const repairs = <RepairsPanel report={report} dataset={dataset} plan={plan} onChange={change} />;
  const constants = dataset && <ConstantsPanel report={report} fileName={preview.fileName} plan={plan} dataset={dataset} onChange={change} />;
  return (
    <div className={isMapping ? 'split studio' : 'split'}>
      {isMapping && !dataset && (
        <KindList
          datasets={datasets}
          onKind={(name) => {
            void chooseDataset(drop.id, report, name);
          }}
        />
      )}
      {isMapping && dataset && (
        <FieldList
          plan={plan}
          dataset={dataset}
          chosen={at.column}
          onField={(field) => {
            setField(at.column, field);
          }}
        />
      )}
      <div className="preview-main">
        <StudioBar drop={drop} report={report} plan={plan} at={at} isMapping={isMapping} onCommand={command} />
        <SheetGrid
          report={report}
          plan={plan}
          dataset={dataset}
          datasets={datasets}
          at={at}
          asking={asking}
          onAt={setAt}
          onCommand={command}
          onField={setField}
          onDataset={(name) => {
            void chooseDataset(drop.id, report, name);
          }}
          onTake={(place, field) => {
            change(withSource(plan, field, { from: 'cell', row: place.row, column: place.column }));
          }}
        />
      </div>
      <aside className="panel" aria-label="What needs an answer">
        {report.sinceLast && <SinceLast changes={report.sinceLast} />}
        {asks && repairs}
        {asks && constants}
        <ColumnPanel report={report} plan={plan} column={at.column} dataset={dataset} onField={setField} onChange={change} />
        {!asks && constants}
        {!asks && repairs}
        {isMapping && <ReadingPanel plan={plan} onChange={change} />}
        <FiguresPanel table={table} />
      </aside>
    </div>
  );
}

const questions: Partial<Record<SheetCommand, Asking>> = { 'ask-field': 'field', 'ask-value': 'value', 'ask-dataset': 'dataset' };

function textAt(table: PreviewTable, place: Place): string {
  return table.report.sample.find(({ row }) => row === place.row)?.cells[place.column - 1] ?? '';
}

// Columns across feed one field together; so do a year and a month.
function isShared(dataset: string, field: string): boolean {
  return field === 'period' || datasetNamed(dataset)?.wide?.valueField === field;
}
