import * as z from 'zod';
import { CONTROLLER_ACTIONS } from '../../shared/access/actions/controllers.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { PostContent } from '../../shared/domain/controllers/model.ts';
import { CONTROLLER_REFUSALS } from '../../shared/domain/controllers/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { PostId } from '../../shared/kernel/id.ts';
import { addPost, PostChanged } from './add-post.ts';
import { changePost, endPost } from './change-post.ts';
import { LastDay } from './change-unit.ts';
import { listPosts, PostPage } from './list-posts.ts';

const OnePost = z.strictObject({ postId: PostId });
const EXAMPLE = {
  title: { fi: 'Sosiaalityöntekijä', sv: 'Socialarbetare' },
  unitId: '01KBN4PZ00000000000000000A',
  kind: 'office' as const,
  professionalRole: 'socialWorker' as const,
  from: '2026-01-01',
};

export const postRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/controllers/posts',
    action: CONTROLLER_ACTIONS.listPosts,
    event: 'PostsListed',
    summary: 'The posts of the own controller.',
    query: PageQuery,
    returns: PostPage,
    handle: listPosts,
  }),
  write({
    method: 'POST',
    path: '/v1/controllers/posts',
    action: CONTROLLER_ACTIONS.addPost,
    event: 'PostAdded',
    summary: 'Adds a post to a unit.',
    writes: 'creates',
    body: PostContent,
    returns: PostChanged,
    refusals: [CONTROLLER_REFUSALS.notValid],
    example: EXAMPLE,
    handle: addPost,
  }),
  write({
    method: 'PUT',
    path: '/v1/controllers/posts/{postId}',
    action: CONTROLLER_ACTIONS.changePost,
    event: 'PostChanged',
    summary:
      "Writes a post's data anew; its holders get the title. In another unit every right of theirs ends, and with a last day once it is over.",
    writes: 'changes',
    params: OnePost,
    body: PostContent,
    returns: PostChanged,
    refusals: [CONTROLLER_REFUSALS.notValid, CONTROLLER_REFUSALS.heldByMany, RIGHTS_REFUSALS.own],
    example: EXAMPLE,
    handle: changePost,
  }),
  write({
    method: 'POST',
    path: '/v1/controllers/posts/{postId}/end',
    action: CONTROLLER_ACTIONS.endPost,
    event: 'PostEnded',
    summary: 'Ends a post with its last day, and with it every right of those who hold it.',
    writes: 'changes',
    params: OnePost,
    body: LastDay,
    returns: PostChanged,
    refusals: [
      CONTROLLER_REFUSALS.notValid,
      CONTROLLER_REFUSALS.ended,
      CONTROLLER_REFUSALS.heldByMany,
      RIGHTS_REFUSALS.own,
    ],
    example: { to: '2026-12-31' },
    handle: endPost,
  }),
];
