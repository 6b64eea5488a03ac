import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { validateContent } from '../../shared/documents/validate.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { isInForce } from '../../shared/domain/disclosures/judge-declaration.ts';
import { banDocument, NATIONAL_DOCUMENTS, permitDocument } from '../../shared/domain/disclosures/national.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { loadDeclarations, openDeclaration } from '../../shared/domain/disclosures/store.ts';
import { builtBy, type Defined } from '../../shared/domain/documents/definitions.ts';
import type { Organisation } from '../../shared/domain/documents/model.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import { SECRECY_MARK, SecrecyMark } from '../../shared/domain/secrecy.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { Json } from '../../shared/kernel/json.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { OneClient } from './one-client.ts';

export const OneDocument = OneClient.extend({ document: z.enum(['permit', 'ban']) });

export const DeclarationDocument = z
  .strictObject({
    clientId: ClientId,
    /** OID of the definition, with its version. */
    definition: z.string(),
    secrecy: SecrecyMark,
    content: z.record(z.string(), Json),
    /** What the definition asks for and is not held here, and the code lists that are not loaded. */
    findings: z.array(z.strictObject({ rule: z.string(), path: z.string() })),
  })
  .meta({ id: 'DeclarationDocument' });

type Built = {
  line: Reading<never>['line'];
  build: () => Promise<{ defined: Defined; content: Record<string, unknown>; organiser: Organisation }>;
};

/** The permit, or the bans in force, found and not yet opened. @throws Refusal `declaration.nothingDeclared`. */
export async function declarationDocument(
  context: ClientContext,
  kind: z.infer<typeof OneDocument>['document'],
): Promise<Built> {
  const { file, services, actor, today } = context;
  const { clientId } = file.head;
  const holds = (item: Parameters<typeof isInForce>[0]): boolean => isInForce(item, today);
  const items = (await loadDeclarations(context, clientId)).filter(
    (item) => item.kind === kind && (kind === 'permit' || holds(item)),
  );
  if (items.length === 0) throw new Refusal(DISCLOSURE_REFUSALS.nothingDeclared);
  return {
    line: {
      clients: [clientId],
      resources: items.map(({ declarationId: id, version }) => ({
        kind: 'declaration',
        id,
        client: clientId,
        version,
      })),
      dataGroups: ['identity', 'disclosures'],
    },
    build: async () => {
      const ring = ringOf(context);
      const [{ data }, defined, { organiser }, opened] = await Promise.all([
        openBase(ring, file.head),
        builtBy(services, NATIONAL_DOCUMENTS[kind]),
        officeOf(services, actor.controller, undefined),
        Promise.all(items.map(async (item) => ({ item, content: await openDeclaration(ring, item) }))),
      ]);
      const parts = { client: data, organiser, find: defined.find, today };
      const content = kind === 'permit' ? permitDocument(opened, parts, holds) : banDocument(opened, parts);
      if (content === undefined) throw new Refusal(DISCLOSURE_REFUSALS.nothingDeclared);
      return { defined, content, organiser };
    },
  };
}

/** The permit, or the bans in force, as the national document: what the client is given on request (§ 58, 3 mom.). */
export async function readDeclarationDocument(
  context: ClientContext,
  { params: { document: kind } }: { params: z.infer<typeof OneDocument> },
): Promise<Reading<z.infer<typeof DeclarationDocument>>> {
  const { line, build } = await declarationDocument(context, kind);
  return {
    line,
    body: async () => {
      const { defined, content } = await build();
      const { definition, find } = defined;
      return {
        clientId: context.file.head.clientId,
        definition: definition.oid,
        secrecy: SECRECY_MARK,
        content: z.record(z.string(), Json).parse(content),
        findings: validateContent(definition, content, 'final', find, context.today).map(
          ({ rule, path = '' }) => ({ rule, path }),
        ),
      };
    },
  };
}
