import * as z from 'zod';
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

/** Notifications, contacts and applications that wait to be handled: known to whom something ties to the client. */
export const mattersPart = glancePart({
  letters: 'ci',
  entity: 'matterOfClient',
  dataGroup: 'intake',
  schema: MatterOfClient,
  mayKnow: () => true,
  order: ({ receivedAt, matterId }) => `${receivedAt} ${matterId}`,
  resource: ({ matterId, serviceTasks }) => ({ kind: 'intakeMatter', id: matterId, serviceTasks }),
  open: async (_ring, matters) => matters.map((matter) => MatterAtHand.strip().parse(matter)),
});
