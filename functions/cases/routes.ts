import type { Route } from '../../shared/http/route.ts';
import { caseRoutes } from './case-routes.ts';
import { stateRoutes } from './state-routes.ts';

export const routes: readonly Route[] = [...caseRoutes, ...stateRoutes];
