import type { ActContext } from '../../shared/act.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import { holds } from '../../shared/domain/data-subject-requests/package/masked.ts';
import type { InspectionPackage } from '../../shared/domain/data-subject-requests/package/model.ts';
import { givenOf } from '../../shared/domain/data-subject-requests/package/reviewed.ts';
import { loadPart, openReview } from '../../shared/domain/data-subject-requests/package/store.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import type { Finding } from '../../shared/kernel/finding.ts';

/**
 * Words that a person took out of one version of an entry or a document are out of all its versions, or the version is
 * not given: versions lie in other parts, which another person may have gone through.
 */
export async function judgeVersions(context: ActContext, head: InspectionPackage): Promise<Finding[]> {
  const ring = await ringOfAsker(context, head.clientId);
  const reviews = await Promise.all(head.parts.map((_, part) => openReview(ring, head, part)));
  const taken = new Map<string, string[]>();
  for (const [part, { masked }] of reviews.entries()) {
    if (masked.length === 0) continue;
    const items = await loadPart(context, ring, head.packageId, part);
    for (const { place, passage } of masked) {
      const id = items[place]?.id;
      if (id !== undefined) taken.set(id, [...(taken.get(id) ?? []), passage]);
    }
  }
  if (taken.size === 0) return [];
  const left: string[] = [];
  // One part after another, so that no more than one is held.
  for (const [part, review] of reviews.entries()) {
    const items = await loadPart(context, ring, head.packageId, part);
    for (const { id, place, told } of givenOf(items, review)) {
      const passages = id === undefined ? [] : (taken.get(id) ?? []);
      if (told !== undefined && passages.some((passage) => holds(told, passage))) {
        left.push(`${part + 1}/${place}`);
      }
    }
  }
  if (left.length === 0) return [];
  const where = left.slice(0, 20).join(', ');
  return [
    wrong('maskedInVersions', '', '(EU) 2016/679 15 art. 4 kohta', {
      fi: `Poistettu teksti on saman asian toisessa versiossa (osa/kohta): ${where}.`,
      sv: `Den borttagna texten finns i en annan version av samma sak (del/punkt): ${where}.`,
      en: `What was taken out still stands in another version of the same thing (part/item): ${where}.`,
    }),
  ];
}
