import type { Route } from '../../shared/http/route.ts';
import { decidedRoutes } from './decided-routes.ts';
import { delegationRoutes } from './delegation-routes.ts';
import { preparationRoutes } from './preparation-routes.ts';
import { serviceRoutes } from './service-routes.ts';
import { worklistRoutes } from './worklist-routes.ts';

export const routes: readonly Route[] = [
  ...delegationRoutes,
  ...worklistRoutes,
  ...preparationRoutes,
  ...serviceRoutes,
  ...decidedRoutes,
];
