import type { Route } from '../../shared/http/route.ts';
import { caseRoutes } from './case-routes.ts';
import { handOverRoutes } from './hand-over-routes.ts';
import { stateRoutes } from './state-routes.ts';
import { transferRoutes } from './transfer-routes.ts';
import { worklistRoutes } from './worklist-routes.ts';

export const routes: readonly Route[] = [
  ...caseRoutes,
  ...stateRoutes,
  ...worklistRoutes,
  ...handOverRoutes,
  ...transferRoutes,
];
