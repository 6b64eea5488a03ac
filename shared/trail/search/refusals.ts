import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What a search of the sealed log is refused for. The Swedish is unreviewed. */
export const LOG_SEARCH_REFUSALS = {
  inTable: {
    code: 'logSearch.inTable',
    kind: 'conflict',
    title: {
      fi: 'Näiden päivien merkinnät saa suoraan: hakua vanhoista merkinnöistä ei tarvita.',
      sv: 'Posterna för dessa dagar fås direkt: ingen sökning bland gamla poster behövs.',
      en: 'The lines of these days can be asked for at once: no search of old ones is needed.',
    },
  },
  tooManyWaiting: {
    code: 'logSearch.tooManyWaiting',
    kind: 'conflict',
    title: {
      fi: 'Sinulla on jo viisi hakua odottamassa: odota, että jokin niistä valmistuu.',
      sv: 'Du har redan fem sökningar som väntar: vänta tills någon av dem är klar.',
      en: 'Five searches of yours wait already: wait until one of them has ended.',
    },
  },
  underWay: {
    code: 'logSearch.underWay',
    kind: 'conflict',
    title: {
      fi: 'Vanhoja merkintöjä haetaan vielä: yritä hetken kuluttua.',
      sv: 'Gamla poster söks ännu: försök om en stund.',
      en: 'Old lines are still being searched for: try in a while.',
    },
  },
  notWhole: {
    code: 'logSearch.notWhole',
    kind: 'conflict',
    title: {
      fi: 'Säilytettyä lokia ei voitu lukea eheänä: hakua ei voi pitää täydellisenä.',
      sv: 'Den bevarade loggen kunde inte läsas hel: sökningen är inte fullständig.',
      en: 'The sealed log could not be read as it was sealed: the search is not complete.',
    },
  },
  tooMany: {
    code: 'logSearch.tooMany',
    kind: 'conflict',
    title: {
      fi: 'Merkintöjä on yhteen hakuun liikaa: rajaa päiviä.',
      sv: 'Posterna är för många för en sökning: avgränsa dagarna.',
      en: 'There are too many lines for one search: ask for fewer days.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
