/** The tools over the grid: steps back and forward, the marks of head and body, and how sure each column is. */
import type { TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { cellAddress } from '../../shared/intake/cells.ts';
import { formatNumber } from '../ui/format.ts';
import { mostSampleRows, showMoreRows, stepPlans } from './intake-jobs.ts';
import type { Drop } from './intake-state.ts';
import type { SheetCommand } from './sheet-keys.ts';
import type { Place } from './sheet-layout.ts';

interface Props {
  drop: Drop;
  report: TableReport;
  plan: TablePlan;
  at: Place;
  isMapping: boolean;
  onCommand: (command: SheetCommand, place: Place) => void;
}

export function StudioBar({ drop, report, plan, at, isMapping, onCommand }: Props) {
  const act = (label: string, key: string, command: SheetCommand) => (
    <button
      key={command}
      type="button"
      className="btn s"
      title={`${label} (${key})`}
      onClick={() => {
        onCommand(command, at);
      }}
    >
      {label} <kbd>{key}</kbd>
    </button>
  );
  const hasMore = report.sample.length >= drop.sampleRows && drop.sampleRows < mostSampleRows;
  return (
    <div className={isMapping ? 'tools studio-bar mapping' : 'tools studio-bar'}>
      {isMapping && (
        <>
          <button
            type="button"
            className="btn s"
            disabled={drop.past.length === 0}
            title="Undo (Ctrl+Z)"
            onClick={() => {
              void stepPlans(drop.id, 'back');
            }}
          >
            Undo
          </button>
          <button
            type="button"
            className="btn s"
            disabled={drop.future.length === 0}
            title="Redo (Ctrl+Y)"
            onClick={() => {
              void stepPlans(drop.id, 'forward');
            }}
          >
            Redo
          </button>
          <span className="cap at">{cellAddress(at.row, at.column)}</span>
          {act('Head', 'H', 'head')}
          {act('to here', '⇧H', 'head-to')}
          {act(plan.lastRow === at.row ? 'Free end' : 'Body end', 'B', 'body-end')}
          {act('Take', 'T', 'ask-value')}
          {act('Kind', 'K', 'ask-dataset')}
        </>
      )}
      {!isMapping && <span className="cap">{formatNumber(report.sample.length, 0)} of the file’s rows in view; → is the value it becomes</span>}
      {hasMore && (
        <button
          type="button"
          className="btn s"
          onClick={() => {
            void showMoreRows(drop.id);
          }}
        >
          More rows
        </button>
      )}
      <span className="r">
        <span className="chip b">exact</span>
        <span className="chip w">please check</span>
        {isMapping && <span className="chip likely">likely?</span>}
        <span className="chip">not imported</span>
      </span>
    </div>
  );
}
