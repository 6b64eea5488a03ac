import type { JobRole } from '../../../shared/access/job-roles.ts';
import type { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import type { Duty } from './facts.ts';

type Posts = { count: number; post: string; role: JobRole; duty: Duty };
type UnitPlan = {
  name: string;
  serviceTask?: ServiceTask;
  /** Of 6 000 clients. */
  clients: number;
  /** How often a client is a child, and how often one of 65 years or more. */
  children: number;
  old: number;
  posts: readonly Posts[];
};

const posts = (count: number, post: string, role: JobRole, duty: Duty = 'casework'): Posts => ({
  count,
  post,
  role,
  duty,
});
const supervisor = (post: string): Posts => posts(1, post, 'broadResponsibility', 'supervision');

/** A small county of 60 workers. */
export const UNITS: readonly UnitPlan[] = [
  {
    name: 'Lapsiperheiden palvelut',
    serviceTask: 'families',
    clients: 1200,
    children: 0.6,
    old: 0,
    posts: [
      supervisor('Johtava sosiaalityöntekijä'),
      posts(4, 'Sosiaalityöntekijä', 'broadResponsibility'),
      posts(3, 'Sosiaaliohjaaja', 'arranging'),
    ],
  },
  {
    name: 'Lastensuojelun avohuolto',
    serviceTask: 'childWelfare',
    clients: 700,
    children: 0.95,
    old: 0,
    posts: [
      supervisor('Johtava sosiaalityöntekijä'),
      posts(5, 'Sosiaalityöntekijä', 'childsResponsibleWorker'),
      posts(3, 'Sosiaaliohjaaja', 'implementing'),
    ],
  },
  {
    name: 'Sijaishuolto',
    serviceTask: 'childWelfare',
    clients: 300,
    children: 0.95,
    old: 0,
    posts: [
      posts(4, 'Sosiaalityöntekijä', 'childsResponsibleWorker'),
      posts(2, 'Sosiaaliohjaaja', 'implementing'),
    ],
  },
  {
    name: 'Aikuissosiaalityö',
    serviceTask: 'workingAge',
    clients: 1300,
    children: 0,
    old: 0.02,
    posts: [
      supervisor('Johtava sosiaalityöntekijä'),
      posts(4, 'Sosiaalityöntekijä', 'broadResponsibility'),
      posts(4, 'Sosiaaliohjaaja', 'arranging'),
    ],
  },
  {
    name: 'Vammaispalvelut',
    serviceTask: 'disability',
    clients: 700,
    children: 0.25,
    old: 0.3,
    posts: [posts(3, 'Sosiaalityöntekijä', 'broadResponsibility'), posts(3, 'Palveluohjaaja', 'arranging')],
  },
  {
    name: 'Ikääntyneiden asiakasohjaus',
    serviceTask: 'older',
    clients: 1100,
    children: 0,
    old: 0.95,
    posts: [
      supervisor('Palveluesihenkilö'),
      posts(2, 'Sosiaalityöntekijä', 'broadResponsibility'),
      posts(5, 'Asiakasohjaaja', 'arranging'),
    ],
  },
  {
    name: 'Päihdepalvelut',
    serviceTask: 'substance',
    clients: 350,
    children: 0.02,
    old: 0.08,
    posts: [
      posts(1, 'Sosiaalityöntekijä', 'broadResponsibility'),
      posts(3, 'Sosiaaliohjaaja', 'implementing'),
    ],
  },
  {
    name: 'Perheoikeudelliset palvelut',
    serviceTask: 'familyLaw',
    clients: 350,
    children: 0.5,
    old: 0,
    posts: [posts(3, 'Lastenvalvoja', 'childWelfareSupervisor')],
  },
  {
    name: 'Palvelutarpeen arviointi',
    serviceTask: 'families',
    clients: 0,
    children: 0,
    old: 0,
    posts: [posts(4, 'Sosiaalityöntekijä', 'broadResponsibility', 'intake')],
  },
  {
    name: 'Hallinto',
    clients: 0,
    children: 0,
    old: 0,
    posts: [
      posts(1, 'Palvelusihteeri', 'administrative', 'invoicing'),
      posts(1, 'Asiakirjasihteeri', 'administrative', 'informationRequests'),
      posts(1, 'Tietosuojavastaava', 'dataProtectionOfficer', 'dataProtection'),
    ],
  },
];
