import type * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { sha256Of } from '../../shared/crypto/sha256.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import { type InspectionPackage, Review } from '../../shared/domain/data-subject-requests/package/model.ts';
import { loadCopies } from '../../shared/domain/data-subject-requests/package/redacted.ts';
import {
  type GivenItem,
  givenOf,
  groundsOf,
  judgeReview,
} from '../../shared/domain/data-subject-requests/package/reviewed.ts';
import { sealReview } from '../../shared/domain/data-subject-requests/package/store.ts';
import { withCopies } from '../../shared/domain/data-subject-requests/package/with-copies.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import { changedOf, knownPackage, lineOfPackage, type PackageChanged } from './known-package.ts';
import { partToCheck } from './part-to-check.ts';
import type { OnePart } from './read-package.ts';

export const CheckPart = Review.meta({ id: 'CheckInspectionPackagePart' });

/** Reviews lie with the head of the package, which the table takes up to 400 KB of. */
const REVIEW_BYTES = 200_000;

/** A person has gone through a part: what is not given is named with its ground, what is another's is taken out. */
export async function checkPart(
  context: ActContext,
  { params, body, version }: { params: OnePart; body: z.infer<typeof CheckPart>; version: number },
): Promise<Answer<PackageChanged>> {
  const { actor, now } = context;
  const { request, head } = await knownPackage(context, params);
  const concerns = [params.clientId];
  const at = head.parts[params.part];
  if (at === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns });
  if (head.state !== 'assembled') throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  expectVersion(head, version);
  const ring = await ringOfAsker(context, params.clientId);
  const [{ items, find }, copies] = await Promise.all([
    partToCheck(context, ring, head, params.part),
    loadCopies(context, params.clientId, params.requestId),
  ]);
  const { review, findings: ofCopies } = await withCopies(ring, items, body, copies);
  const findings = [...ofCopies, ...judgeReview(request.kind, items, review, find)];
  if (findings.length > 0) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });
  const checked = {
    ...at,
    checked: { userId: actor.userId, name: actor.name, post: actor.postTitle, at: now },
    given: whatIsGiven(givenOf(items, review)),
    grounds: groundsOf(review),
    review: await sealReview(ring, head, params.part, review),
  };
  const next: InspectionPackage = {
    ...head,
    ...changed(head, now, actor.userId),
    parts: head.parts.map((part, place) => (place === params.part ? checked : part)),
  };
  const weight = next.parts.reduce((sum, { review: sealed }) => sum + (sealed?.blob.length ?? 0), 0);
  if (weight > REVIEW_BYTES) {
    const tooLong = wrong('reviewFits', '/masked', '(EU) 2016/679 15 art. 4 kohta', {
      fi: 'Poistettavia tekstikohtia on liikaa: jätä kohta kokonaan antamatta.',
      sv: 'Det finns för många textställen att ta bort: låt bli att lämna ut punkten.',
      en: 'Too many words are taken out: withhold the item as a whole.',
    });
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings: [tooLong], concerns });
  }
  return commit(context, {
    changes: [{ put: next, when: { version } }],
    line: { ...lineOfPackage(next, items), changedFields: ['checked'] },
    answer: { body: changedOf(next), version: next.version },
  });
}

/** What the manifest will say of the part: no part is opened for it again. */
const whatIsGiven = (items: readonly GivenItem[]): { sha256: string; files: number[] } => ({
  sha256: sha256Of(canonicalJson(items)),
  files: items.flatMap(({ file }) => file?.bytes ?? []),
});
