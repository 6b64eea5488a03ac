import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { Source } from '../../shared/domain/clients/model.ts';
import { RelationContent } from '../../shared/domain/clients/network/model.ts';
import type { RelationId } from '../../shared/kernel/id.ts';
import type { RelationChanged } from './add-relation.ts';
import { relationChange } from './relation-change.ts';

export const ChangeRelation = z
  .strictObject({ relation: RelationContent, source: Source })
  .meta({ id: 'ChangeRelation' });

/** Writes a relation anew; what stood before is kept as history, readable with its own right. */
export const changeRelation = (
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: { relationId: RelationId }; body: z.infer<typeof ChangeRelation>; version: number },
): Promise<Answer<z.infer<typeof RelationChanged>>> =>
  relationChange(
    context,
    { relationId: params.relationId, version, source: body.source },
    () => body.relation,
  );
