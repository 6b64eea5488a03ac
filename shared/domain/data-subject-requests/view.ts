import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { AnswerContent, AskedContent, SubjectRequest } from './model.ts';
import { openAnswer, openAsked, openExtension } from './store.ts';

/** A request without its words. */
export const SubjectRequestHead = z
  .strictObject({
    ...SubjectRequest.pick({
      requestId: true,
      kind: true,
      state: true,
      receivedOn: true,
      firstDueOn: true,
      dueOn: true,
      form: true,
      asker: true,
      relationId: true,
      targets: true,
      identity: true,
      decision: true,
      delivered: true,
      carriedOut: true,
      lifted: true,
      recipientsTold: true,
      version: true,
    }).shape,
    extension: SubjectRequest.shape.extension.unwrap().omit({ words: true }).optional(),
  })
  .meta({ id: 'SubjectRequestHead' });
type SubjectRequestHead = z.infer<typeof SubjectRequestHead>;

export const SubjectRequestView = SubjectRequestHead.extend({
  asked: AskedContent,
  answer: AnswerContent,
  /** What the asker was told of an extension. */
  extensionReasons: z.string().optional(),
  steps: SubjectRequest.shape.steps,
}).meta({ id: 'SubjectRequest' });

export function headOf({ extension, ...request }: SubjectRequest): SubjectRequestHead {
  const { words: _words, ...told } = extension ?? { words: undefined };
  return SubjectRequestHead.strip().parse({
    ...request,
    ...(extension === undefined ? {} : { extension: told }),
  });
}

export async function openRequest(
  ring: KeyRing,
  request: SubjectRequest,
): Promise<z.infer<typeof SubjectRequestView>> {
  const [asked, answer, words] = await Promise.all([
    openAsked(ring, request),
    openAnswer(ring, request),
    openExtension(ring, request),
  ]);
  return {
    ...headOf(request),
    asked,
    answer,
    ...(words === undefined ? {} : { extensionReasons: words }),
    steps: request.steps,
  };
}
