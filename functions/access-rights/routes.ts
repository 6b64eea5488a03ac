import type { Route } from '../../shared/http/route.ts';
import { attestationRoutes } from './attestation-routes.ts';
import { basisRoutes } from './basis/routes.ts';
import { commitmentRoutes } from './commitment-routes.ts';
import { disqualificationRoutes } from './disqualifications/routes.ts';
import { grantRoutes } from './grant-routes.ts';
import { matrixRoutes } from './matrix-routes.ts';
import { openingRoutes } from './opening-routes.ts';
import { readerRoutes } from './readers/routes.ts';
import { userRoutes } from './user-routes.ts';

export const routes: readonly Route[] = [
  ...matrixRoutes,
  ...openingRoutes,
  ...userRoutes,
  ...commitmentRoutes,
  ...basisRoutes,
  ...grantRoutes,
  ...attestationRoutes,
  ...readerRoutes,
  ...disqualificationRoutes,
];
