import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import {
  Declaration,
  declarationFacts,
  SealedDeclaration,
} from '../../shared/domain/disclosures/declaration.ts';
import { isInForce } from '../../shared/domain/disclosures/judge-declaration.ts';
import { BanContent, MinorsBan } from '../../shared/domain/disclosures/minors-ban.ts';
import {
  loadDeclarations,
  loadMinorsBans,
  openBan,
  openDeclaration,
} from '../../shared/domain/disclosures/store.ts';
import { ClientId } from '../../shared/kernel/id.ts';

const DeclarationView = z
  .strictObject({
    declarationId: Declaration.shape.declarationId,
    version: z.int(),
    inForce: z.boolean(),
    ...declarationFacts,
    withdrawn: Declaration.shape.withdrawn,
    recordedAt: Declaration.shape.createdAt,
    recordedBy: z.string(),
    content: SealedDeclaration,
  })
  .meta({ id: 'DeclarationView' });

const MinorsBanView = z
  .strictObject({
    ...MinorsBan.pick({ banId: true, state: true, askedOn: true, towards: true, scope: true, judged: true })
      .shape,
    lifted: MinorsBan.shape.lifted,
    version: z.int(),
    judgedAt: MinorsBan.shape.createdAt,
    judgedBy: z.string(),
    content: BanContent,
  })
  .meta({ id: 'MinorsBanView' });

export const DeclarationsOfClient = z
  .strictObject({
    clientId: ClientId,
    declarations: z.array(DeclarationView),
    minorsBans: z.array(MinorsBanView),
  })
  .meta({ id: 'DeclarationsOfClient' });

/** What the client has declared and what was withdrawn of it, and a minor's bans: the whole history. */
export async function listDeclarations(
  context: ClientContext,
): Promise<Reading<z.infer<typeof DeclarationsOfClient>>> {
  const { file, today } = context;
  const { clientId } = file.head;
  const [declarations, bans] = await Promise.all([
    loadDeclarations(context, clientId),
    loadMinorsBans(context, clientId),
  ]);
  return {
    line: {
      clients: [clientId],
      resources: [
        ...declarations.map(({ declarationId: id }) => ({
          kind: 'declaration' as const,
          id,
          client: clientId,
        })),
        ...bans.map(({ banId: id }) => ({ kind: 'minorsBan' as const, id, client: clientId })),
      ],
      dataGroups: ['disclosures'],
    },
    body: async () => {
      const ring = ringOf(context);
      return {
        clientId,
        declarations: await Promise.all(
          declarations.map(async (item) =>
            viewOf(item, isInForce(item, today), await openDeclaration(ring, item)),
          ),
        ),
        minorsBans: await Promise.all(bans.map(async (item) => banView(item, await openBan(ring, item)))),
      };
    },
  };
}

/** What of an item may be shown: all else falls away. */
const Facts = z.object({ ...declarationFacts, withdrawn: Declaration.shape.withdrawn });

function viewOf(
  item: Declaration,
  inForce: boolean,
  content: SealedDeclaration,
): z.infer<typeof DeclarationView> {
  const { declarationId, version, createdAt, createdBy } = item;
  return {
    declarationId,
    version,
    inForce,
    ...Facts.parse(item),
    recordedAt: createdAt,
    recordedBy: createdBy,
    content,
  };
}

function banView(item: MinorsBan, content: BanContent): z.infer<typeof MinorsBanView> {
  const { banId, state, askedOn, towards, scope, judged, lifted, version, createdAt, createdBy } = item;
  return {
    banId,
    state,
    askedOn,
    towards,
    scope,
    judged,
    ...(lifted === undefined ? {} : { lifted }),
    version,
    judgedAt: createdAt,
    judgedBy: createdBy,
    content,
  };
}
