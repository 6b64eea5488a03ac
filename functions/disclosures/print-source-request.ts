import type * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { isInForce } from '../../shared/domain/disclosures/judge-declaration.ts';
import { SOURCE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { sourceFinding } from '../../shared/domain/disclosures/source-finding.ts';
import type { SourceRequest } from '../../shared/domain/disclosures/source-request.ts';
import { loadSourceRequest, openSource } from '../../shared/domain/disclosures/source-store.ts';
import { loadDeclaration } from '../../shared/domain/disclosures/store.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { type LetterQuery, letterFile } from '../../shared/http/letter-file.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import type { OneSourceRequest } from './record-receipt.ts';

/**
 * The request in writing, as it is sent and as it is kept: made from what was recorded, which never changes. On a
 * consent that was taken back nothing more is asked: the letter of an open request is not printed again.
 */
export async function printSourceRequest(
  context: ClientContext,
  { params, query }: { params: z.infer<typeof OneSourceRequest>; query: LetterQuery },
): Promise<Reading<FileAnswer>> {
  const { file, services, actor, now } = context;
  const { clientId } = file.head;
  const request = await loadSourceRequest(context, clientId, params.sourceRequestId);
  if (request === undefined || request.initiative === 'came') throw new Refusal(COMMON_REFUSALS.notFound);
  await expectAskable(context, request);
  const { sourceRequestId, version } = request;
  return {
    version,
    line: {
      clients: [clientId],
      resources: [{ kind: 'sourceRequest', id: sourceRequestId, client: clientId, version }],
      dataGroups: ['identity', 'disclosures'],
      reasonId: sourceRequestId,
    },
    body: async () => {
      const { sourceLetter } = await import('../../shared/domain/disclosures/source-letter.ts');
      const ring = ringOf(context);
      const [content, { data }, { organiser, unit }] = await Promise.all([
        openSource(ring, request),
        openBase(ring, file.head),
        officeOf(services, actor.controller, context.grant?.unitIds[0]),
      ]);
      const print = sourceLetter(
        {
          request,
          content,
          client: { name: `${data.name.given} ${data.name.family}`, code: data.personalIdentityCode },
          authority: organiser.name,
          unit: unit?.name ?? '',
          printedAt: now,
        },
        query.language,
      );
      return letterFile(print, { form: query.form, name: `tietopyynto-${sourceRequestId}`, at: now });
    },
  };
}

/** @throws Refusal `source.notValid` where it rests on a consent that is in force no more, and has not been answered. */
async function expectAskable(
  context: ClientContext,
  { ground, state, clientId }: SourceRequest,
): Promise<void> {
  if (ground.kind !== 'consent' || state !== 'open') return;
  const consent = await loadDeclaration(context, clientId, ground.declarationId);
  if (consent !== undefined && isInForce(consent, context.today)) return;
  refuseErrors(SOURCE_REFUSALS.notValid, [sourceFinding('consentInForce', '/params/sourceRequestId')]);
}
