import type { ActContext } from '../../act.ts';
import { keepsOpen } from '../decisions/states.ts';
import { loadDecisions } from '../decisions/store.ts';
import type { Plan } from '../plans/model.ts';
import { loadPlansInForce } from '../plans/store.ts';
import { loadServicesInForce } from '../services/store.ts';
import type { CaseHead } from './model.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

/** What of a case is in force: services and decisions must have ended before it is closed, plans end with it. */
export type GoesOn = { services: number; decisions: number; plans: Plan[] };

/** Of a shared case in the files of all its clients. */
export async function goesOn(where: Where, { caseId, clients }: CaseHead): Promise<GoesOn> {
  const isOfCase = (item: { caseId: string }): boolean => item.caseId === caseId;
  const parts = await Promise.all(
    clients.map((clientId) =>
      Promise.all([
        loadServicesInForce(where, clientId),
        loadDecisions(where, clientId),
        loadPlansInForce(where, clientId),
      ]),
    ),
  );
  return {
    services: parts.flatMap(([services]) => services.filter(isOfCase)).length,
    decisions: parts.flatMap(([, decisions]) => decisions.filter(isOfCase).filter(keepsOpen)).length,
    plans: parts.flatMap(([, , plans]) => plans.filter(isOfCase)),
  };
}
