import type { Route } from '../../shared/http/route.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { uploadRoutes } from './upload-routes.ts';

export const routes: readonly Route[] = [...uploadRoutes, ...attachmentRoutes];
