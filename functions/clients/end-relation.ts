import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { Source } from '../../shared/domain/clients/model.ts';
import { isEnded } from '../../shared/domain/clients/network/rules.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import type { RelationId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { RelationChanged } from './add-relation.ts';
import { relationChange } from './relation-change.ts';

export const EndRelation = z
  .strictObject({
    /** The last day. */
    to: LocalDate,
    source: Source,
  })
  .meta({ id: 'EndRelation' });

/** Ends a relation with its last day. It stays in the file as one that was. */
export const endRelation = (
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: { relationId: RelationId }; body: z.infer<typeof EndRelation>; version: number },
): Promise<Answer<z.infer<typeof RelationChanged>>> =>
  relationChange(context, { relationId: params.relationId, version, source: body.source }, (before) => {
    if (isEnded(before, context.today)) throw new Refusal(CLIENT_REFUSALS.relationEnded);
    return { ...before, to: body.to };
  });
