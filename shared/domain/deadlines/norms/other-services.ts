import { from, type Norms, rule } from '../rule.ts';

/** Times of other acts: school social work, family carers, refugees, rehabilitative work, reports to courts. */
export const OTHER_SERVICES = {
  schoolSocialWorker: [
    rule({
      name: {
        fi: 'Koulukuraattorin keskustelu',
        sv: 'Samtal med kurator',
        en: 'Talk with the school social worker',
      },
      statute: '1287/2013 § 15',
      count: { unit: 'workingDays', count: 7 },
      starts: 'the pupil asks for it',
      ends: 'the talk is held',
      startedBy: 'record',
      note: 'The law counts working days of the school: its holidays are not known here, so the day is the earliest it can be.',
    }),
  ],
  schoolSocialWorkerUrgent: [
    rule({
      name: {
        fi: 'Koulukuraattorin kiireellinen keskustelu',
        sv: 'Brådskande samtal med kurator',
        en: 'Urgent talk with the school social worker',
      },
      statute: '1287/2013 § 15',
      count: { unit: 'workingDays', count: 1 },
      starts: 'the pupil asks for it',
      ends: 'the talk is held, on the same or the next working day',
      startedBy: 'record',
      note: 'The law counts working days of the school: its holidays are not known here, so the day is the earliest it can be.',
    }),
  ],
  carerContractEndedByController: [
    rule({
      name: {
        fi: 'Omaishoitosopimuksen irtisanominen, hyvinvointialue',
        sv: 'Uppsägning av avtalet om närståendevård, välfärdsområdet',
        en: "Family carer's contract ended by the county",
      },
      statute: '937/2005 § 9',
      purpose: 'limit',
      count: { unit: 'months', count: 2, moves: false },
      starts: 'notice is given',
      ends: 'the contract ends',
      startedBy: 'record',
    }),
  ],
  carerContractEndedByCarer: [
    rule({
      name: {
        fi: 'Omaishoitosopimuksen irtisanominen, hoitaja',
        sv: 'Uppsägning av avtalet om närståendevård, vårdaren',
        en: "Family carer's contract ended by the carer",
      },
      statute: '937/2005 § 9',
      purpose: 'limit',
      count: { unit: 'months', count: 1, moves: false },
      starts: 'notice is given',
      ends: 'the contract ends',
      startedBy: 'record',
    }),
  ],
  carerPaymentStops: [
    rule({
      name: {
        fi: 'Hoitopalkkion maksun keskeytyminen',
        sv: 'Betalningen av vårdarvodet avbryts',
        en: "Payment of the carer's fee stops",
      },
      statute: '937/2005 § 9',
      purpose: 'limit',
      count: { unit: 'months', count: 1, moves: false },
      starts: 'the care is interrupted',
      ends: 'the care goes on, or payment stops',
      startedBy: 'record',
    }),
  ],
  refugeeRefund: [
    rule({
      name: {
        fi: 'Valtion korvauksen hakeminen pakolaisesta',
        sv: 'Ansökan om statlig ersättning för flykting',
        en: "Refund from the State for a refugee's services",
      },
      statute: '681/2023 § 70',
      validity: from('2025-01-01'),
      purpose: 'limit',
      count: { unit: 'calendarYears', count: 2 },
      starts: 'the cost arises',
      ends: 'the refund is applied for',
      startedBy: 'record',
    }),
  ],
  workPlanReview: [
    rule({
      name: {
        fi: 'Aktivointisuunnitelman tarkistaminen',
        sv: 'Översyn av aktiveringsplanen',
        en: 'Review of the plan of rehabilitative work',
      },
      statute: '189/2001',
      count: { unit: 'months', count: 3, moves: false },
      starts: 'the plan is made or reviewed',
      ends: 'the plan is reviewed, by the employment authority',
      startedBy: 'record',
      repeats: true,
    }),
  ],
  custodyReport: [
    rule({
      name: {
        fi: 'Selvitys tuomioistuimelle lapsen huollosta ja tapaamisoikeudesta',
        sv: 'Utredning till domstolen om vårdnad om barn och umgängesrätt',
        en: 'Report to a court on custody and access',
      },
      statute: '361/1983 § 16',
      count: { unit: 'setDay' },
      starts: 'the request of the court arrives',
      ends: 'the report is sent to the court, or needed no more',
      note: 'The day is the court’s own: the statute names none.',
    }),
  ],
} as const satisfies Norms;
