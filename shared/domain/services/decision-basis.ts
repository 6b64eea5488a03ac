import type { Finding } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { DecisionHead } from '../decisions/model.ts';
import { DECIDED } from '../decisions/states.ts';
import { namesService } from '../social-services.ts';
import type { ClientService } from './model.ts';

type Granted = Pick<
  DecisionHead,
  'caseId' | 'state' | 'result' | 'serviceTasks' | 'socialServices' | 'validity' | 'enforcement'
>;
type Opened = Pick<ClientService, 'caseId' | 'serviceTask' | 'socialService' | 'validFrom'> &
  Partial<Pick<ClientService, 'validTo'>>;

/**
 * Whether a decision carries a service (1301/2014 45–46 §): it is issued and stands, grants or orders a measure, such as
 * substitute care, is of the same case, may be carried out, and covers the service and its days. A decision that names no service covers those of its tasks.
 */
function carries(decision: Granted, service: Opened, today: LocalDate): boolean {
  const { validity, socialServices, enforcement } = decision;
  const isStopped = enforcement !== undefined && enforcement.order !== 'allowed';
  const isOver = validity?.to !== undefined && validity.to < today;
  const coversDays =
    validity === undefined ||
    (validity.from <= service.validFrom &&
      (validity.to === undefined || (service.validTo ?? service.validFrom) <= validity.to));
  return (
    DECIDED.includes(decision.state) &&
    decision.result !== 'rejecting' &&
    decision.caseId === service.caseId &&
    decision.serviceTasks.includes(service.serviceTask) &&
    (socialServices.length === 0 || namesService(socialServices, service.socialService)) &&
    coversDays &&
    !isOver &&
    !isStopped
  );
}

/** A decision of another client, or one that is not there, carries nothing. */
export const judgeBasis = (decision: Granted | undefined, service: Opened, today: LocalDate): Finding[] =>
  decision !== undefined && carries(decision, service, today)
    ? []
    : [
        {
          rule: 'service.decisionCarries',
          severity: 'error',
          path: '/body/basis/decisionId',
          source: '1301/2014 45–46 §',
          message: {
            fi: 'Palvelu ei perustu tähän: nimeä saman asian voimassa oleva muu kuin kielteinen päätös, joka kattaa palvelun ja sen ajan.',
            sv: 'Tjänsten grundar sig inte på detta: ange ett gällande beslut i samma ärende som inte är ett avslag och som omfattar tjänsten och dess tid.',
            en: 'The service does not rest on this: name a decision in force of the same case that is no rejection, that covers the service and its days.',
          },
        },
      ];
