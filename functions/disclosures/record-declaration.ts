import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { loadNote } from '../../shared/domain/case-notes/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import {
  type Declaration,
  DeclarationContent,
  declarationFacts,
} from '../../shared/domain/disclosures/declaration.ts';
import { declarationFinding } from '../../shared/domain/disclosures/declaration-finding.ts';
import { judgeDeclaration } from '../../shared/domain/disclosures/judge-declaration.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import type { Scope } from '../../shared/domain/disclosures/scope.ts';
import { sealDeclaration } from '../../shared/domain/disclosures/store.ts';
import { loadDocument } from '../../shared/domain/documents/store.ts';
import { DeclarationId, DocumentId, NoteId } from '../../shared/kernel/id.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { knownGiver } from './known-giver.ts';
import { permissionOf } from './permission-of.ts';

export const RecordDeclaration = z
  .strictObject({ ...declarationFacts, ...DeclarationContent.shape })
  .meta({ id: 'RecordDeclaration' });

export const DeclarationChanged = z
  .strictObject({ declarationId: DeclarationId, version: z.int() })
  .meta({ id: 'DeclarationChanged' });

/**
 * Records a permit, a ban or a consent, whoever gave it. It is in force from its day; what is given or asked for on its
 * strength is looked at again each time.
 */
export async function recordDeclaration(
  context: ClientContext,
  { body }: { body: z.infer<typeof RecordDeclaration> },
): Promise<Answer<z.infer<typeof DeclarationChanged>>> {
  const { file, actor, services, now, today } = context;
  const { clientId } = file.head;
  refuseMerged(file.head);
  const { information, recipients, purpose, providers, cannotAssess, words, ...facts } = body;
  const [giver, known] = await Promise.all([
    knownGiver(context, body.giver),
    areAllKnown(context, body.scope),
  ]);
  refuseErrors(DISCLOSURE_REFUSALS.declarationNotValid, [
    ...judgeDeclaration(body, giver, today),
    ...(known ? [] : [declarationFinding('documentKnown', '/body/scope/documentIds')]),
  ]);
  const declarationId = DeclarationId.parse(newId(services));
  const key = clientKeys.declaration(actor.controller, clientId, declarationId);
  const content = DeclarationContent.parse({
    information,
    recipients,
    purpose,
    providers,
    cannotAssess,
    words,
  });
  const put: Declaration = {
    ...key,
    entity: 'declaration',
    ...created(now, actor.userId),
    declarationId,
    clientId,
    documentClass: 'permitOrDenial',
    ...facts,
    content: await sealDeclaration(ringOf(context), key, {
      ...content,
      ...(giver.person === undefined ? {} : { giver: giver.person }),
    }),
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }, ...permissionOf(context, body, 'given')],
    line: {
      clients: [clientId],
      resources: [{ kind: 'declaration', id: declarationId, client: clientId, version: 1 }],
      dataGroups: ['disclosures'],
      changedFields: [body.kind],
    },
    answer: { body: { declarationId, version: 1 }, version: 1 },
  });
}

/** Whether every document that a scope names is one of the client's. */
async function areAllKnown(context: ClientContext, scope: Scope): Promise<boolean> {
  if (scope.of !== 'documents') return true;
  const { clientId } = context.file.head;
  const found = await Promise.all(
    scope.documentIds.map(
      async (id) =>
        (await loadDocument(context, clientId, DocumentId.parse(id))) ??
        (await loadNote(context, clientId, NoteId.parse(id))),
    ),
  );
  return !found.includes(undefined);
}
