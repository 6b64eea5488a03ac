import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on an assessment of service needs can be refused for. */
export const ASSESSMENT_REFUSALS = {
  underWay: {
    code: 'assessment.underWay',
    kind: 'conflict',
    title: {
      fi: 'Asiassa on jo kesken oleva palvelutarpeen arviointi.',
      sv: 'I ärendet pågår redan en bedömning av servicebehovet.',
      en: 'An assessment is under way in the case already.',
    },
  },
  notUnderWay: {
    code: 'assessment.notUnderWay',
    kind: 'conflict',
    title: {
      fi: 'Sisaruksella ei ole tässä asiassa kesken olevaa palvelutarpeen arviointia.',
      sv: 'Syskonet har ingen pågående bedömning av servicebehovet i ärendet.',
      en: 'The sibling has no assessment under way in this case.',
    },
  },
  nobodyToTell: {
    code: 'assessment.nobodyToTell',
    kind: 'conflict',
    title: {
      fi: 'Arvioinnista ei alkanut lastensuojelun asiakkuutta, josta ilmoitettaisiin.',
      sv: 'Av bedömningen inleddes ingen klientrelation inom barnskyddet att meddela om.',
      en: 'No child welfare relationship began by the assessment that would be told of.',
    },
  },
  notValid: {
    code: 'assessment.notValid',
    kind: 'invalid',
    title: {
      fi: 'Ilmoittamisen tiedoissa on virheitä.',
      sv: 'Uppgifterna om meddelandet är felaktiga.',
      en: 'What was said of the telling is not valid.',
    },
  },
  daysNotValid: {
    code: 'assessment.daysNotValid',
    kind: 'invalid',
    title: {
      fi: 'Arvioinnin päivissä on virheitä.',
      sv: 'Bedömningens dagar är felaktiga.',
      en: 'The days of the assessment are not valid.',
    },
  },
  correctedTooOften: {
    code: 'assessment.correctedTooOften',
    kind: 'conflict',
    title: {
      fi: 'Arvioinnin päiviä on korjattu jo liian monta kertaa.',
      sv: 'Bedömningens dagar har redan rättats för många gånger.',
      en: 'The days of the assessment have been corrected too often already.',
    },
  },
  otherCase: {
    code: 'assessment.otherCase',
    kind: 'conflict',
    title: {
      fi: 'Luonnos ei kuulu arvioinnin asiaan.',
      sv: 'Utkastet hör inte till bedömningens ärende.',
      en: 'The draft does not belong to the case of the assessment.',
    },
  },
  socialWorker: {
    code: 'assessment.socialWorker',
    kind: 'forbidden',
    title: {
      fi: 'Erityisen tuen tarpeen ja lastensuojelun tarpeen arvioi sosiaalityöntekijä.',
      sv: 'Behovet av särskilt stöd och av barnskydd bedöms av en socialarbetare.',
      en: 'The need of special support and of child welfare is assessed by a social worker.',
    },
  },
  notChildWelfare: {
    code: 'assessment.notChildWelfare',
    kind: 'conflict',
    title: {
      fi: 'Lastensuojelun asiakkuus alkaa vain lastensuojeluasiassa.',
      sv: 'En klientrelation inom barnskyddet inleds endast i ett barnskyddsärende.',
      en: 'A child welfare relationship begins in a case of child welfare only.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
