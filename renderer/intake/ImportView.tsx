/** Files on their way in, one line each, and the latest imports under them. Pasting from the clipboard is mounted here too. */
import { Link } from 'wouter';
import { catalog } from '../../shared/areas/catalog.ts';
import type { PageProps } from '../app/page-props.ts';
import { FaultNotice, Progress } from '../app/Notice.tsx';
import { countOf } from '../ui/format.ts';
import { Mark } from '../ui/Icon.tsx';
import { DropResult } from './DropResult.tsx';
import { FilePick } from './FilePick.tsx';
import { History } from './History.tsx';
import { cancelDrop, discardDrop } from './intake-jobs.ts';
import { useIntake, type Drop } from './intake-state.ts';
import { tabPath } from './intake-tabs.ts';
import { Paste } from './Paste.tsx';
import { WatchArrived } from './WatchArrived.tsx';

const latest = 6;

export function ImportView({ scope }: PageProps) {
  const { drops, select } = useIntake();
  const labels = new Map(catalog.map(({ name, label }) => [name, label]));
  return (
    <>
      {drops.length > 0 && (
        <section className="blk" aria-label="Files on their way in">
          <div className="tools">
            <Paste />
          </div>
          {drops.map((one) => (
            <DropLine
              key={one.id}
              drop={one}
              labels={labels}
              onOpen={() => {
                select(one.id);
              }}
            />
          ))}
        </section>
      )}
      {drops.length === 0 && (
        <div className="drop-zone">
          <h2>Drop files here</h2>
          <span className="dim">Excel, OpenDocument, text, web tables, SAP lists, ledger files or a zip of them, as they come out of your systems</span>
          <FilePick label="Choose files…" isPrimary />
          <Paste />
          <span className="dim">You see what they would change before anything is stored.</span>
        </div>
      )}
      <WatchArrived />
      <History
        title="Latest imports"
        limit={latest}
        more={<Link href={tabPath('history')}>All imports</Link>}
        hasPlants={scope.plants.length > 0}
        labels={labels}
      />
    </>
  );
}

function DropLine({ drop, labels, onOpen }: { drop: Drop; labels: ReadonlyMap<string, string>; onOpen: () => void }) {
  switch (drop.phase) {
    case 'uploading':
    case 'inspecting':
    case 'committing':
      return (
        <div className="drop-line">
          <b>{drop.name}</b>
          <Progress label={progressLabel(drop)} done={drop.progress.done} total={drop.progress.total} />
          <button
            type="button"
            className="btn"
            onClick={() => {
              cancelDrop(drop.id);
            }}
          >
            Cancel
          </button>
        </div>
      );
    case 'previewed':
      return (
        <div className="drop-line">
          <b>{drop.name}</b>
          <span className="dim">waits for your look</span>
          <button type="button" className="btn p" onClick={onOpen}>
            Open the preview
          </button>
        </div>
      );
    case 'failed':
      return (
        <div className="drop-line">
          <b>{drop.name}</b>
          <FaultNotice error={drop.fault} onRetry={null} />
          <button
            type="button"
            className="btn"
            aria-label={`Put ${drop.name} away`}
            onClick={() => {
              void discardDrop(drop.id);
            }}
          >
            <Mark name="close" />
          </button>
        </div>
      );
    case 'done':
      return <DropResult drop={drop} labels={labels} />;
  }
}

function progressLabel(drop: Drop): string {
  const { label, done, total } = drop.progress;
  return total > 0 ? `${label}: ${countOf(done, 'row')}` : label;
}
