import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { TellingException } from '../../shared/domain/breaches/model.ts';
import { BREACH_REFUSALS } from '../../shared/domain/breaches/refusals.ts';
import { judgeWaiver } from '../../shared/domain/breaches/rules.ts';
import { ReasonWords } from '../../shared/domain/log-requests/model.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import {
  type BreachChanged,
  expectOpenBreach,
  knownBreach,
  type OneBreach,
  refuseFindings,
  withContent,
} from './record-breach.ts';

export const WaiveTelling = z
  .strictObject({
    exception: TellingException,
    reasons: ReasonWords,
    /** Of a public communication: on what day, and where everybody who is concerned is reached by it. */
    published: z.strictObject({ on: LocalDate, where: z.string().trim().min(1).max(500) }).optional(),
  })
  .meta({ id: 'WaiveTellingOfBreach' });

/**
 * Clients are not told one by one, on one of the exceptions of (EU) 2016/679 art. 34(3): the reasons stand on record. A
 * new assessment of the risk ends it, and whoever has been found may be told all the same.
 */
export async function waiveTelling(
  context: ActContext,
  { params, body, version }: { params: OneBreach; body: z.infer<typeof WaiveTelling>; version: number },
): Promise<Answer<BreachChanged>> {
  const { actor, today } = context;
  const breach = await knownBreach(context, params);
  expectOpenBreach(breach, version);
  if (breach.risk !== 'high') throw new Refusal(BREACH_REFUSALS.notNow);
  refuseFindings(judgeWaiver(body, today));
  const { exception, reasons, published } = body;
  const waived = {
    exception,
    on: today,
    by: actor.userId,
    ...(published === undefined ? {} : { publishedOn: published.on }),
  };
  return withContent(
    context,
    breach,
    'waived',
    { waived },
    // In place of what was said of an earlier exception.
    { waiverReasons: reasons, publishedWhere: published?.where },
  );
}
