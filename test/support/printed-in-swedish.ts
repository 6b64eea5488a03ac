import { codingOf, SIGNATURES } from '../../shared/documents/code-lists.ts';
import type { PrintedDocument } from '../../shared/documents/render/print-of-document.ts';
import { officeOf } from '../../shared/domain/controllers/settings/terms.ts';
import { fillDecision } from '../../shared/domain/decisions/fill.ts';
import { fillHearing } from '../../shared/domain/decisions/fill-hearing.ts';
import { guidanceText } from '../../shared/domain/decisions/guidance.ts';
import { GUIDANCE } from '../../shared/domain/decisions/guidance-texts.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { identity, sample } from './printed-sample.ts';

/** Written in Swedish, with all that the act of issuing fills in by itself. */
export function decisionInSwedish(): PrintedDocument {
  const { definition, head } = sample('1.2.246.537.6.1506.11002', {});
  const mother = { sukunimi: 'Mallila', etunimet: 'Maija' };
  const content = fillDecision(
    definition,
    {
      [definition.key]: {
        asiakas: [{ sukunimi: 'Mallila', etunimet: 'Arvo Oiva', henkilotunnus: identity('240312A9078') }],
        paatos: {
          hakemuksen_kuvaus: 'Modern har bett om stöd för familjens vardag.',
          sosiaalipalvelu_jota_paatos_koskee: {
            sosiaalipalvelu: { system: 'urn:oid:1.2.246.537.6.1222', display: 'Perhetyö' },
            palvelun_maara_tunteina: 24.5,
            kuvaus: 'Två besök i veckan.',
          },
          ratkaisu_ja_perustelut:
            'Familjearbete beviljas. Familjen behöver stöd för vardagens rytm och skolgången.',
          tama_paatos_annetaan_tiedoksi_seuraaville_henkiloille: 'Maija Mallila, vårdnadshavare',
          lisatietojen_antaja: [{ ...mother, sukunimi: 'Ansvarig', etunimet: 'Kaisa' }],
        },
      },
    },
    {
      decisionId: '01KBN4PZ00000000000000000D',
      on: LocalDate.parse('2026-11-24'),
      openedOn: LocalDate.parse('2026-11-02'),
      organiser: 'Mellersta Nylands välfärdsområde',
      preparer: { name: 'Oona Handledare', post: 'socialhandledare' },
      decider: { name: 'Kaisa Ansvarig', post: 'socialarbetare' },
      heard: [
        {
          isClient: true,
          name: { family: 'Mallila', given: 'Arvo Oiva' },
          roles: ['client'],
          hearing: { state: 'omitted', ground: 'tooYoung', recordedBy: WORKER },
        },
        {
          isClient: false,
          name: { family: 'Mallila', given: 'Maija' },
          roles: ['custodian', 'parent'],
          hearing: {
            state: 'answered',
            way: 'meeting',
            askedOn: LocalDate.parse('2026-11-10'),
            answeredOn: LocalDate.parse('2026-11-12'),
            recordedBy: WORKER,
          },
        },
      ],
      result: 'granting',
      provisions: 'Barnskyddslagen (417/2007) 34 och 36 §',
      validity: { from: LocalDate.parse('2026-12-01'), to: LocalDate.parse('2027-05-31') },
      atOnce: false,
      guidance: {
        text: guidanceText(GUIDANCE.reviewRequest.sv, {
          ...officeOf('Sektionen för individärenden'),
          address: 'PB 46, 05801 Hyvinge',
        }),
        means: 'review',
        authority: 'Sektionen för individärenden',
      },
      signature: codingOf(SIGNATURES, 'electronic') ?? noSignature(),
      language: 'sv',
    },
    fillHearing,
  );
  return {
    definition,
    content,
    hidden: [],
    head: {
      ...head,
      author: { name: 'Kaisa Ansvarig', post: 'socialarbetare' },
      organiser: { name: 'Mellersta Nylands välfärdsområde' },
      unit: 'Barnskyddets öppenvård',
      socialServices: ['familyWork'],
    },
  };
}

const WORKER = UserId.parse('01KBN4PZ00000000000000000W');

function noSignature(): never {
  throw new Error('The list of signatures has no electronic one.');
}
