import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What announcing a deployment is refused for. The Swedish is unreviewed. */
export const DEPLOYED_REFUSALS = {
  notAhead: {
    code: 'deployment.notAhead',
    kind: 'conflict',
    title: {
      fi: 'Käyttöönotto ilmoitetaan etukäteen ja enintään kahdeksi viikoksi ja aikaisintaan kuukautta ennen: mennyt muutos selitetään havaintona.',
      sv: 'Ett ibruktagande anmäls på förhand och för högst två veckor och tidigast en månad före: en ändring som redan skett förklaras som iakttagelse.',
      en: 'A deployment is announced beforehand and for two weeks at most, a month before it at the earliest: a change of the past is explained as a finding.',
    },
  },
  tooMuch: {
    code: 'deployment.tooMuch',
    kind: 'conflict',
    title: {
      fi: 'Kolmestakymmenestä peräkkäisestä päivästä voi ilmoittaa enintään viisitoista: ilmoita vain käyttöönoton päivät.',
      sv: 'Av trettio dagar i följd kan högst femton anmälas: anmäl bara dagarna för ibruktagandet.',
      en: 'Of thirty days in a row fifteen can be announced at most: announce the days of the release alone.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
