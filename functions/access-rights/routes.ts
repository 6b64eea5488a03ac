import type { Route } from '../../shared/http/route.ts';
import { grantRoutes } from './grant-routes.ts';
import { openingRoutes } from './opening-routes.ts';
import { userRoutes } from './user-routes.ts';

export const routes: readonly Route[] = [...openingRoutes, ...userRoutes, ...grantRoutes];
