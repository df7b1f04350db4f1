import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { trpc } from '../api.ts';
import { AreaIcon } from '../ui/Icon.tsx';
import { useIntake } from '../intake/intake-state.ts';
import { pages, type PageId } from './pages.ts';
import { useScope } from './scope.ts';

export function Rail({ current }: { current: PageId }) {
  const plant = useScope()?.plant?.code;
  const names = useQuery({ ...trpc.names.count.queryOptions(plant === undefined ? {} : { plant }), enabled: plant !== undefined });
  const files = useIntake((state) => state.drops.filter((drop) => drop.phase === 'previewed').length);
  const waiting = files + (plant === undefined ? 0 : (names.data?.names ?? 0));
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
