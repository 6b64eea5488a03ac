import { splitDefinitionOid } from '../../documents/definition.ts';
import type { RuleKey } from '../deadlines/norms/norms.ts';

/** Which of the plans of a case it is: of one kind there is one in force (1301/2014 § 39; 417/2007 §§ 30–30 a). */
export type PlanKind = {
  /** The last arc of the type's OID. */
  arc: string;
  /** Asiakassuunnitelma: what answers the question whether a client has a plan. */
  isClientPlan: boolean;
  /** The time of the law by which it is reviewed, where the law sets one. */
  review?: RuleKey;
};

const clientPlan = (arc: string, review?: RuleKey): PlanKind => ({
  arc,
  isClientPlan: true,
  ...(review === undefined ? {} : { review }),
});
const otherPlan = (arc: string): PlanKind => ({ arc, isClientPlan: false });

/** Suunnitelmat: the 24 national types of plans. Of a type loaded later nothing is known but that it is a plan. */
const PLAN_KINDS: readonly PlanKind[] = [
  clientPlan('15003'),
  clientPlan('15007'),
  // 417/2007 § 30: reviewed at least once a year; an after-care plan is a plan of the same section
  clientPlan('15009', 'childPlanReview'),
  clientPlan('15010', 'childPlanReview'),
  clientPlan('15015'),
  clientPlan('15020'),
  clientPlan('15023'),
  ...[
    '15000',
    '15001',
    '15002',
    '15004',
    '15008',
    '15012',
    '15014',
    '15016',
    '15017',
    '15018',
    '15019',
    '15021',
    '15022',
    '15024',
    '15025',
    '15026',
    '15027',
  ].map(otherPlan),
];

/** `definitionOid` is a type's or a definition's. */
export function planKindOf(definitionOid: string): PlanKind {
  const typeOid = splitDefinitionOid(definitionOid)?.typeOid ?? definitionOid;
  const arc = typeOid.slice(typeOid.lastIndexOf('.') + 1);
  return PLAN_KINDS.find((kind) => kind.arc === arc) ?? otherPlan(arc);
}

/** Aktivointisuunnitelma (189/2001 § 5): the plan that its parties exchange data for (§ 12). */
export const isActivationPlan = ({ typeOid }: { typeOid: string }): boolean => typeOid.endsWith('.15001');
