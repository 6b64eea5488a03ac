import { LocalDate } from '../../shared/kernel/local-date.ts';
import { planBody, workerInPost } from './decisions.ts';
import { inFileAt, linked, received } from './intake.ts';
import { inventedCode, recordPerson } from './people.ts';
import { timesOf } from './siblings.ts';
import { worldOfDecisions } from './world-of-decisions.ts';

/** An application for social assistance, its applicant linked as a client. */
export async function applied(record: Record<string, unknown> = {}) {
  const world = await worldOfDecisions();
  const worker = await workerInPost(world, 'broadResponsibility');
  const matterId = await received(worker, {
    kind: 'application',
    channel: 'paper',
    unitId: world.units.families,
    serviceTasks: ['workingAge'],
    record: {
      text: 'Haen täydentävää toimeentulotukea takuuvuokraan.',
      services: ['socialAssistance'],
      subjects: [{ family: 'Hakija', given: 'Heli' }],
      notifier: { party: 'self' },
      ...record,
    },
  });
  const person = {
    name: { family: 'Hakija', given: 'Heli' },
    personalIdentityCode: inventedCode(LocalDate.parse('1980-01-01')),
  };
  const clientId = await linked(world, worker, matterId, 0, await recordPerson(world, worker, person));
  const assistance = async () =>
    (await timesOf(world, clientId)).find(({ rule }) => rule === 'assistanceDecision');
  return { world, worker, clientId, matterId, at: inFileAt(clientId, matterId), assistance };
}

/** A plan to grant supplementary assistance, or preventive assistance, on its own provision. */
export const planOfAssistance = (
  kind: 'supplementaryAssistance' | 'preventiveAssistance',
  more: Record<string, unknown> = {},
) =>
  planBody({
    socialServices: [kind],
    provisions: `Laki toimeentulotuesta (1412/1997) ${kind === 'supplementaryAssistance' ? '7 c §' : '8 §'}`,
    ...more,
  });
