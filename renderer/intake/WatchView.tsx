import type { PageProps } from '../app/page-props.ts';

export function WatchView({ scope }: PageProps) {
  return (
    <section className="blk" aria-label="Watch folders">
      <h2>Watch folders</h2>
      <p className="dim">{scope.plants.length === 0 ? 'Nothing has been imported yet.' : 'No folder is watched.'}</p>
    </section>
  );
}
