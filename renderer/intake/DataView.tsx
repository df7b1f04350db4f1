import type { PageProps } from '../app/page-props.ts';

export function DataView({ scope }: PageProps) {
  return (
    <section className="blk" aria-label="Data">
      <h2>Data</h2>
      <p className="dim">{scope.plants.length === 0 ? 'Nothing has been imported yet.' : 'Nothing to show.'}</p>
    </section>
  );
}
