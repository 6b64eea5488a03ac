import type { Route } from '../../shared/http/route.ts';
import { openingRoutes } from './opening-routes.ts';

export const routes: readonly Route[] = [...openingRoutes];
