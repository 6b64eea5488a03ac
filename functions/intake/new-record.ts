import * as z from 'zod';
import { MOST_SUBJECTS } from '../../shared/domain/intake/model.ts';
import { IntakeRecord, Subject } from '../../shared/domain/intake/record.ts';
import { SubjectId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import type { Services } from '../../shared/services.ts';

/** The record as it is sent: a person who is new in it has no id yet. */
export const SentRecord = z
  .strictObject({
    ...IntakeRecord.shape,
    subjects: z
      .array(z.strictObject({ ...Subject.shape, subjectId: SubjectId.optional() }))
      .max(MOST_SUBJECTS)
      .default([]),
  })
  .meta({ id: 'SentRecord' });
type SentRecord = z.infer<typeof SentRecord>;

/** Whoever is named anew gets an id of this matter: one sent from elsewhere is not taken, nor one sent twice. */
export function withSubjectIds(
  services: Pick<Services, 'clock' | 'random'>,
  { subjects, ...rest }: SentRecord,
  known: readonly SubjectId[],
): IntakeRecord {
  const taken = new Set<SubjectId>();
  return {
    ...rest,
    subjects: subjects.map(({ subjectId, ...subject }) => {
      const isKnown = subjectId !== undefined && known.includes(subjectId) && !taken.has(subjectId);
      const own = isKnown ? subjectId : SubjectId.parse(newId(services));
      taken.add(own);
      return { ...subject, subjectId: own };
    }),
  };
}
