import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { type Declaration, GivenForm, Giver } from '../../shared/domain/disclosures/declaration.ts';
import { judgeGiver } from '../../shared/domain/disclosures/judge-declaration.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { loadDeclaration } from '../../shared/domain/disclosures/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientId, DeclarationId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { changed } from '../../shared/table/item.ts';
import { knownGiver } from './known-giver.ts';
import { permissionOf } from './permission-of.ts';
import type { DeclarationChanged } from './record-declaration.ts';

export const WithdrawDeclaration = z
  .strictObject({ giver: Giver, form: GivenForm })
  .meta({ id: 'WithdrawDeclaration' });

/**
 * The client, or who acts for the client, takes it back: at any time, in any form, without a reason, and with effect
 * from this moment. What was done before stays lawful.
 */
export async function withdrawDeclaration(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: {
    params: { clientId: ClientId; declarationId: DeclarationId };
    body: z.infer<typeof WithdrawDeclaration>;
    version: number;
  },
): Promise<Answer<z.infer<typeof DeclarationChanged>>> {
  const { file, actor, now, today } = context;
  const { clientId } = file.head;
  const [declaration, giver] = await Promise.all([
    loadDeclaration(context, clientId, params.declarationId),
    knownGiver(context, body.giver),
  ]);
  if (declaration === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (declaration.withdrawn !== undefined) throw new Refusal(DISCLOSURE_REFUSALS.notInForce);
  expectVersion(declaration, version);
  refuseErrors(DISCLOSURE_REFUSALS.declarationNotValid, judgeGiver(giver, today));
  const { declarationId, kind } = declaration;
  const next: Declaration = {
    ...declaration,
    ...changed(declaration, now, actor.userId),
    withdrawn: { at: now, by: actor.userId, ...body },
  };
  return commit(context, {
    changes: [{ put: next, when: { version } }, ...permissionOf(context, declaration, 'withdrawn')],
    line: {
      clients: [clientId],
      resources: [{ kind: 'declaration', id: declarationId, client: clientId, version: next.version }],
      dataGroups: ['disclosures'],
      changedFields: [kind, 'withdrawn'],
    },
    answer: { body: { declarationId, version: next.version }, version: next.version },
  });
}
