import type { LocalDate } from '../../kernel/local-date.ts';
import type { ServiceTask } from '../service-tasks.ts';
import { applicationOf } from './application-form.ts';
import type { IntakeKind } from './model.ts';
import {
  DOCUMENT_TYPES,
  guardianOf,
  known,
  type NationalDocument,
  NEEDS,
  names,
  notifierOf,
  personOf,
  reasonsOf,
} from './national-values.ts';
import type { IntakeRecord, Subject } from './record.ts';

/**
 * What was told as the national documents say it (THL määräys 5/2024). Clients, author and day are filled in by
 * whoever makes the document final; what was not told is left out, for the definition to judge.
 */
export type Told = {
  kind: IntakeKind;
  record: IntakeRecord;
  subject: Subject;
  serviceTasks: readonly ServiceTask[];
  isBanned: boolean;
  /** The day it reached the authority, where it bears no day of its own. */
  receivedOn: LocalDate;
};

/** The document of what was told; none for an application whose service task has no national form of its own. */
export function documentOfMatter(told: Told): NationalDocument | undefined {
  const { kind, record, subject, isBanned, receivedOn } = told;
  const dated = record.dated ?? receivedOn;
  const person = personOf(subject, isBanned);
  const text = record.text.trim() === '' ? undefined : record.text;
  switch (kind) {
    case 'childWelfareNotification':
      return {
        typeOid: `${DOCUMENT_TYPES}.4009`,
        root: 'lastensuojeluilmoitus',
        values: known({
          asiakas: known({ ...person, ika: subject.age }),
          tiedot_lapsen_asumisesta:
            subject.residence === undefined || isBanned
              ? undefined
              : { lapsen_asumisen_kuvaus: subject.residence },
          huoltaja_tai_muu_lapsen_hoidosta_vastaava_henkilo: subject.guardians.map(guardianOf),
          anonyymi_ilmoitus: record.notifier?.anonymous,
          ilmoittaja: notifierOf(record.notifier, 'henkilo'),
          ilmoittamispaivamaara: dated,
          asiasisalto: text,
          lapselle_on_kerrottu_lastensuojeluilmoituksesta: record.childTold,
          ainakin_toiselle_huoltajalle_on_kerrottu_lastensuojeluilmoituksesta: record.guardianTold,
          lisatiedot_lapselle_jatai_huoltajille_kertomisesta: record.toldWords,
        }),
      };
    case 'anticipatoryNotification':
      return {
        typeOid: `${DOCUMENT_TYPES}.4019`,
        root: 'ennakollinen_lastensuojeluilmoitus',
        values: known({
          asiakas: [person],
          ilmoittaja: notifierOf(record.notifier, 'ammattihenkilo'),
          ilmoittamispaivamaara: dated,
          syyt_ennakollisen_lastensuojeluilmoituksen_tekemiseen: reasonsOf(NEEDS, record),
          lisatiedot_ennakollisen_lastensuojeluilmoituksen_syista: text,
          perhe__ja_asumistilanne: record.familySituation,
          aiemmin_annettu_tuki: record.earlierSupport,
          lapsen_arvioitu_syntymaaika: record.expectedBirth,
          kerrottu_tulevalle_aidille: record.guardianTold,
          kerrottu_tulevalle_toiselle_vanhemmalle: record.otherParentTold,
          lisatiedot_tuleville_vanhemmille_kertomisesta: record.toldWords,
          lisatiedot: record.remarks,
        }),
      };
    case 'needNotification':
      return {
        typeOid: `${DOCUMENT_TYPES}.4006`,
        root: 'ilmoitus_sosiaalihuollon_tarpeesta',
        values: known({
          asiakas: [person],
          ilmoittaja: notifierOf(record.notifier, 'henkilo'),
          ilmoittamispaivamaara: dated,
          asiasisalto: reasonsOf(NEEDS, record),
          kuvaus_tilanteesta_ja_huolesta: text,
          lisatiedot: record.remarks,
        }),
      };
    case 'contact':
    case 'assessmentRequest':
      return {
        typeOid: `${DOCUMENT_TYPES}.4018`,
        root: 'yhteydenotto_sosiaalihuollosta_vastaavaan_viranomaiseen',
        values: known({
          asiakas: [
            known({
              ...person,
              huoltajuus: subject.guardians.map((guardian) => ({
                huoltaja: known({
                  ...names(guardian),
                  yhteystiedot:
                    guardian.phones.length === 0 ? undefined : { puhelinnumero: guardian.phones.join(', ') },
                }),
              })),
            }),
          ],
          yhteydenottaja: notifierOf(record.notifier, 'henkilo'),
          yhteydenoton_paivamaara: dated,
          asiasisalto: reasonsOf(NEEDS, record),
          kuvaus_tilanteesta_ja_huolesta: text,
          yhteydenotto_on_tehty_henkilon_suostumuksella: record.byConsent,
          lisatiedot: record.remarks,
        }),
      };
    case 'application':
      return applicationOf(told, dated);
    default:
      return kind satisfies never;
  }
}
