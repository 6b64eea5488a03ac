import * as z from 'zod';
import { CONTROLLER_ACTIONS } from '../../shared/access/actions/controllers.ts';
import { UnitContent } from '../../shared/domain/controllers/model.ts';
import { CONTROLLER_REFUSALS } from '../../shared/domain/controllers/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import { addUnit, UnitChanged } from './add-unit.ts';
import { changeUnit, endUnit, LastDay } from './change-unit.ts';
import { listUnits, UnitPage } from './list-units.ts';

const OneUnit = z.strictObject({ unitId: UnitId });
const EXAMPLE = {
  name: { fi: 'Perhesosiaalityö', sv: 'Familjesocialarbete' },
  serviceTasks: ['families' as const],
  from: '2026-01-01',
};

export const unitRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/controllers/units',
    action: CONTROLLER_ACTIONS.listUnits,
    event: 'UnitsListed',
    summary: 'The units of the own controller.',
    query: PageQuery,
    returns: UnitPage,
    handle: listUnits,
  }),
  write({
    method: 'POST',
    path: '/v1/controllers/units',
    action: CONTROLLER_ACTIONS.addUnit,
    event: 'UnitAdded',
    summary: 'Adds a unit.',
    writes: 'creates',
    body: UnitContent,
    returns: UnitChanged,
    refusals: [CONTROLLER_REFUSALS.notValid],
    example: EXAMPLE,
    handle: addUnit,
  }),
  write({
    method: 'PUT',
    path: '/v1/controllers/units/{unitId}',
    action: CONTROLLER_ACTIONS.changeUnit,
    event: 'UnitChanged',
    summary: "Writes a unit's data anew.",
    writes: 'changes',
    params: OneUnit,
    body: UnitContent,
    returns: UnitChanged,
    refusals: [CONTROLLER_REFUSALS.notValid],
    example: EXAMPLE,
    handle: changeUnit,
  }),
  write({
    method: 'POST',
    path: '/v1/controllers/units/{unitId}/end',
    action: CONTROLLER_ACTIONS.endUnit,
    event: 'UnitEnded',
    summary: 'Ends a unit with its last day.',
    writes: 'changes',
    params: OneUnit,
    body: LastDay,
    returns: UnitChanged,
    refusals: [CONTROLLER_REFUSALS.notValid, CONTROLLER_REFUSALS.ended],
    example: { to: '2026-12-31' },
    handle: endUnit,
  }),
];
