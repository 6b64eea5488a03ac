import type { ClientFile } from '../domain/clients/file.ts';
import { isGivenOn } from '../domain/services/rules.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Basis } from '../trail/event.ts';
import type { ActiveGrant, Actor } from './actor.ts';
import { appointmentOf, tieOfWorker } from './relations.ts';
import { BOUND_BY_FILE, BY_DUTY, HEALTH, PRIVATE } from './role-groups.ts';

type File = Pick<ClientFile, 'head' | 'cases' | 'given'> & { ties?: ClientFile['ties'] };
type Moment = { now: Instant; today: LocalDate };
type Bind = (actor: Actor, grant: ActiveGrant, file: File, moment: Moment) => ActiveGrant | undefined;

/**
 * The worker as this file sees one: grants of the roles that have no clients of their own (457/2024 §§ 16, 18, 21–24)
 * only where something binds them to it, and narrowed to that. All others stand as they are. Begun anew for each file.
 */
export function boundTo(actor: Actor, file: File, moment: Moment): Actor {
  const unbound = actor.unbound ?? actor.grants;
  if (!unbound.some(({ role }) => BOUND_BY_FILE.includes(role))) return actor;
  const grants = unbound.flatMap((grant) => {
    if (!BOUND_BY_FILE.includes(grant.role)) return [grant];
    return binderOf(grant)(actor, grant, file, moment) ?? [];
  });
  return { ...actor, unbound, grants };
}

/** Whether what a grant rests on stands today: the contract of its producer, or its guide. */
export function isLive(actor: Actor, grant: ActiveGrant): boolean {
  if (PRIVATE.includes(grant.role))
    return actor.purchasing?.some(({ providerId }) => providerId === grant.providerId) === true;
  return grant.role !== 'student' || guidesOf(actor, grant).length > 0;
}

function binderOf({ role }: ActiveGrant): Bind {
  if (PRIVATE.includes(role)) return byPurchase;
  if (HEALTH.includes(role)) return byJointService;
  return BY_DUTY.includes(role) ? byDuty : byGuidance;
}

const bound = (grant: ActiveGrant, basis: Basis, narrowed: Partial<ActiveGrant>): ActiveGrant => ({
  ...grant,
  ...narrowed,
  ofFile: basis,
});

const within = <T>(list: readonly T[], others: readonly T[]): T[] =>
  list.filter((one) => others.includes(one));

/** § 16: services of this client that are bought from the producer, under a contract in force that covers them. */
const byPurchase: Bind = (actor, grant, { given = [] }, { today }) => {
  const contracts = (actor.purchasing ?? []).filter(({ providerId }) => providerId === grant.providerId);
  const bought = given.filter(
    ({ producer, socialService, serviceTask, ...service }) =>
      producer.kind !== 'own' &&
      isGivenOn(service, today) &&
      grant.services.includes(socialService) &&
      grant.serviceTasks.includes(serviceTask) &&
      contracts.some(
        ({ sellerId, kind, socialServices }) =>
          sellerId === producer.partyId && kind === producer.kind && socialServices.includes(socialService),
      ),
  );
  const [first] = bought;
  if (first === undefined) return undefined;
  return bound(
    grant,
    { kind: 'purchase', reference: first.clientServiceId, legalGround: '703/2023 §§ 9, 14; 457/2024 § 16' },
    {
      services: within(
        grant.services,
        bought.map(({ socialService }) => socialService),
      ),
      relatedServices: [],
      serviceTasks: within(
        grant.serviceTasks,
        bought.map(({ serviceTask }) => serviceTask),
      ),
    },
  );
};

/** § 18: a joint service that the grant names is given to this client in a unit of the grant. */
const byJointService: Bind = (_, grant, { given = [] }, { today }) => {
  if (!grant.duties.includes('jointService')) return undefined;
  const joint = given.filter(
    ({ socialService, unitId, ...service }) =>
      isGivenOn(service, today) && grant.services.includes(socialService) && grant.unitIds.includes(unitId),
  );
  const [first] = joint;
  if (first === undefined) return undefined;
  return bound(
    grant,
    { kind: 'jointService', reference: first.clientServiceId, legalGround: '457/2024 § 18' },
    {
      services: within(
        grant.services,
        joint.map(({ socialService }) => socialService),
      ),
    },
  );
};

/** §§ 22–24: the file was opened for a duty that the grant names. */
const byDuty: Bind = (actor, grant, { head }, { now }) => {
  const opening = actor.openings.find(
    ({ clientId, until, duty }) =>
      clientId === head.clientId && until > now && duty !== undefined && grant.duties.includes(duty),
  );
  if (opening?.duty === undefined) return undefined;
  return bound(
    grant,
    {
      kind: 'duty',
      reference: opening.openingId,
      legalGround: PROVISIONS[grant.role] ?? '457/2024 §§ 22–24',
    },
    { duties: [opening.duty] },
  );
};

const PROVISIONS: Partial<Record<ActiveGrant['role'], string>> = {
  ict: '457/2024 § 22',
  archive: '457/2024 § 23',
  management: '457/2024 § 24',
};

/** § 21: a client of the named guide, and no more of it than the guide's own grant gives. */
const byGuidance: Bind = (actor, grant, file, moment) => {
  const guides = guidesOf(actor, grant);
  const { guidedBy } = grant;
  if (guides.length === 0 || guidedBy === undefined) return undefined;
  const isGuides =
    tieOfWorker(guidedBy, file) !== undefined || appointmentOf(guidedBy, file.ties, moment) !== undefined;
  if (!isGuides) return undefined;
  const of = <T>(pick: (one: ActiveGrant) => readonly T[]): T[] => within(pick(grant), guides.flatMap(pick));
  return bound(
    grant,
    { kind: 'guidance', reference: grant.grantId, legalGround: '457/2024 § 21' },
    {
      serviceTasks: of(({ serviceTasks }) => serviceTasks),
      services: of(({ services }) => services),
      relatedServices: of(({ relatedServices }) => relatedServices),
      duties: of(({ duties }) => duties),
    },
  );
};

/** The guide's grants in the role that is learnt. */
const guidesOf = (actor: Actor, { guidedBy, guidedRole }: ActiveGrant): ActiveGrant[] =>
  (actor.guides ?? [])
    .filter(({ userId }) => userId === guidedBy)
    .flatMap(({ grants }) => grants.filter(({ role }) => role === guidedRole));
