import type { Sentence } from '../../../kernel/finding.ts';
import type { PersonCollectionId, PersonRecord } from '../../controllers/settings/person-collections.ts';

/** Henkilötasoinen tiedonkeruu: which there are, and their columns where the recipient's own are not set. */
export type PersonCollectionDefinition = {
  id: PersonCollectionId;
  version: number;
  /** Swedish and English are unreviewed. */
  title: Sentence;
  source: string;
  unverified: string;
  record: PersonRecord;
};

export const PERSON_COLLECTIONS: Readonly<Record<PersonCollectionId, PersonCollectionDefinition>> = {
  childWelfareYear: {
    id: 'childWelfareYear',
    version: 1,
    title: {
      fi: 'Lastensuojelu, vuositilasto lapsittain',
      sv: 'Barnskyddet, årsstatistik per barn',
      en: 'Child welfare, yearly, by child',
    },
    source: 'THL: lastensuojelu, henkilötasoinen, vuosittain 15.2.; 668/2008 5 §',
    unverified:
      'The record description of THL was not public where we looked: the columns and their order are this system’s own until the settings say others. The sex, the kind of the place and whether it was against the will are told by no act.',
    record: {
      of: 'placed',
      rowPer: 'measure',
      measures: [
        { code: 'openPlacement', kinds: ['11030'] },
        { code: 'urgentPlacement', kinds: ['11027'] },
        { code: 'urgentExtended', kinds: ['11025'] },
        { code: 'takenIntoCare', kinds: ['11023'] },
        { code: 'takenIntoCareByCourt', kinds: ['11061'] },
        { code: 'placeChanged', kinds: ['11042'] },
        { code: 'careEnded', kinds: ['11024'] },
        { code: 'afterCare', kinds: ['11035'] },
      ],
      fields: [
        { name: 'year', value: 'year' },
        { name: 'identityCode', value: 'identityCode' },
        { name: 'sex', value: 'absent' },
        { name: 'homeMunicipality', value: 'homeMunicipality' },
        { name: 'measure', value: 'measure' },
        { name: 'decisionKind', value: 'decisionKind' },
        { name: 'decidedOn', value: 'decidedOn' },
        { name: 'begunOn', value: 'begunOn' },
        { name: 'endedOn', value: 'endedOn' },
        { name: 'endGround', value: 'endGround' },
        { name: 'placedOnLastDay', value: 'placedOnLastDay' },
      ],
    },
  },
};
