import { inForce } from '../../../kernel/date-range.ts';
import type { Finding } from '../../../kernel/finding.ts';
import type { PostId, UnitId, UserId } from '../../../kernel/id.ts';
import { daysBetween, type LocalDate } from '../../../kernel/local-date.ts';
import type { Post } from '../../controllers/model.ts';
import { namesService } from '../../social-services.ts';
import type { Power } from '../kind-rows.ts';
import { type DecisionKind, kindOf } from '../kinds.ts';
import type { DecisionHead } from '../model.ts';
import type { Delegation } from '../powers/model.ts';
import { finding } from './finding.ts';
import { isWithin } from './term.ts';

/** Päätösvalta: who may issue this decision. Pure; all findings at once. */

/** Who is about to decide. Without a post in force nobody does: a job, a rule and a command of the operator have none. */
export type Decider = {
  userId: UserId;
  postId?: PostId | undefined;
  /** `role`: a job role, as the rows of the table name them. */
  grants: readonly { role: string; unitIds: readonly UnitId[] }[];
  post?: Pick<Post, 'kind' | 'professionalRole' | 'from' | 'to'> | undefined;
};

type Judged = Pick<
  DecisionHead,
  'kind' | 'result' | 'amount' | 'validity' | 'socialServices' | 'specialSupport' | 'unitId'
>;

export type PowerAsked = {
  decision: Judged;
  decider: Decider;
  delegations: readonly Delegation[];
  /** Lapsen asioista vastaava sosiaalityöntekijä: the responsible worker of the case and the own worker of the child. */
  childsWorkers: readonly UserId[];
  /** Who decided the decision that this one continues. */
  earlierDecider?: UserId | undefined;
  today: LocalDate;
};

export type PowerFound = {
  findings: Finding[];
  /** The power and the row it rests on; undefined where something is in the way. */
  used?: NonNullable<DecisionHead['issued']>['power'];
};

const PATH = '/decider';

export function judgePower(asked: PowerAsked): PowerFound {
  const { decider, decision, today } = asked;
  const { post, postId } = decider;
  if (post === undefined || postId === undefined || !inForce(post, today)) return { findings: [nobody()] };
  const findings = [...judgeGuards(asked)];
  const held = kindOf(decision.kind).powers.filter((one) => isWithin(decision.validity, one.longest));
  const allowed = held.filter(({ power }) => mayHold(power, asked, post));
  if (allowed.length === 0) findings.push(isPreparer(asked, held) ? preparer() : notByStatute(decision.kind));
  const row = allowed
    .map(({ power }) =>
      asked.delegations.find((one) => one.power === power && covers(one, decision, decider, today)),
    )
    .find((one) => one !== undefined);
  if (allowed.length > 0 && row === undefined) findings.push(notDelegated());
  if (findings.length > 0 || row === undefined) return { findings };
  return { findings, used: { power: row.power, delegationId: row.delegationId, postId } };
}

/** What the statute itself asks of the holder, whatever the table says. */
function mayHold(
  power: Power,
  { decider, childsWorkers }: PowerAsked,
  post: NonNullable<Decider['post']>,
): boolean {
  const isOffice = post.kind === 'office';
  const isSocialWorker = isOffice && post.professionalRole === 'socialWorker';
  switch (power) {
    case 'socialWorker':
      return isSocialWorker;
    case 'leading':
      return isSocialWorker && !childsWorkers.includes(decider.userId);
    case 'childsWorker':
      return isSocialWorker && childsWorkers.includes(decider.userId);
    case 'institution':
      return true;
    case 'childWelfareSupervisor':
      return isOffice && decider.grants.some(({ role }) => role === 'childWelfareSupervisor');
    case 'disability':
      return isOffice && post.professionalRole !== 'none' && post.professionalRole !== 'healthProfessional';
    case 'official':
      return isOffice;
    default:
      return power satisfies never;
  }
}

/** Whether a row of the table gives this decider this decision today. */
function covers(row: Delegation, decision: Judged, decider: Decider, today: LocalDate): boolean {
  const { validity, socialServices } = decision;
  const days = validity?.to === undefined ? undefined : daysBetween(validity.from, validity.to) + 1;
  return (
    row.kind === decision.kind &&
    inForce(row, today) &&
    row.results.includes(decision.result) &&
    (row.unitIds.length === 0 || row.unitIds.includes(decision.unitId)) &&
    (row.socialServices.length === 0 ||
      (socialServices.length > 0 && socialServices.every((one) => namesService(row.socialServices, one)))) &&
    (row.amountUpTo === undefined || (decision.amount ?? 0) <= row.amountUpTo) &&
    // Without a last day the decision is longer than any limit; what grants nothing has no term of its own.
    (row.daysUpTo === undefined ||
      decision.result === 'rejecting' ||
      (days !== undefined && days <= row.daysUpTo)) &&
    isGivenTo(row, decider)
  );
}

