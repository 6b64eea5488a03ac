import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { sha256Of } from '../../shared/crypto/sha256.ts';
import { RefusedFor } from '../../shared/domain/data-subject-requests/grounds.ts';
import { PackageItem } from '../../shared/domain/data-subject-requests/package/model.ts';
import {
  definitionsIn,
  printOfPart,
} from '../../shared/domain/data-subject-requests/package/print-of-part.ts';
import { type GivenItem, givenOf } from '../../shared/domain/data-subject-requests/package/reviewed.ts';
import { loadPart, openReview } from '../../shared/domain/data-subject-requests/package/store.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { definitionOfDocument } from '../../shared/domain/documents/definitions.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { FILE_BYTES, type FileAnswer, type FileChoice } from '../../shared/http/file-answer.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { expectGivable } from './expect-givable.ts';
import { knownPackage, lineOfPackage } from './known-package.ts';
import { letterFile } from './print-letter.ts';
import type { OnePart } from './read-package.ts';

export const PartGiven = z
  .strictObject({
    form: z.literal('sointu-inspection/1'),
    asOf: Instant,
    releasedAt: Instant,
    part: z.int(),
    parts: z.int(),
    items: z.array(
      PackageItem.omit({ flags: true, told: true }).extend({
        told: PackageItem.shape.told.optional(),
        /** Not given: the ground and its provision. */
        refused: z.array(z.strictObject({ ground: RefusedFor, provision: z.string() })).optional(),
      }),
    ),
    /** Of the items in canonical JSON (RFC 8785): the same package always gives the same. */
    sha256: z.string(),
  })
  .meta({ id: 'InspectionPackagePartGiven' });

type Released = { items: GivenItem[]; asOf: Instant; releasedAt: Instant; parts: number };

/** A part as it may be given. @throws Refusal where it has not been released, or a minor's ban forbids it. */
async function released(
  context: ActContext,
  params: OnePart,
): Promise<Released & { line: Reading<never>['line'] }> {
  const { request, head } = await knownPackage(context, params);
  const concerns = [params.clientId];
  if (head.parts[params.part] === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns });
  await expectGivable(context, request, head);
  if (head.releasedAt === undefined) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notReleased, { concerns });
  const ring = await ringOfAsker(context, params.clientId);
  const [items, review] = await Promise.all([
    loadPart(context, ring, head.packageId, params.part),
    openReview(ring, head, params.part),
  ]);
  return {
    items: givenOf(items, review),
    asOf: head.asOf,
    releasedAt: head.releasedAt,
    parts: head.parts.length,
    line: lineOfPackage(head, items),
  };
}

/** A part in machine-readable form, as it is given. */
export async function givePart(
  context: ActContext,
  { params }: { params: OnePart },
): Promise<Reading<z.infer<typeof PartGiven>>> {
  const { items, asOf, releasedAt, parts, line } = await released(context, params);
  return {
    line,
    body: () => ({
      form: 'sointu-inspection/1',
      asOf,
      releasedAt,
      part: params.part,
      parts,
      items,
      sha256: sha256Of(canonicalJson(items)),
    }),
  };
}

export const PartQuery = z.strictObject({
  form: z.enum(['html', 'pdf']).default('html'),
  language: z.enum(['fi', 'sv']).default('fi'),
});
type PartQuery = z.infer<typeof PartQuery>;

export const PART_FILE: FileChoice<{ query: PartQuery }> = {
  kinds: ['text/html', 'application/pdf'],
  kindOf: ({ query }) => (query.form === 'pdf' ? 'application/pdf' : 'text/html'),
};

/** A part on paper, as it is given: the same bytes each time. */
export async function printPart(
  context: ActContext,
  { params, query }: { params: OnePart; query: PartQuery },
): Promise<Reading<FileAnswer>> {
  const { line, ...part } = await released(context, params);
  return {
    line,
    body: async () => {
      const { services, actor } = context;
      const [{ organiser }, ...defined] = await Promise.all([
        officeOf(services, actor.controller, undefined),
        ...definitionsIn(part.items).map(
          async (oid) => [oid, await definitionOfDocument(services, oid)] as const,
        ),
      ]);
      const definitions = new Map(defined);
      const print = printOfPart(
        { ...part, part: params.part, requestId: params.requestId, authority: organiser.name, definitions },
        query.language,
      );
      const name = `tarkastus-${params.requestId}-${params.part + 1}`;
      const file = await letterFile([print], { form: query.form, name, now: part.releasedAt });
      if (file.bytes.length > FILE_BYTES) throw new Refusal(PRINT_REFUSALS.tooLarge);
      return file;
    },
  };
}
