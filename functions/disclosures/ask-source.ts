import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { Addressee, sourceProvisionOn } from '../../shared/domain/disclosures/addressees.ts';
import { judgeSource } from '../../shared/domain/disclosures/judge-source.ts';
import { DISCLOSURE_REFUSALS, SOURCE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { SourceContent, SourceRequest, sourceFacts } from '../../shared/domain/disclosures/source-request.ts';
import { loadSourceRequests, sealSource } from '../../shared/domain/disclosures/source-store.ts';
import { loadDeclaration, openDeclaration } from '../../shared/domain/disclosures/store.ts';
import { SourceRequestId } from '../../shared/kernel/id.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';

/** Of anybody but a financial institution, which has an act and a right of its own. */
export const AskSource = z
  .strictObject({
    ...sourceFacts,
    addressee: Addressee.exclude(['financialInstitution']),
    ...SourceContent.omit({ doubt: true }).shape,
  })
  .meta({ id: 'AskSource' });

export const AskFinancialInstitution = z
  .strictObject({
    ...sourceFacts,
    initiative: z.literal('asked'),
    addressee: z.literal('financialInstitution'),
    ...SourceContent.shape,
  })
  .meta({ id: 'AskFinancialInstitution' });

export const SourceRequestChanged = z
  .strictObject({ sourceRequestId: SourceRequestId, version: z.int(), state: SourceRequest.shape.state })
  .meta({ id: 'SourceRequestChanged' });

type Asked = z.infer<typeof AskSource> | z.infer<typeof AskFinancialInstitution>;

/**
 * Data about the client are asked of somebody else, or came unasked: of whom, which, why they are necessary, for one
 * purpose, on a provision or a consent. What is asked without a ground is not recorded as asked.
 */
export async function askSource(
  context: ClientContext,
  { body }: { body: Asked },
): Promise<Answer<z.infer<typeof SourceRequestChanged>>> {
  const { file, actor, services, now, today } = context;
  const { clientId } = file.head;
  const ring = ringOf(context);
  const { name, asked, necessity, ...rest } = body;
  const { doubt, ...facts } = { doubt: undefined, ...rest };
  const [settings, others, item] = await Promise.all([
    settingsOf(services, actor.controller),
    loadSourceRequests(context, clientId),
    body.ground.kind === 'consent'
      ? loadDeclaration(context, clientId, body.ground.declarationId)
      : undefined,
  ]);
  const rests = item === undefined ? undefined : { item, content: await openDeclaration(ring, item) };
  const request = { ...facts, name, doubt };
  refuseErrors(SOURCE_REFUSALS.notValid, judgeSource({ request, rests, others, settings, today }));
  const sourceRequestId = SourceRequestId.parse(newId(services));
  const key = clientKeys.sourceRequest(actor.controller, clientId, sourceRequestId);
  const provision =
    body.ground.kind === 'provision' ? sourceProvisionOn(body.ground.key, today)?.provision : undefined;
  const put: SourceRequest = {
    ...key,
    entity: 'sourceRequest',
    ...created(now, actor.userId),
    sourceRequestId,
    clientId,
    documentClass: 'clienthood',
    state: 'open',
    ...facts,
    ...(provision === undefined ? {} : { provision }),
    content: await sealSource(ring, key, SourceContent.parse({ name, asked, necessity, doubt })),
  };
  return commit(context, {
    changes: [
      { put, when: 'absent' },
      // Taken back while it was looked at, it carries no question.
      ...(item === undefined
        ? []
        : [
            {
              check: item,
              when: { version: item.version },
              otherwise: DISCLOSURE_REFUSALS.changedMeanwhile,
            },
          ]),
    ],
    line: {
      clients: [clientId],
      resources: [{ kind: 'sourceRequest', id: sourceRequestId, client: clientId, version: 1 }],
      dataGroups: ['disclosures'],
      changedFields: ['sourceRequest'],
      reasonId: sourceRequestId,
    },
    answer: { body: { sourceRequestId, version: 1, state: 'open' }, version: 1 },
  });
}
