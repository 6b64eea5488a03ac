import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { ClientId, UserId, WithholdingId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import {
  AnswerContent,
  AskedContent,
  LogRequest,
  Withheld,
  Withholding,
  WithholdingGround,
} from './model.ts';
import { openAnswer, openAsked, openGrounds } from './store.ts';

/** A request without its words. */
export const LogRequestHead = LogRequest.pick({
  requestId: true,
  state: true,
  receivedOn: true,
  dueOn: true,
  channel: true,
  asker: true,
  relationId: true,
  identity: true,
  days: true,
  repeats: true,
  outcome: true,
  askerRefused: true,
  answeredOn: true,
  given: true,
  readableUntil: true,
  feeCents: true,
  version: true,
}).meta({ id: 'LogRequestHead' });

export const LogRequestView = LogRequestHead.extend({
  asked: AskedContent,
  answer: AnswerContent,
  steps: LogRequest.shape.steps,
}).meta({ id: 'LogRequest' });

export const WithholdingView = z
  .strictObject({
    withholdingId: WithholdingId,
    /** In which file of the person it stands, and is lifted: of one that was merged, in that one. */
    clientId: ClientId,
    requestId: LogRequest.shape.requestId,
    ground: WithholdingGround,
    withheld: Withheld,
    decidedBy: UserId,
    liftedOn: LocalDate.optional(),
    version: z.int(),
  })
  .meta({ id: 'LogWithholding' });

export const headOf = (request: LogRequest): z.infer<typeof LogRequestHead> =>
  LogRequestHead.strip().parse(request);

export const withholdingView = (item: Withholding): z.infer<typeof WithholdingView> => ({
  withholdingId: item.withholdingId,
  clientId: item.clientId,
  requestId: item.requestId,
  ground: item.ground,
  withheld: item.withheld,
  decidedBy: UserId.parse(item.createdBy),
  ...(item.liftedOn === undefined ? {} : { liftedOn: item.liftedOn }),
  version: item.version,
});

export async function openRequest(
  ring: KeyRing,
  request: LogRequest,
): Promise<z.infer<typeof LogRequestView>> {
  const [asked, answer] = await Promise.all([openAsked(ring, request), openAnswer(ring, request)]);
  return { ...headOf(request), asked, answer, steps: request.steps };
}

/** With the words of what is kept back: for who decides, never for the client's own view. */
export const openWithholding = async (ring: KeyRing, item: Withholding) => ({
  ...withholdingView(item),
  words: await openGrounds(ring, item),
});
