/** Intake: files on their way in and their preview, and beside them what belongs to importing: names, profiles, watch folders, history, data. */
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { PageProps } from '../app/page-props.ts';
import { DataView } from './DataView.tsx';
import { FilePick } from './FilePick.tsx';
import { HistoryView } from './HistoryView.tsx';
import { ImportView } from './ImportView.tsx';
import { intakeTabs, tabAt, tabPath, type IntakeTab } from './intake-tabs.ts';
import { useIntake } from './intake-state.ts';
import { NamesView } from './NamesView.tsx';
import { PreviewView } from './PreviewView.tsx';
import { ProfilesView } from './ProfilesView.tsx';
import { WatchView } from './WatchView.tsx';

export default function IntakePage(props: PageProps) {
  const { drops, selected } = useIntake();
  const [path, goTo] = useLocation();
  const tab = tabAt(path);
  const drop = drops.find((one) => one.id === selected);
  if (drop?.preview && (drop.phase === 'previewed' || drop.phase === 'inspecting' || drop.phase === 'committing')) {
    return <PreviewView key={drop.id} drop={drop} preview={drop.preview} others={drops.filter((one) => one.id !== drop.id)} />;
  }
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="head">
        <h1>Intake</h1>
        <div className="tools" role="tablist" aria-label="Intake">
          {intakeTabs.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              role="tab"
              className="view"
              aria-selected={id === tab}
              onClick={() => {
                goTo(tabPath(id));
              }}
            >
              {label}
            </button>
          ))}
        </div>
        {(drops.length > 0 || tab !== 'import') && (
          <span className="acts">
            <FilePick label="Choose files…" />
          </span>
        )}
      </div>
      {viewOf(tab, props)}
    </main>
  );
}

function viewOf(tab: IntakeTab, props: PageProps): ReactNode {
  switch (tab) {
    case 'import':
      return <ImportView {...props} />;
    case 'names':
      return <NamesView {...props} />;
    case 'profiles':
      return <ProfilesView />;
    case 'watch':
      return <WatchView {...props} />;
    case 'history':
      return <HistoryView {...props} />;
    case 'data':
      return <DataView {...props} />;
  }
}
