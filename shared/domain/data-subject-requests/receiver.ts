import type { Receiver } from '../disclosures/may-be-given.ts';
import type { SubjectRequest } from './model.ts';

type Asked = Pick<SubjectRequest, 'asker' | 'relationId' | 'kind'>;

/** Who is to receive what a request gives: a minor's ban concerns whoever asks for the client. */
export function receiverOf({ asker, relationId, kind }: Asked): Receiver {
  switch (asker) {
    case 'client':
    case 'minor':
      return { kind: 'client' };
    case 'guardianOfMinor':
    case 'appointedGuardian':
    case 'authorised':
      return { kind: 'representative', relationId, asParty: kind === 'partyDocuments' };
    case 'party':
    case 'closePerson':
    case 'applicant':
      return { kind: 'other' };
    default:
      return asker satisfies never;
  }
}
