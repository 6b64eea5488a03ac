import type { Route } from '../../shared/http/route.ts';
import { documentRoutes } from './document-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { mergedRoutes } from './merged-routes.ts';
import { typeRoutes } from './type-routes.ts';

export const routes: readonly Route[] = [...typeRoutes, ...documentRoutes, ...mergedRoutes, ...draftRoutes];
