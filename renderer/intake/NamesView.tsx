import type { PageProps } from '../app/page-props.ts';

export function NamesView({ scope }: PageProps) {
  return (
    <section className="blk" aria-label="Names">
      <h2>Names</h2>
      <p className="dim">{scope.plants.length === 0 ? 'Nothing has been imported yet.' : 'No name waits.'}</p>
    </section>
  );
}
