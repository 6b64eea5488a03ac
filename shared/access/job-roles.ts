import * as z from 'zod';

/**
 * Työtehtävä: the job role that decides which client data a worker may use at most, as decree 457/2024
 * divides them: public social welfare (10 § 1 mom.), private (10 § 2 mom.), health care (3 §), other
 * tasks (20 §). The last three are this system's own: they see no client data by themselves.
 */
export const JobRole = z
  .enum([
    'broadResponsibility',
    'childsResponsibleWorker',
    'arranging',
    'childWelfareSupervisor',
    'implementing',
    'administrative',
    'privateArranging',
    'privateImplementing',
    'privateAdministrative',
    'healthBroad',
    'healthLimited',
    'student',
    'ict',
    'archive',
    'management',
    'mainUser',
    'supervisor',
    'dataProtectionOfficer',
  ])
  .meta({ id: 'JobRole' });
export type JobRole = z.infer<typeof JobRole>;

type JobRoleDefinition = {
  fi: string;
  sv: string;
  en: string;
  /** Where the role's rights are said; for our own roles, where its other duty is said. */
  provision: string;
  /** Names that no reader of the language has checked. */
  unreviewed: readonly ('sv' | 'en')[];
};

const role = (fi: string, sv: string, en: string, provision: string): JobRoleDefinition => ({
  fi,
  sv,
  en,
  provision,
  unreviewed: ['sv', 'en'],
});

export const JOB_ROLES: Readonly<Record<JobRole, JobRoleDefinition>> = {
  broadResponsibility: role(
    'Laaja asiakasvastuu',
    'Omfattande klientansvar',
    'Broad client responsibility',
    '457/2024 12 § 1 mom.',
  ),
  childsResponsibleWorker: role(
    'Lapsen asioista vastaava sosiaalityöntekijä tai lastensuojelun johtava viranhaltija',
    'Socialarbetare som ansvarar för barnets angelägenheter eller ledande tjänsteinnehavare inom barnskyddet',
    "The child's responsible social worker or a leading child welfare official",
    '457/2024 12 § 2 mom.',
  ),
  arranging: role(
    'Sosiaalipalvelun järjestäminen',
    'Ordnande av socialservice',
    'Arranging a social service',
    '457/2024 13 §',
  ),
  childWelfareSupervisor: role(
    'Lastenvalvoja',
    'Barnatillsyningsman',
    'Child welfare supervisor',
    '457/2024 14 §',
  ),
  implementing: role(
    'Sosiaalipalvelun toteutus',
    'Genomförande av socialservice',
    'Implementing a social service',
    '457/2024 15 §',
  ),
  administrative: role(
    'Sosiaalihuollon hallinnollinen tehtävä',
    'Administrativ uppgift inom socialvården',
    'Administrative task of social welfare',
    '457/2024 17 §',
  ),
  privateArranging: role(
    'Sosiaalipalvelun järjestäminen yksityisessä sosiaalihuollossa',
    'Ordnande av socialservice inom den privata socialvården',
    'Arranging a service in private social welfare',
    '457/2024 16 § 1 mom.',
  ),
  privateImplementing: role(
    'Sosiaalipalvelun toteutus yksityisessä sosiaalihuollossa',
    'Genomförande av socialservice inom den privata socialvården',
    'Implementing a service in private social welfare',
    '457/2024 16 § 2 mom.',
  ),
  privateAdministrative: role(
    'Hallinnollinen tehtävä yksityisessä sosiaalihuollossa',
    'Administrativ uppgift inom den privata socialvården',
    'Administrative task of private social welfare',
    '457/2024 17 §',
  ),
  healthBroad: role(
    'Laaja-alainen terveyspalvelun järjestäminen ja toteuttaminen',
    'Omfattande ordnande och genomförande av hälsotjänster',
    'Broad task of health care',
    '457/2024 18 § 1 mom.',
  ),
  healthLimited: role(
    'Rajattu terveyspalvelun toteuttaminen',
    'Begränsat genomförande av hälsotjänster',
    'Limited task of health care',
    '457/2024 18 § 2 mom.',
  ),
  student: role('Opiskelija', 'Studerande', 'Student', '457/2024 21 §'),
  ict: role(
    'ICT-tekninen henkilöstö ja sovellustuki',
    'IKT-teknisk personal och applikationsstöd',
    'ICT staff and application support',
    '457/2024 22 §',
  ),
  archive: role(
    'Arkistotoimi ja asiakirjahallinto',
    'Arkivväsende och dokumenthantering',
    'Archives and records management',
    '457/2024 23 §',
  ),
  management: role(
    'Sosiaali- ja terveyspalveluiden johtaminen',
    'Ledning av social- och hälsotjänster',
    'Management of social and health services',
    '457/2024 24 §',
  ),
  mainUser: role('Pääkäyttäjä', 'Huvudanvändare', 'Main user', '703/2023 9 §'),
  supervisor: role('Esihenkilö', 'Chef', 'Supervisor', '703/2023 9 §'),
  dataProtectionOfficer: role(
    'Tietosuojavastaava',
    'Dataskyddsombud',
    'Data protection officer',
    '(EU) 2016/679 art. 37–39',
  ),
};
