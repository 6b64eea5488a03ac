import type { Route } from '../../shared/http/route.ts';
import { clientRoutes } from './client-routes.ts';
import { followUpRoutes } from './follow-up-routes.ts';
import { matterRoutes } from './matter-routes.ts';

export const routes: readonly Route[] = [...matterRoutes, ...followUpRoutes, ...clientRoutes];
