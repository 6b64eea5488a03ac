import { privacyNotices } from '../../functions/privacy-notices/module.ts';
import { answerOpen } from '../../shared/http/open-route.ts';
import type { HttpAnswer } from '../../shared/http/request.ts';
import { text } from './people.ts';
import type { Told, Worker, World } from './world.ts';

/** Asks a public page without any sign-in. */
export function publicPage(
  { services }: Pick<World, 'services'>,
  path: string,
  accept = 'text/html',
): Promise<HttpAnswer> {
  const [address = '', search = ''] = path.split('?');
  return answerOpen(
    privacyNotices.open ?? [],
    {
      method: 'GET',
      path: `/public/privacy-notices/${address}`,
      query: Object.fromEntries([...new URLSearchParams(search)].map(([name, value]) => [name, [value]])),
      headers: { accept },
      requestId: 'public',
      sourceIPAddress: '192.0.2.1',
    },
    services,
  );
}

/** A draft of the notice. */
export const draftBy = async (worker: Worker): Promise<string> =>
  `/v1/notices/${text(await worker.call('POST', '/v1/notices'), 'noticeId')}`;

/** An act on a notice from the version that stands. */
export async function act(worker: Worker, path: string, verb: string, body?: unknown): Promise<Told> {
  const version = Number((await worker.call('GET', path)).json['version']);
  return worker.call('POST', `${path}/${verb}`, { version, ...(body === undefined ? {} : { body }) });
}

/** Written by one, approved by another, published: as a controller without steps of its own does it. */
export async function publishedNotice(author: Worker, approver: Worker): Promise<string> {
  const path = await draftBy(author);
  await act(author, path, 'sign', { step: 'author' });
  await act(approver, path, 'sign', { step: 'approver' });
  await act(author, path, 'publish');
  return path;
}
