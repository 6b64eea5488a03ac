import type { ActContext } from '../../shared/act.ts';
import type { Informing, Relationship } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { judgeNotice } from '../../shared/domain/clients/rules.ts';
import { findPublished } from '../../shared/domain/notices/store.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';

/**
 * How the client was told, with the notice that is published where none is named.
 * @throws Refusal for a notice that has not been published.
 */
export async function toldOfProcessing(
  { services, actor }: ActContext,
  informing: Informing | undefined,
): Promise<Pick<Relationship, 'informing'>> {
  if (informing === undefined) return {};
  const published = await findPublished({ services, controller: actor.controller });
  const latest = published?.version ?? 0;
  refuseErrors(CLIENT_REFUSALS.relationshipNotValid, judgeNotice(informing, latest));
  const noticeNumber = informing.noticeNumber ?? (latest === 0 ? undefined : latest);
  return {
    informing: {
      channel: informing.channel,
      language: informing.language,
      ...(noticeNumber === undefined ? {} : { noticeNumber }),
      by: actor.userId,
    },
  };
}
