import type { Action } from '../../shared/access/action.ts';
import { classesNow } from '../../shared/access/class-of-attachment.ts';
import type { ActContext } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { AttachmentHead } from '../../shared/domain/attachments/model.ts';
import { isSameClass } from '../../shared/domain/attachments/reclassed.ts';
import { attachmentsOfOwner, indexedAttachment } from '../../shared/domain/attachments/store.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { changed } from '../../shared/table/item.ts';
import type { LastKey } from '../../shared/table/read.ts';
import { lineOfAttachment } from './find-attachment.ts';

const FOLLOW: Action = {
  name: 'attachments.followOwner',
  title: {
    fi: 'Siirrä liite asiakirjansa luokkaan',
    sv: 'Flytta en bilaga till sin handlings klass',
    en: 'Move an attachment into the class of what it belongs to',
  },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 § 22; 457/2024',
};
const PAGE = 50;

/**
 * After an entry or a document was corrected into another class, its attachments are listed in that class: one commit
 * each, so that it goes on where it stopped. Nobody has read them by the old class meanwhile, for what may be opened is
 * asked of the owner each time. Repeated, it finds nothing to do.
 */
export async function followOwner(services: Services, envelope: Envelope): Promise<void> {
  if (envelope.type !== 'OwnerReclassed') return;
  const { controller, clientId, ownerId } = envelope;
  let after: LastKey | undefined;
  do {
    const context = systemContext(services, controller, {
      action: FOLLOW,
      event: 'AttachmentReclassed',
      ranBy: 'attachments',
    });
    const page = await attachmentsOfOwner(context, clientId, ownerId, {
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    const classes = await classesNow(context, clientId, page.items);
    for (const [nth, head] of page.items.entries()) {
      const next = { ...head, ...classes[nth] };
      if (!isSameClass(head, next)) await move({ ...context }, head, next);
    }
    after = page.lastKey;
  } while (after !== undefined);
}

async function move(context: ActContext, head: AttachmentHead, next: AttachmentHead): Promise<void> {
  const put = await indexedAttachment(context, {
    ...next,
    ...changed(head, context.now, context.actor.userId),
  });
  await commit(context, {
    changes: [{ put, when: { version: head.version } }],
    line: lineOfAttachment(put, ['class']),
    answer: { body: {} },
  });
}
