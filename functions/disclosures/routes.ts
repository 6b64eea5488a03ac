import type { Route } from '../../shared/http/route.ts';
import { declarationRoutes } from './declaration-routes.ts';

export const routes: readonly Route[] = [...declarationRoutes];
