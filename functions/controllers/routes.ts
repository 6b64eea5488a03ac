import type { Route } from '../../shared/http/route.ts';
import { postRoutes } from './post-routes.ts';
import { proposalRoutes } from './proposal-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import { unitRoutes } from './unit-routes.ts';

export const routes: readonly Route[] = [...settingsRoutes, ...proposalRoutes, ...unitRoutes, ...postRoutes];
