import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import type { PageProps } from '../../app/page-props.ts';
import { AreaPage } from '../AreaPage.tsx';

export default function ProductionPage({ scope, period }: PageProps) {
  const query = useQuery(trpc.production.view.queryOptions({ ...(scope.plant && { plant: scope.plant.code }), from: period.from, to: period.to }));
  return <AreaPage title="Production" query={query} />;
}
