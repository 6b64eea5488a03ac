import { isReferredTo } from '../../shared/access/relations.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { loadClosedCase, loadSharedHeads } from '../../shared/domain/cases/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { CaseId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/**
 * A case of the client whose file was loaded, active or closed. The active ones came with the file.
 * @throws Refusal `request.notFound`.
 */
export async function findCase(context: ClientContext, caseId: CaseId): Promise<CaseHead> {
  const { file } = context;
  const active = file.cases.find((item) => item.caseId === caseId);
  const found = active ?? (await loadClosedCase(context, file.head.clientId, caseId));
  if (found === undefined || !isOpenTo(context, found)) throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}

/** A proposed transfer opens the case that was proposed, and no other of the client. */
const isOpenTo = ({ basis, actor, today }: ClientContext, item: CaseHead): boolean =>
  basis.kind !== 'referral' ||
  (item.state !== 'closed' && actor.grants.some((grant) => isReferredTo(grant, item, today)));

/** Every head of a case, the file's own first. */
export type CaseHeads = readonly [CaseHead, ...CaseHead[]];

/**
 * What an act on a case changes: the heads in the files of all its clients. They have one version and change in
 * one commit, so that one of another version was changed by somebody else a moment ago.
 * @throws Refusal `request.notFound`, `request.stale`, `request.conflict`.
 */
export async function findHeads(
  context: ClientContext,
  { params, version }: { params: { caseId: CaseId }; version: number },
): Promise<CaseHeads> {
  const head = await findCase(context, params.caseId);
  expectVersion(head, version);
  const others = await loadSharedHeads(context, head);
  const isWhole =
    others.length === head.clients.length - 1 && others.every((other) => other.version === version);
  if (!isWhole) throw new Refusal(COMMON_REFUSALS.conflict);
  return [head, ...others];
}
