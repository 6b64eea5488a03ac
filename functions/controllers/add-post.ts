import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { PostContent, PostItem } from '../../shared/domain/controllers/model.ts';
import { PostId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { controllerKeys } from '../../shared/table/keys.ts';
import { mustBeUnit } from './must-be-unit.ts';

export const PostChanged = z.strictObject({ postId: PostId, version: z.int() }).meta({ id: 'PostChanged' });

/** Adds a post to a unit of the main user's own controller. */
export async function addPost(
  context: ActContext,
  { body }: { body: z.infer<typeof PostContent> },
): Promise<Answer<z.infer<typeof PostChanged>>> {
  const { services, actor, now } = context;
  await mustBeUnit(context, body.unitId);
  const postId = PostId.parse(newId(services));
  const put: PostItem = {
    ...controllerKeys.post(actor.controller, postId),
    entity: 'post',
    ...created(now, actor.userId),
    post: { postId, ...body },
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: {
      clients: [],
      resources: [{ kind: 'post', id: postId, version: 1 }],
      dataGroups: ['settings'],
      changedFields: ['post'],
    },
    answer: { body: { postId, version: 1 }, version: 1 },
  });
}
