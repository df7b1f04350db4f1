import { AppMark, Mark } from '../ui/Icon.tsx';
import { useCockpit } from './cockpit-state.ts';

export function TitleStrip() {
  const showPalette = useCockpit((state) => state.showPalette);
  return (
    <header className="title">
      <div className="app-name">
        <AppMark />
        Plant Cockpit
      </div>
      <button
        type="button"
        className="search"
        aria-keyshortcuts="Control+K"
        onClick={() => {
          showPalette(true);
        }}
      >
        <Mark name="search" size={12} weight={1} />
        <span>Go to, import, find an asset, account, line</span>
        <kbd>Ctrl+K</kbd>
      </button>
      <span />
    </header>
  );
}
