import * as z from 'zod';
import { otherFile } from '../../shared/access/other-file.ts';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { merge } from '../../shared/domain/clients/transitions/merge.ts';
import { isInForce } from '../../shared/domain/disclosures/judge-declaration.ts';
import { loadDeclarations, loadMinorsBans } from '../../shared/domain/disclosures/store.ts';
import { goesOn } from '../../shared/domain/services/refunds/rules.ts';
import { loadRefunds } from '../../shared/domain/services/refunds/store.ts';
import { countedTogether } from '../../shared/domain/statistics/merged-persons.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { loadFileMark } from '../../shared/file-mark.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { type ClientsMerged, commitMerge } from './commit-merge.ts';

export const MergeClients = z
  .strictObject({
    /** The client that remains. */
    into: ClientId,
  })
  .meta({ id: 'MergeClients' });

/**
 * Merges a client recorded twice into the one that remains. Needs a tie to both. Nothing is copied or moved:
 * the source's codes go on finding it and answer the other, and its data are read through the other. Open cases
 * are closed or opened on the other first, and so are refunds of the state, for what is under way has one place.
 */
export async function mergeClients(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof MergeClients>; version: number },
): Promise<Answer<z.infer<typeof ClientsMerged>>> {
  const { file, actor, now, today } = context;
  expectVersion(file.head, version);
  const other = await otherFile(context, body.into);
  if (file.cases.length > 0) {
    throw new Refusal(CLIENT_REFUSALS.openCases, {
      details: { caseIds: file.cases.map((item) => item.caseId) },
    });
  }
  const refunds = await loadRefunds(context, file.head.clientId);
  if (refunds.some((mark) => goesOn(mark, today))) throw new Refusal(CLIENT_REFUSALS.refundGoesOn);
  // Noted first: a ban that is declared while this is looked at stops it.
  const mark = await loadFileMark(context, file.head.clientId);
  await expectBansKept(context, file.head.clientId, other.head.clientId);
  const together = await countedTogether(context, file.head.clientId, other.head.clientId);
  return commitMerge(context, merge({ source: file.head, target: other.head }, { now, by: actor.userId }), {
    asked: 'source',
    beside: [{ ...mark, otherwise: COMMON_REFUSALS.conflict }, ...together],
  });
}

/**
 * A ban holds for the file that it was declared in, and what is given is given of the one that remains: it may not be
 * the merged one alone that has it (703/2023 §§ 51, 59).
 * @throws Refusal `client.protectionOnlyHere`.
 */
async function expectBansKept(context: ClientContext, from: ClientId, into: ClientId): Promise<void> {
  const bansOf = async (clientId: ClientId): Promise<[boolean, boolean]> => {
    const [declared, ofMinor] = await Promise.all([
      loadDeclarations(context, clientId),
      loadMinorsBans(context, clientId),
    ]);
    return [
      declared.some((item) => item.kind === 'ban' && isInForce(item, context.today)),
      ofMinor.some(({ state }) => state === 'inForce'),
    ];
  };
  const [merged, remaining] = await Promise.all([bansOf(from), bansOf(into)]);
  if (merged.some((has, which) => has && remaining[which] !== true)) {
    throw new Refusal(CLIENT_REFUSALS.protectionOnlyHere);
  }
}
