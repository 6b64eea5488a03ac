import type { Route } from '../../shared/http/route.ts';
import { bookingRoutes } from './booking-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { hoursRoutes } from './hours-routes.ts';

export const routes: readonly Route[] = [...bookingRoutes, ...calendarRoutes, ...hoursRoutes];
