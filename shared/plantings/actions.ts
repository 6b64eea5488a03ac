import type { Action } from '../access/action.ts';

/** What is planted each day, and what is held against it. */
export const PLANT: Action = {
  name: 'accessLog.plantViolations',
  title: {
    fi: 'Istuta koerikkomukset ja katso, ilmoittavatko valvonnat ne',
    sv: 'Plantera provöverträdelser och se om kontrollerna anmäler dem',
    en: 'Plant violations and see whether the controls report them',
  },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
};
