import * as z from 'zod';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import {
  type DisclosureItem,
  GivenPiece,
  type Ground,
  PreparedContent,
  preparedFacts,
} from '../../shared/domain/disclosures/disclosure.ts';
import { mayDisclose } from '../../shared/domain/disclosures/may-disclose.ts';
import { provisionOn } from '../../shared/domain/disclosures/provisions.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { sealReasons } from '../../shared/domain/disclosures/texts.ts';
import { loadBody, newPieces } from '../../shared/domain/documents/body.ts';
import { bodiesRemoved } from '../../shared/domain/documents/versions.ts';
import { BodyId } from '../../shared/kernel/id.ts';
import { Json } from '../../shared/kernel/json.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { changed } from '../../shared/table/item.ts';
import { copyOf } from './copy-of.ts';
import { foundPieces, gateOf, hidesDwellings } from './gate-of.ts';
import {
  answerOf,
  type DisclosureChanged,
  expectState,
  knownDisclosure,
  lineOfDisclosure,
  type OneDisclosure,
  shownIn,
} from './one-disclosure.ts';

const Pointer = z.string().regex(/^(?:\/[^/]*)+$/, 'a JSON pointer');

export const PrepareDisclosure = z
  .strictObject({
    ...preparedFacts,
    /** The documents and entries that are given: each by name, never a whole file. */
    pieces: z
      .array(GivenPiece)
      .max(40)
      .refine((pieces) => new Set(pieces.map(({ id }) => id)).size === pieces.length, 'each once')
      .default([]),
    /** What is not needed, or is about somebody else, left out of the copy. */
    leftOut: z
      .array(z.strictObject({ id: z.string().max(30), places: z.array(Pointer).min(1).max(200) }))
      .max(40)
      .default([]),
    ...PreparedContent.shape,
  })
  .meta({ id: 'PrepareDisclosure' });

/**
 * Makes the minimised copy of exactly what is to be given, once nothing stands against giving it. The copy is sealed
 * under the client; prepared anew, it takes the place of the one before.
 */
export async function prepareDisclosure(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: OneDisclosure; body: z.infer<typeof PrepareDisclosure>; version: number },
): Promise<Answer<z.infer<typeof DisclosureChanged>>> {
  const { services, actor, now, today, file } = context;
  const { clientId } = file.head;
  refuseMerged(file.head);
  const ring = ringOf(context);
  const item = await knownDisclosure(context, params);
  expectState(item, ['asked', 'prepared'], version);
  const { pieces: wanted, leftOut, ...rest } = body;
  const { ground, baseData, thirdPersons, addresses, article, ...said } = rest;
  const facts = { ground, baseData, thirdPersons, addresses, ...(article === undefined ? {} : { article }) };
  const found = await foundPieces(context, wanted);
  refuseErrors(
    DISCLOSURE_REFUSALS.notAllowed,
    mayDisclose(await gateOf(context, item, { facts, found, said })),
  );
  const { copy, findings } = await copyOf(context, found, { facts, leftOut });
  refuseErrors(DISCLOSURE_REFUSALS.notAllowed, findings);

  const bodyId = BodyId.parse(newId(services));
  const head = changed(item, now, actor.userId);
  const [pieces, before, reasons] = await Promise.all([
    newPieces(context, ring, { clientId }, { bodyId, saving: 1 }, { luovutus: Json.parse(copy) }),
    item.bodyId === undefined ? undefined : loadBody(context, item.bodyId),
    sealReasons(ring, item, head.version, PreparedContent.parse(said)),
  ]);
  const earlier = before?.pieces ?? [];
  const provision = citationOf(ground, today);
  const next: DisclosureItem = {
    ...item,
    ...head,
    state: 'prepared',
    prepared: {
      ...facts,
      pieces: found.pieces,
      ...(provision === undefined ? {} : { provision }),
      withoutDwellings: hidesDwellings(found, facts),
      at: now,
      by: actor.userId,
    },
    bodyId,
    reasons,
  };
  const line = lineOfDisclosure(next, ['prepared']);
  return commit(context, {
    changes: [
      { put: next, when: { version } },
      ...pieces.map((put): Change => ({ put, when: 'absent' })),
      ...earlier.map((remove): Change => ({ remove, when: { version: 1 } })),
    ],
    events: bodiesRemoved(earlier),
    line: { ...line, ...shownIn(line, found.pieces, baseData) },
    answer: answerOf(next),
  });
}

/** The provision as it is cited on that day: what the log of disclosures says. */
const citationOf = (ground: Ground, today: LocalDate): string | undefined =>
  ground.kind === 'provision' ? (ground.provision ?? provisionOn(ground.key, today)?.provision) : undefined;
