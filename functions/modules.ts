import type { Module } from '../shared/http/module.ts';
import { accessLog } from './access-log/module.ts';
import { accessRights } from './access-rights/module.ts';
import { appointments } from './appointments/module.ts';
import { assessments } from './assessments/module.ts';
import { attachments } from './attachments/module.ts';
import { caseNotes } from './case-notes/module.ts';
import { cases } from './cases/module.ts';
import { clientFile } from './client-file/module.ts';
import { clients } from './clients/module.ts';
import { controllers } from './controllers/module.ts';
import { dataSubjectRequests } from './data-subject-requests/module.ts';
import { deadlines } from './deadlines/module.ts';
import { decisions } from './decisions/module.ts';
import { disclosures } from './disclosures/module.ts';
import { documents } from './documents/module.ts';
import { intake } from './intake/module.ts';
import { logRequests } from './log-requests/module.ts';
import { notices } from './notices/module.ts';
import { ownLog } from './own-log/module.ts';
import { papers } from './papers/module.ts';
import { plans } from './plans/module.ts';
import { prints } from './prints/module.ts';
import { privacyNotices } from './privacy-notices/module.ts';
import { providers } from './providers/module.ts';
import { retention } from './retention/module.ts';
import { search } from './search/module.ts';
import { services } from './services/module.ts';
import { statistics } from './statistics/module.ts';
import { tasks } from './tasks/module.ts';

/** Every module there is. CDK, the local server, OpenAPI and the tests read this and nothing else. */
export const modules: readonly Module[] = [
  accessLog,
  accessRights,
  appointments,
  assessments,
  attachments,
  caseNotes,
  cases,
  clientFile,
  clients,
  controllers,
  dataSubjectRequests,
  deadlines,
  disclosures,
  documents,
  intake,
  logRequests,
  notices,
  ownLog,
  papers,
  plans,
  prints,
  decisions,
  privacyNotices,
  providers,
  retention,
  search,
  services,
  statistics,
  tasks,
];
