import type { Route } from '../../shared/http/route.ts';
import { clientRoutes } from './client-routes.ts';
import { worklistRoutes } from './worklist-routes.ts';

export const routes: readonly Route[] = [...worklistRoutes, ...clientRoutes];
