import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { ExplanationContent, MisuseCase, SuspicionContent } from './misuse.ts';
import { openExplanation, openHearing, openSuspicion } from './misuse-store.ts';

/** A case without its words. */
export const MisuseHead = MisuseCase.pick({
  misuseId: true,
  state: true,
  origin: true,
  sourceId: true,
  requestId: true,
  receivedOn: true,
  dueOn: true,
  channel: true,
  asker: true,
  suspected: true,
  view: true,
  measures: true,
  answeredOn: true,
  version: true,
}).meta({ id: 'MisuseHead' });

export const MisuseOpen = MisuseHead.extend({
  said: SuspicionContent,
  hearings: z.array(z.strictObject({ userId: UserId, heardOn: LocalDate, words: z.string() })),
  answer: ExplanationContent.optional(),
  steps: MisuseCase.shape.steps,
}).meta({ id: 'MisuseCase' });

export const misuseHead = (item: MisuseCase): z.infer<typeof MisuseHead> => MisuseHead.strip().parse(item);

export async function openedMisuse(ring: KeyRing, item: MisuseCase): Promise<z.infer<typeof MisuseOpen>> {
  const [said, answer, hearings] = await Promise.all([
    openSuspicion(ring, item),
    openExplanation(ring, item),
    Promise.all(
      item.hearings.map(async ({ userId, heardOn, words }) => ({
        userId,
        heardOn,
        words: await openHearing(ring, item, words),
      })),
    ),
  ]);
  return {
    ...misuseHead(item),
    said,
    hearings,
    ...(answer === undefined ? {} : { answer }),
    steps: item.steps,
  };
}
