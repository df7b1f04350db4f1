import type { PageProps } from '../app/page-props.ts';
import { History } from './History.tsx';

/** Every import of the store, newest first. */
export function HistoryView({ scope }: PageProps) {
  return (
    <History
      title="Imports"
      limit={null}
      more={null}
      hasPlants={scope.plants.length > 0}
      labels={new Map(scope.freshness.map(({ dataset, label }) => [dataset, label]))}
    />
  );
}
