import * as z from 'zod';
import type { Answer, Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { CopyOf } from '../../shared/domain/decisions/model.ts';
import { redactedFor } from '../../shared/domain/decisions/redacted-for.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { judgeHidden } from '../../shared/domain/decisions/rules/copies.ts';
import { moved } from '../../shared/domain/decisions/transitions.ts';
import { DefinitionOid, DocumentContent } from '../../shared/domain/documents/model.ts';
import { type ConcernedId, DocumentId } from '../../shared/kernel/id.ts';
import { Json } from '../../shared/kernel/json.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import {
  commitDecision,
  contentOf,
  type DecisionChanged,
  decisionSeen,
  findDecision,
  lineOfDecision,
  type OfDecision,
} from './one-decision.ts';

type OfConcerned = OfDecision & { params: { concernedId: ConcernedId } };

export const HideFromCopy = CopyOf.omit({ concernedId: true }).meta({ id: 'HideFromCopy' });

/**
 * Says what a recipient's copy hides, with the ground (621/1999 11 §). What a safety ban hides is hidden by itself.
 * @throws Refusal `decision.notValid` for a place the document does not have, or one no decision can be without.
 */
export async function hideFromCopy(
  context: ClientContext,
  { body, ...of }: OfConcerned & { body: z.infer<typeof HideFromCopy> },
): Promise<Answer<DecisionChanged>> {
  const { now, actor } = context;
  const { concernedId } = of.params;
  const before = await decisionSeen(context, of);
  const after = moved(before, 'serve', { now, by: actor.userId });
  const [content, copy] = await Promise.all([
    contentOf(context, before),
    redactedFor(context, before, concernedId),
  ]);
  refuseErrors(DECISION_REFUSALS.notValid, judgeHidden(Json.parse(copy.whole), body.hidden));
  const others = content.copies.filter((one) => one.concernedId !== concernedId);
  return commitDecision(context, before, after, {
    content: { ...content, copies: [...others, { concernedId, ...body }] },
    fields: ['copies'],
  });
}

export const CopyView = z
  .strictObject({
    documentId: DocumentId,
    documentVersion: z.int(),
    definitionOid: DefinitionOid,
    content: DocumentContent,
    hidden: z.array(z.string()),
    hiddenByBan: z.array(z.string()),
    /** Where words would still betray a protected place: the copy cannot be sent before they are hidden. */
    revealing: z.array(z.string()),
  })
  .meta({ id: 'CopyView' });

/** One recipient's copy as it would go out now. */
export async function readCopy(
  context: ClientContext,
  { params }: Pick<OfConcerned, 'params'>,
): Promise<Reading<z.infer<typeof CopyView>>> {
  const head = await findDecision(context, params.decisionId);
  const { document, content, hidden, hiddenByBan, revealing } = await redactedFor(
    context,
    head,
    params.concernedId,
  );
  const line = lineOfDecision(head, []);
  const { documentId, version, definitionOid } = document;
  return {
    version: head.version,
    line: {
      ...line,
      resources: [...line.resources, { kind: 'document', id: documentId, client: head.clientId, version }],
      dataGroups: ['decisions', 'documents'],
    },
    body: () => ({
      documentId,
      documentVersion: version,
      definitionOid,
      content,
      hidden,
      hiddenByBan,
      revealing,
    }),
  };
}
