import type { ActContext } from '../../shared/act.ts';
import type { Informing, Relationship } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { judgeInformedOn, judgeNotice } from '../../shared/domain/clients/rules.ts';
import { findPublished } from '../../shared/domain/notices/store.ts';
import { helsinkiDateOf, type LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';

/**
 * When and how the client was told, with the notice that is published where none is named. Of a day before its
 * publication nothing is known of the notice unless somebody says it.
 * @throws Refusal for a day to come, and for a notice that was not published by that day.
 */
export async function toldOfProcessing(
  { services, actor, today }: ActContext,
  informedOn: LocalDate,
  informing: Informing | undefined,
): Promise<Pick<Relationship, 'informedOn' | 'informing'>> {
  refuseErrors(CLIENT_REFUSALS.relationshipNotValid, judgeInformedOn(informedOn, today));
  if (informing === undefined) return { informedOn };
  const published = await findPublished({ services, controller: actor.controller });
  const number = published?.version ?? 0;
  const isOut = published !== undefined && helsinkiDateOf(published.updatedAt) <= informedOn;
  const latest = isOut ? number : Math.max(number - 1, 0);
  refuseErrors(CLIENT_REFUSALS.relationshipNotValid, judgeNotice(informing, latest));
  const noticeNumber = informing.noticeNumber ?? (isOut ? number : undefined);
  return {
    informedOn,
    informing: {
      channel: informing.channel,
      language: informing.language,
      ...(noticeNumber === undefined ? {} : { noticeNumber }),
      by: actor.userId,
    },
  };
}
