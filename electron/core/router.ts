/** Every procedure of the house. The renderer imports only the type. */
import { budgetRouter } from '../areas/budget/router.ts';
import { maintenanceRouter } from '../areas/maintenance/router.ts';
import { productionRouter } from '../areas/production/router.ts';
import { qualityRouter } from '../areas/quality/router.ts';
import { readingsRouter } from '../areas/readings/router.ts';
import { staffingRouter } from '../areas/staffing/router.ts';
import { dataRouter } from '../intake/data-router.ts';
import { namesRouter } from '../intake/names-router.ts';
import { intakeRouter } from '../intake/router.ts';
import { watchRouter } from '../intake/watch-router.ts';
import { demoRouter } from './demo-router.ts';
import { packsRouter } from './packs-router.ts';
import { router } from './procedures.ts';
import { provenanceRouter } from './provenance-router.ts';
import { plantsRouter, systemRouter } from './system-router.ts';
import { todayRouter } from './today-router.ts';

export const appRouter = router({
  system: systemRouter,
  plants: plantsRouter,
  today: todayRouter,
  production: productionRouter,
  budget: budgetRouter,
  staffing: staffingRouter,
  maintenance: maintenanceRouter,
  quality: qualityRouter,
  readings: readingsRouter,
  intake: intakeRouter,
  datasets: dataRouter,
  names: namesRouter,
  watch: watchRouter,
  packs: packsRouter,
  provenance: provenanceRouter,
  demo: demoRouter,
});

export type AppRouter = typeof appRouter;
