import type { PageProps } from '../app/page-props.ts';
import { WatchArrived } from './WatchArrived.tsx';
import { WatchFolders } from './WatchFolders.tsx';
import { WatchLog } from './WatchLog.tsx';

/** The watched folders, what of them waits, and what became of their files. */
export function WatchView({ scope }: PageProps) {
  return (
    <>
      <WatchArrived />
      <WatchFolders scope={scope} />
      <WatchLog />
    </>
  );
}