const isGivenTo = ({ postIds, roles, unitIds }: Delegation, { postId, grants }: Decider): boolean =>
  (postId !== undefined && postIds.includes(postId)) ||
  grants.some(
    (grant) =>
      roles.some((role) => role === grant.role) &&
      (unitIds.length === 0 || grant.unitIds.some((unitId) => unitIds.includes(unitId))),
  );

/** What stands in the way of a leading official’s decision is that the decider is the one who prepared it. */
const isPreparer = ({ decider, childsWorkers }: PowerAsked, held: readonly { power: Power }[]): boolean =>
  held.some(({ power }) => power === 'leading') &&
  isSocialWorkerInOffice(decider) &&
  childsWorkers.includes(decider.userId);

/** The guards that no delegation lifts (1301/2014 46 §; 417/2007 38 a §). */
function judgeGuards({ decision, decider, earlierDecider }: PowerAsked): Finding[] {
  const { follows } = kindOf(decision.kind);
  return [
    ...(decision.specialSupport && !isSocialWorkerInOffice(decider) ? [specialSupport()] : []),
    ...(follows?.otherDecider === true && earlierDecider === decider.userId ? [sameDecider()] : []),
  ];
}

const isSocialWorkerInOffice = ({ post }: Decider): boolean =>
  post?.kind === 'office' && post.professionalRole === 'socialWorker';

const nobody = (): Finding =>
  finding('namedOfficial', 'error', PATH, '434/2003 44 §; (EU) 2016/679 art. 22', {
    fi: 'Päätöksen tekee vain nimetty viranhaltija voimassa olevassa virassa tai toimessa.',
    sv: 'Beslut fattas endast av en namngiven tjänsteinnehavare i en gällande tjänst.',
    en: 'Only a named official in a post in force issues a decision.',
  });

const notByStatute = (kind: DecisionKind): Finding =>
  finding('powerByStatute', 'error', PATH, kindOf(kind).law, {
    fi: 'Laki antaa tämän päätöksen toiselle: virka, kelpoisuus, tehtävä tai päätöksen kesto ei riitä.',
    sv: 'Lagen ger beslutet åt någon annan: tjänsten, behörigheten, uppgiften eller beslutets längd räcker inte.',
    en: 'The law gives this decision to another: the office, qualification, task or length does not suffice.',
  });

const notDelegated = (): Finding =>
  finding('delegated', 'error', PATH, 'toimivaltasääntö', {
    fi: 'Toimivaltataulukossa ei ole riviä, joka antaisi tämän päätöksen sinulle tänään.',
    sv: 'Befogenhetstabellen har ingen rad som i dag ger dig detta beslut.',
    en: 'No row of the delegation table gives you this decision today.',
  });

const specialSupport = (): Finding =>
  finding('specialSupportBySocialWorker', 'error', PATH, '1301/2014 46 §', {
    fi: 'Erityistä tukea tarvitsevan asiakkaan päätöksen tekee virkasuhteinen sosiaalityöntekijä.',
    sv: 'Beslut om en klient som behöver särskilt stöd fattas av en socialarbetare i tjänsteförhållande.',
    en: 'The decision of a client who needs special support is made by a social worker in public office.',
  });

const preparer = (): Finding =>
  finding('preparerDoesNotDecide', 'error', PATH, '417/2007 13 § 3 mom.', {
    fi: 'Lapsen asioista vastaava sosiaalityöntekijä valmistelee asian eikä päätä sitä.',
    sv: 'Den socialarbetare som ansvarar för barnets angelägenheter bereder ärendet och avgör det inte.',
    en: 'The child’s responsible social worker prepares the matter and does not decide it.',
  });

const sameDecider = (): Finding =>
  finding('otherDecider', 'error', PATH, '417/2007 13 § 3 mom., 38 a §', {
    fi: 'Jatkamisesta päättää toinen viranhaltija kuin se, joka päätti kiireellisestä sijoituksesta.',
    sv: 'Om fortsättningen beslutar en annan tjänsteinnehavare än den som beslutade om den brådskande placeringen.',
    en: 'Another official decides on the extension than the one who decided on the urgent placement.',
  });
