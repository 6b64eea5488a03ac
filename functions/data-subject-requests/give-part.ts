import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { sha256Of } from '../../shared/crypto/sha256.ts';
import { GivenItem } from '../../shared/domain/data-subject-requests/package/reviewed.ts';
import { definitionOfDocument } from '../../shared/domain/documents/definitions.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { FILE_BYTES, type FileAnswer, type FileChoice } from '../../shared/http/file-answer.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { letterFile } from './print-letter.ts';
import type { OnePart } from './read-package.ts';
import { type ReleasedPart, releasedPart } from './released-part.ts';

export const PartGiven = z
  .strictObject({
    form: z.literal('sointu-inspection/1'),
    asOf: Instant,
    releasedAt: Instant,
    part: z.int(),
    parts: z.int(),
    items: z.array(GivenItem),
    /** Of the items in canonical JSON (RFC 8785): the same package always gives the same. */
    sha256: z.string(),
  })
  .meta({ id: 'InspectionPackagePartGiven' });

export const dataOfPart = ({ head, releasedAt, part, items }: ReleasedPart): z.infer<typeof PartGiven> => ({
  form: 'sointu-inspection/1',
  asOf: head.asOf,
  releasedAt,
  part,
  parts: head.parts.length,
  items: [...items],
  sha256: sha256Of(canonicalJson(items)),
});

/** A part in machine-readable form, as it is given. */
export async function givePart(
  context: ActContext,
  { params }: { params: OnePart },
): Promise<Reading<z.infer<typeof PartGiven>>> {
  const part = await releasedPart(context, params);
  return { line: part.line, body: () => dataOfPart(part) };
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
  const part = await releasedPart(context, params);
  return { line: part.line, body: () => pageOfPart(context, part, query) };
}

/** @throws Refusal `print.tooLarge`. */
export async function pageOfPart(
  { services, actor }: ActContext,
  { head, releasedAt, part, items }: ReleasedPart,
  { form, language }: PartQuery,
): Promise<FileAnswer> {
  const { definitionsIn, printOfPart } = await import(
    '../../shared/domain/data-subject-requests/package/print-of-part.ts'
  );
  const [{ organiser }, ...defined] = await Promise.all([
    officeOf(services, actor.controller, undefined),
    ...definitionsIn(items).map(async (oid) => [oid, await definitionOfDocument(services, oid)] as const),
  ]);
  const print = await printOfPart(
    {
      items,
      asOf: head.asOf,
      releasedAt,
      part,
      parts: head.parts.length,
      requestId: head.requestId,
      authority: organiser.name,
      definitions: new Map(defined),
    },
    language,
  );
  const name = `tarkastus-${head.requestId}-${part + 1}`;
  const file = await letterFile([print], { form, name, now: releasedAt });
  if (file.bytes.length > FILE_BYTES) throw new Refusal(PRINT_REFUSALS.tooLarge);
  return file;
}
