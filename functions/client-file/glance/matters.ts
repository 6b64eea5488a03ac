import * as z from 'zod';
import { INTAKE_ACTIONS } from '../../../shared/access/actions/intake.ts';
import { mayUseMatter } from '../../../shared/access/visible-matters.ts';
import { MatterOfClient } from '../../../shared/domain/intake/model.ts';
import { glancePart } from './part.ts';

export const MatterAtHand = z
  .strictObject(
    MatterOfClient.pick({
      matterId: true,
      subjectId: true,
      kind: true,
      receivedAt: true,
      unitId: true,
      serviceTasks: true,
      linkedAt: true,
    }).shape,
  )
  .meta({ id: 'MatterAtHand' });

/** Notifications, contacts and applications that wait to be handled: known to the intake and to whom the task covers. */
export const mattersPart = glancePart({
  letters: 'ci',
  list: INTAKE_ACTIONS.listOfClient,
  entity: 'matterOfClient',
  dataGroup: 'intake',
  schema: MatterOfClient,
  mayKnow: mayUseMatter,
  order: ({ receivedAt, matterId }) => `${receivedAt} ${matterId}`,
  resource: ({ matterId, serviceTasks }) => ({ kind: 'intakeMatter', id: matterId, serviceTasks }),
  open: async (_ring, matters) => matters.map((matter) => MatterAtHand.strip().parse(matter)),
});
