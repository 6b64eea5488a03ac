import type { Route } from '../../shared/http/route.ts';
import { draftRoutes } from './draft-routes.ts';
import { mergedRoutes } from './merged-routes.ts';
import { noteRoutes } from './note-routes.ts';

export const routes: readonly Route[] = [...noteRoutes, ...mergedRoutes, ...draftRoutes];
