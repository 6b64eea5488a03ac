import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { ClientId, SubjectRequestId } from '../../kernel/id.ts';
import { type Key, subjectRequestKeys } from '../../table/keys.ts';
import { getItem, queryAll } from '../../table/read.ts';
import { ReasonWords } from '../log-requests/model.ts';
import { AnswerContent, AskedContent, SubjectRequest } from './model.ts';

/** Requests as they are stored, and how they are found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

export const sealAsked = (ring: KeyRing, key: Key, content: AskedContent): Promise<Sealed> =>
  ring.seal(undefined, recordPlace(key, 'asked'), 1, content);
export const openAsked = (ring: KeyRing, item: SubjectRequest): Promise<AskedContent> =>
  ring.open(item.asked, recordPlace(item, 'asked'), AskedContent);

export const sealAnswer = (ring: KeyRing, item: SubjectRequest, content: AnswerContent): Promise<Sealed> =>
  ring.seal(undefined, recordPlace(item, 'answer'), item.version + 1, content);
export const openAnswer = (ring: KeyRing, item: SubjectRequest): Promise<AnswerContent> =>
  item.answer === undefined
    ? Promise.resolve({})
    : ring.open(item.answer, recordPlace(item, 'answer'), AnswerContent);

export const sealExtension = (ring: KeyRing, item: SubjectRequest, words: string): Promise<Sealed> =>
  ring.seal(undefined, recordPlace(item, 'extension'), item.version + 1, words);
export const openExtension = (ring: KeyRing, item: SubjectRequest): Promise<string | undefined> =>
  item.extension === undefined
    ? Promise.resolve(undefined)
    : ring.open(item.extension.words, recordPlace(item, 'extension'), ReasonWords);

/** One request of a client. */
export const loadSubjectRequest = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  requestId: SubjectRequestId,
): Promise<SubjectRequest | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    subjectRequestKeys.request(controller, clientId, requestId),
    SubjectRequest,
  );

/** All requests of a client, the earliest first: they are few. */
export const loadSubjectRequests = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
): Promise<SubjectRequest[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: subjectRequestKeys.partition(controller, clientId),
      span: subjectRequestKeys.spans.requests,
    },
    SubjectRequest,
  );
