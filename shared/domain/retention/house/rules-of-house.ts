import { addMonths, type LocalDate } from '../../../kernel/local-date.ts';
import { delegationKeys } from '../../../table/keys.ts';
import { queryAll } from '../../../table/read.ts';
import { loadBasis } from '../../access-rights/basis/store.ts';
import { DelegationItem, DelegationVersion } from '../../decisions/powers/model.ts';
import { type HouseItem, type HouseKind, readWhole, type ToLookAt } from './kind.ts';

/** By what rights were given and who had the power to decide: a handful each, in a controller's life. */

/** So long after its end a right may still rest on it: the longest time between two attestations. */
const MONTHS_RESTED_ON = 24;

const restedOnUntil = (end: LocalDate | undefined, today: LocalDate): LocalDate | undefined => {
  const last = end === undefined ? undefined : addMonths(end, MONTHS_RESTED_ON);
  return last !== undefined && last < today ? last : undefined;
};

/** Käyttöoikeuksien antamisen periaatteet, until others came into force. */
async function policies(where: ToLookAt): Promise<HouseItem[]> {
  const inForce = (await loadBasis(where)).policies.filter(({ policy }) => policy.from <= where.today);
  return inForce.map((item) => {
    const { policyId, from } = item.policy;
    const [next] = inForce
      .filter(({ policy }) => policy.from > from || (policy.from === from && policy.policyId > policyId))
      .map(({ policy }) => policy.from)
      .toSorted();
    return { item, recordId: policyId, endedOn: restedOnUntil(next, where.today) };
  });
}

/** Rekisterin vastuuhenkilön ohje, until it was ended. */
const instructions = async (where: ToLookAt): Promise<HouseItem[]> =>
  (await loadBasis(where)).instructions.map((item) => ({
    item,
    recordId: item.instruction.instructionId,
    endedOn: restedOnUntil(item.instruction.to, where.today),
  }));

/** Toimivaltasääntö: a row of the delegation table after its last day, with how it read before. */
async function delegations({ services, actor: { controller }, today }: ToLookAt): Promise<HouseItem[]> {
  const rows = await queryAll(
    services.tables,
    controller,
    { table: 'records', pk: delegationKeys.partition(controller), span: delegationKeys.spans.all },
    DelegationItem,
  );
  return rows.map((item) => {
    const { delegationId, to } = item.delegation;
    return { item, recordId: delegationId, endedOn: to !== undefined && to < today ? to : undefined };
  });
}

const delegation: HouseKind = {
  entities: ['delegation', 'delegationVersion'],
  rules: ['delegation'],
  ...readWhole(delegations),
  parts: async function* parts({ services, actor: { controller } }, { item }) {
    const { delegationId } = DelegationItem.parse(item).delegation;
    yield* await queryAll(
      services.tables,
      controller,
      { table: 'records', pk: delegationKeys.historyPartition(controller, delegationId) },
      DelegationVersion,
    );
  },
};

export const RULES_OF_HOUSE = {
  rightsPolicy: { entities: ['rightsPolicy'], rules: ['grant'], ...readWhole(policies) },
  rightsInstruction: { entities: ['rightsInstruction'], rules: ['grant'], ...readWhole(instructions) },
  delegation,
} satisfies Record<string, HouseKind>;
