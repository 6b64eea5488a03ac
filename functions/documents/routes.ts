import type { Route } from '../../shared/http/route.ts';
import { typeRoutes } from './type-routes.ts';

export const routes: readonly Route[] = [...typeRoutes];
