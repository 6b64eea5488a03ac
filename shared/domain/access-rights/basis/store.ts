import type { ActContext } from '../../../act.ts';
import type { InstructionId } from '../../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../../kernel/refusal.ts';
import { controllerKeys } from '../../../table/keys.ts';
import type { Asked } from '../../../table/lists.ts';
import { getItem, type Page, query, queryAll } from '../../../table/read.ts';
import { InstructionItem, PolicyItem } from './model.ts';

/** Policies and instructions lie with the organisation: a handful in a controller's life. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const policies = ({ actor: { controller } }: Where) => ({
  table: 'records' as const,
  pk: controllerKeys.organisation(controller),
  span: controllerKeys.spans.rightsPolicies,
  descending: true,
});

const instructions = (where: Where) => ({
  ...policies(where),
  span: controllerKeys.spans.rightsInstructions,
});

const paged = ({ limit, after }: Asked) => ({ limit, ...(after === undefined ? {} : { after }) });

/** A page of the policies there have been, the latest first. */
export const loadPolicies = (where: Where, asked: Asked): Promise<Page<PolicyItem>> =>
  query(where.services.tables, where.actor.controller, { ...policies(where), ...paged(asked) }, PolicyItem);

/** A page of the instructions there have been, the latest first. */
export const loadInstructions = (where: Where, asked: Asked): Promise<Page<InstructionItem>> =>
  query(
    where.services.tables,
    where.actor.controller,
    { ...instructions(where), ...paged(asked) },
    InstructionItem,
  );

/** All that rights can rest on, the latest first. */
export async function loadBasis(
  where: Where,
): Promise<{ policies: PolicyItem[]; instructions: InstructionItem[] }> {
  const { services, actor } = where;
  const [ofManagement, ofRegister] = await Promise.all([
    queryAll(services.tables, actor.controller, policies(where), PolicyItem),
    queryAll(services.tables, actor.controller, instructions(where), InstructionItem),
  ]);
  return { policies: ofManagement, instructions: ofRegister };
}

/** @throws Refusal `request.notFound`. */
export async function loadInstruction(
  { services, actor: { controller } }: Where,
  instructionId: InstructionId,
): Promise<InstructionItem> {
  const key = controllerKeys.rightsInstruction(controller, instructionId);
  const item = await getItem(services.tables, controller, 'records', key, InstructionItem);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return item;
}
