import {
  codingOf,
  type FindCodeList,
  namedCoding,
  ORGANISATION_REGISTER,
  SERVICE_TASKS,
} from '../../documents/code-lists.ts';
import type { Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';
import type { BaseData } from '../clients/model.ts';
import type { CaseContent, CaseHead } from './model.ts';

/**
 * Asia-asiakirja in THL's form (1.2.246.537.6.1505.2): one per case, built from what is held and never stored twice.
 * What is not known here is left out, and a code whose list is not loaded is said by its own text; judging the
 * content tells both.
 */
export const CASE_DOCUMENT = '1.2.246.537.6.1505.2';

const IDENTITY_CODES = 'urn:oid:1.2.246.21';
const CASE_NAMES = '1.2.246.537.6.1265';
const CASE_STATES = '1.2.246.537.6.1501';

const STATE_WORDS: Record<CaseHead['state'], string> = {
  open: 'Avoin',
  suspended: 'Keskeytetty',
  closed: 'Päätetty',
};

export type CaseDocumentParts = {
  item: CaseHead;
  content: CaseContent;
  /** Of the client whose file it is: a safety ban has been heeded. */
  data: Partial<BaseData>;
  /** Of the others whom the reader may know: what lists show of them. */
  others: readonly { family: string; given: string; joinedAt: Instant }[];
  unitName: string | undefined;
  /** The code lists that are known. */
  find: FindCodeList;
};

type Values = Record<string, unknown>;

/** Only what is known: a member left out is not an empty one. */
const known = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

export function caseDocument({ item, content, data, others, unitName, find }: CaseDocumentParts): Values {
  const { personalIdentityCode, temporaryId } = data;
  // The definition has room for one service task; the rest of them stand in the case.
  const [task] = item.serviceTasks;
  return {
    asia_asiakirja: known({
      palvelunjarjestajan_toimintayksikko:
        unitName === undefined ? undefined : namedCoding(ORGANISATION_REGISTER, unitName, find),
      asiakas: [
        known({
          sukunimi: data.name?.family,
          etunimet: data.name?.given,
          henkilotunnus: personalIdentityCode && { system: IDENTITY_CODES, value: personalIdentityCode },
          tilapainen_yksilointitunnus: temporaryId && { value: temporaryId },
          syntymaaika: data.birthDate,
          asiaan_liittymishetki: item.joinedAt,
        }),
        ...others.map(({ family, given, joinedAt }) => ({
          sukunimi: family,
          etunimet: given,
          asiaan_liittymishetki: joinedAt,
        })),
      ],
      asian_tiedot: known({
        asiatunnus: { value: item.caseId },
        nimi: namedCoding(CASE_NAMES, content.name, find),
        tila: namedCoding(CASE_STATES, STATE_WORDS[item.state], find),
        avauspaiva: helsinkiDateOf(item.openedAt),
        paattymispaiva: item.closedOn,
        yhteinen_asia: item.clients.length > 1,
        palvelutehtava:
          task === undefined
            ? undefined
            : (codingOf(SERVICE_TASKS, task, find) ?? codingOf(SERVICE_TASKS, task)),
      }),
    }),
  };
}
