import { validateContent } from '../../documents/validate.ts';
import { isRecord } from '../../documents/visit.ts';
import type { Defined } from './definitions.ts';
import { DocumentContent } from './model.ts';

/** A content under another version of its definition, and the places of what that has no place for. */
export type Fitted = { content: DocumentContent; dropped: string[] };

/** Keeps of a draft's content what fits into the newer version of its definition. */
export function fitted(old: Defined, now: Defined, content: DocumentContent): Fitted {
  const { [old.definition.key]: root, ...rest } = content;
  const moved = DocumentContent.parse({
    ...structuredClone(rest),
    ...(root === undefined ? {} : { [now.definition.key]: structuredClone(root) }),
  });
  const dropped: string[] = [];
  // One at a time, the last first: what stands behind it in a list keeps its place until it is judged.
  for (;;) {
    const wrong = validateContent(now.definition, moved, 'draft', now.find).findLast(
      ({ severity }) => severity === 'error',
    );
    if (wrong === undefined) return { content: moved, dropped: dropped.toReversed() };
    dropped.push(wrong.path ?? '');
    if (!taken(moved, wrong.path ?? '')) return { content: {}, dropped: [`/${now.definition.key}`] };
  }
}

/** Takes away what stands at a JSON pointer. */
function taken(content: DocumentContent, path: string): boolean {
  const keys = path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop();
  let holder: unknown = content;
  for (const key of keys) {
    if (Array.isArray(holder)) holder = holder[Number(key)];
    else holder = isRecord(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
  }
  if (last === undefined) return false;
  if (Array.isArray(holder)) return holder.splice(Number(last), 1).length === 1;
  if (!isRecord(holder) || !Object.hasOwn(holder, last)) return false;
  return delete holder[last];
}
