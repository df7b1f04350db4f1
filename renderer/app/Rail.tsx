import { Link } from 'wouter';
import { AreaIcon } from '../ui/Icon.tsx';
import { useIntake } from '../intake/intake-state.ts';
import { pages, type PageId } from './pages.ts';

export function Rail({ current }: { current: PageId }) {
  const waiting = useIntake((state) => state.drops.filter((drop) => drop.phase === 'previewed').length);
  const link = (page: (typeof pages)[number]) => (
    <Link key={page.id} href={page.path} aria-current={page.id === current ? 'page' : undefined}>
      <AreaIcon name={page.id} />
      <span>{page.label}</span>
      {page.id === 'intake' && waiting > 0 && (
        <span className="n" aria-label={`${String(waiting)} waiting`}>
          {waiting}
        </span>
      )}
    </Link>
  );
  return (
    <nav className="rail" aria-label="Areas">
      {pages.filter((page) => page.place === 'top').map(link)}
      <span className="gap" />
      {pages.filter((page) => page.place === 'bottom').map(link)}
    </nav>
  );
}
