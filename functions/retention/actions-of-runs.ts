import type { Action } from '../../shared/access/action.ts';

/** What runs by itself of retention. No role has these: a run judges what is due by rules, and people approve. */

export const GATHER: Action = {
  name: 'retention.gather',
  title: {
    fi: 'Kokoa hävitysesitys erääntyneestä aineistosta',
    sv: 'Sammanställ förslag till gallring av material som förfallit',
    en: 'Gather what is due into the disposal list',
  },
  roles: [],
  tie: 'none',
  basis: 'administration',
  legalGround: '703/2023 liite; (EU) 2016/679 art. 5(1)(e)',
};

export const DISPOSE: Action = {
  name: 'retention.dispose',
  title: {
    fi: 'Hävitä hyväksytty aineisto',
    sv: 'Gallra det godkända materialet',
    en: 'Dispose of what was approved',
  },
  roles: [],
  tie: 'none',
  basis: 'administration',
  legalGround: '703/2023 liite; (EU) 2016/679 art. 5(1)(e)',
};

export const RECOUNT: Action = {
  name: 'retention.recount',
  title: {
    fi: 'Laske säilytysaika uudelleen tapahtuman tultua tietoon',
    sv: 'Räkna om förvaringstiden när en händelse blivit känd',
    en: 'Count the retention again when an event became known',
  },
  roles: [],
  tie: 'none',
  basis: 'administration',
  legalGround: '703/2023 liite',
};
