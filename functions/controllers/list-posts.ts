import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { Post } from '../../shared/domain/controllers/model.ts';
import { loadPosts } from '../../shared/domain/controllers/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';

export const PostPage = z
  .strictObject({
    posts: z.array(z.strictObject({ post: Post, version: z.int(), ended: z.boolean() })),
    next: z.string().optional(),
  })
  .meta({ id: 'PostPage' });

const MOST = 50;

/** The posts of the reader's own controller; offices and employments. */
export async function listPosts(
  context: ActContext,
  { query: { cursor, limit = MOST } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof PostPage>>> {
  const after = await openCursor(context, 'posts', cursor);
  const page = await loadPosts(context, { limit, after });
  return {
    line: {
      clients: [],
      resources: page.items.map(({ post }) => ({ kind: 'post', id: post.postId })),
      dataGroups: ['settings'],
    },
    body: async () => {
      const next = await sealCursor(context, 'posts', page.lastKey);
      return {
        posts: page.items.map(({ post, version }) => ({
          post,
          version,
          ended: post.to !== undefined && post.to < context.today,
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
