import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What announcing a deployment is refused for. The Swedish is unreviewed. */
export const DEPLOYED_REFUSALS = {
  notAhead: {
    code: 'deployment.notAhead',
    kind: 'conflict',
    title: {
      fi: 'Käyttöönotto ilmoitetaan etukäteen ja enintään kahdeksi viikoksi: mennyt muutos selitetään havaintona.',
      sv: 'Ett ibruktagande anmäls på förhand och för högst två veckor: en ändring som redan skett förklaras som iakttagelse.',
      en: 'A deployment is announced beforehand and for two weeks at most: a change of the past is explained as a finding.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
