import type { Route } from '../../shared/http/route.ts';
import { arrivalRoutes } from './arrival-routes.ts';
import { clientRoutes } from './client-routes.ts';
import { followUpRoutes } from './follow-up-routes.ts';
import { matterRoutes } from './matter-routes.ts';

export const routes: readonly Route[] = [
  ...matterRoutes,
  ...arrivalRoutes,
  ...followUpRoutes,
  ...clientRoutes,
];
