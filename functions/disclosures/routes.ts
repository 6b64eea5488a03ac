import type { Route } from '../../shared/http/route.ts';
import { collectionRoutes } from './collection-routes.ts';
import { declarationRoutes } from './declaration-routes.ts';
import { disclosureRoutes } from './disclosure-routes.ts';
import { researchRoutes } from './research-routes.ts';
import { sourceRoutes } from './source-routes.ts';

export const routes: readonly Route[] = [
  ...declarationRoutes,
  ...disclosureRoutes,
  ...sourceRoutes,
  ...researchRoutes,
  ...collectionRoutes,
];
