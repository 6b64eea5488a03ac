import * as z from 'zod';
import type { LinePart, Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { DisclosedCopy } from '../../shared/domain/disclosures/copy.ts';
import { AskedContent, DisclosureItem, PreparedContent } from '../../shared/domain/disclosures/disclosure.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { loadDisclosures } from '../../shared/domain/disclosures/store.ts';
import { openAsked, openReasons, openRefusal } from '../../shared/domain/disclosures/texts.ts';
import { loadBody, openPieces } from '../../shared/domain/documents/body.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { againstItNow } from './look-again.ts';
import { knownDisclosure, lineOfDisclosure, type OneDisclosure, shownIn } from './one-disclosure.ts';
import { expectMayOpen } from './who-opens-copy.ts';

/** A request and what became of it, without a word of it. */
const DisclosureHead = DisclosureItem.pick({
  disclosureId: true,
  version: true,
  state: true,
  initiative: true,
  receivedOn: true,
  form: true,
  attachmentId: true,
  paperId: true,
  requester: true,
  relationId: true,
  purpose: true,
  country: true,
  prepared: true,
  sent: true,
  refused: true,
}).meta({ id: 'DisclosureHead' });

export const DisclosuresOfClient = z
  .strictObject({ clientId: ClientId, disclosures: z.array(DisclosureHead), next: z.string().optional() })
  .meta({ id: 'DisclosuresOfClient' });

const headOf = (item: DisclosureItem): z.infer<typeof DisclosureHead> => DisclosureHead.strip().parse(item);

/** What has been asked of us about the client and what was given, the latest first. */
export async function listDisclosures(
  context: ClientContext,
  { query }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof DisclosuresOfClient>>> {
  const { clientId } = context.file.head;
  const page = await loadDisclosures(context, clientId, {
    limit: query.limit ?? 25,
    after: await openCursor(context, clientId, query.cursor),
  });
  return {
    line: {
      clients: [clientId],
      resources: page.items.map(({ disclosureId: id, version }) => ({
        kind: 'disclosure',
        id,
        client: clientId,
        version,
      })),
      dataGroups: ['disclosures'],
    },
    body: async () => {
      const next = await sealCursor(context, clientId, page.lastKey);
      return { clientId, disclosures: page.items.map(headOf), ...(next === undefined ? {} : { next }) };
    },
  };
}

export const DisclosureRead = z
  .strictObject({
    clientId: ClientId,
    ...DisclosureHead.shape,
    asked: AskedContent,
    reasons: PreparedContent.optional(),
    refusal: z.string().optional(),
  })
  .meta({ id: 'DisclosureRead' });

/** One request with its words, and why it was given or not. */
export async function readDisclosure(
  context: ClientContext,
  { params }: { params: OneDisclosure },
): Promise<Reading<z.infer<typeof DisclosureRead>>> {
  const item = await knownDisclosure(context, params);
  return {
    version: item.version,
    line: lineOfDisclosure(item),
    body: async () => {
      const ring = ringOf(context);
      const [asked, reasons, refusal] = await Promise.all([
        openAsked(ring, item),
        openReasons(ring, item),
        openRefusal(ring, item),
      ]);
      return {
        clientId: item.clientId,
        ...headOf(item),
        asked,
        ...(reasons === undefined ? {} : { reasons }),
        ...(refusal === undefined ? {} : { refusal }),
      };
    },
  };
}

export const CopyRead = z
  .strictObject({ clientId: ClientId, disclosureId: DisclosureItem.shape.disclosureId, copy: DisclosedCopy })
  .meta({ id: 'CopyRead' });

type Kept = {
  item: DisclosureItem;
  prepared: NonNullable<DisclosureItem['prepared']>;
  line: LinePart;
  open: () => Promise<DisclosedCopy>;
};

/**
 * The copy that is kept, found for who may open it and still sealed. One that has not been sent is opened while it may
 * be sent: what stands against the sending stands against reading it too. One that was sent is kept as it went.
 * @throws Refusal where there is none, or it may not be given now.
 */
export async function copyKept(context: ClientContext, params: OneDisclosure): Promise<Kept> {
  const item = await knownDisclosure(context, params);
  const { prepared, bodyId, state } = item;
  const isOpen = state === 'prepared' || state === 'sent';
  if (prepared === undefined || bodyId === undefined || !isOpen) {
    throw new Refusal(DISCLOSURE_REFUSALS.wrongState);
  }
  await expectMayOpen(context, prepared);
  if (state === 'prepared') refuseErrors(DISCLOSURE_REFUSALS.notAllowed, await againstItNow(context, item));
  const body = await loadBody(context, bodyId);
  if (body.pieces.length === 0) throw new Refusal(DISCLOSURE_REFUSALS.copyEnded);
  const line = lineOfDisclosure(item);
  return {
    item,
    prepared,
    line: { ...line, ...shownIn(line, prepared.pieces, prepared.baseData) },
    open: async () => {
      const { luovutus } = await openPieces(ringOf(context), body);
      return DisclosedCopy.parse(luovutus);
    },
  };
}

/** The copy as it was made: what is sent, and what was sent. */
export async function readCopy(
  context: ClientContext,
  { params }: { params: OneDisclosure },
): Promise<Reading<z.infer<typeof CopyRead>>> {
  const { item, line, open } = await copyKept(context, params);
  const { version, clientId, disclosureId } = item;
  return { version, line, body: async () => ({ clientId, disclosureId, copy: await open() }) };
}
