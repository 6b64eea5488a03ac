import type { Route } from '../../shared/http/route.ts';
import { folderRoutes } from './folder-routes.ts';
import { paperRoutes } from './paper-routes.ts';

export const routes: readonly Route[] = [...folderRoutes, ...paperRoutes];
