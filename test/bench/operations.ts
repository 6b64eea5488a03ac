import { write } from '../support/case-notes.ts';
import { personBody } from '../support/people.ts';
import { CASE_READING, CASE_WRITING } from './case-work.ts';
import type { Operation } from './operation.ts';
import { draftOf, entryOf, expectStatus, newRelatedClient, nextCode, person } from './stage.ts';

/** The rows of the floor, each as the request that a front end sends. */
export const OPERATIONS = {
  ...CASE_READING,
  createClient: {
    title: 'create client',
    async prepare({ world, worker }) {
      return {
        run: async () =>
          expectStatus(
            await worker.call('POST', '/v1/clients', { body: personBody(world, person(nextCode())) }),
            201,
          ),
      };
    },
  },
  openFile: {
    title: 'open file, 20 notes',
    async prepare({ worker, clientId }) {
      return { run: async () => expectStatus(await worker.call('GET', `/v1/clients/${clientId}`), 200) };
    },
  },
  appendNote: {
    title: 'append note',
    async prepare({ worker, clientId, caseId }) {
      return { run: async () => expectStatus(await write(worker, clientId, entryOf(caseId)), 201) };
    },
  },
  finaliseDocument: {
    title: 'finalise document',
    async prepare({ worker, clientId, caseId }) {
      let draft = '';
      return {
        async ready() {
          const body = { clientId, entry: draftOf(caseId) };
          const begun = await worker.call('POST', '/v1/case-notes/drafts', { body });
          draft = String(expectStatus(begun, 201).json['draftId']);
        },
        run: async () =>
          expectStatus(
            await worker.call('POST', `/v1/case-notes/clients/${clientId}/drafts/${draft}/finalise`, {
              body: { draftVersion: 1 },
            }),
            201,
          ),
      };
    },
  },
  searchByCode: {
    title: 'search by identity code',
    async prepare({ worker, code, clientId }) {
      return {
        async run() {
          const body = { personalIdentityCode: code };
          const told = await worker.call('POST', '/v1/clients/search', { body });
          if (!told.body?.includes(clientId)) throw new Error('The client was not found.');
          return told;
        },
      };
    },
  },
  worklist: {
    title: 'worklist page, 25 rows',
    async prepare({ world }) {
      const worker = await world.worker('broadResponsibility');
      for (let count = 0; count < 25; count += 1) await newRelatedClient(world, worker);
      await world.drained();
      return {
        async run() {
          const told = await worker.call('GET', '/v1/cases/worklist/clients?limit=25');
          if (told.json['clients']?.['length'] !== 25) throw new Error('The page is not whole.');
          return told;
        },
      };
    },
  },
  clientsLog: {
    title: "client's log page, 25 lines",
    async prepare({ world, clientId }) {
      const officer = await world.worker('dataProtectionOfficer', {
        unitIds: [],
        specialRights: ['readAccessLog'],
      });
      return {
        run: async () => expectStatus(await officer.call('GET', `/v1/access-log/clients/${clientId}`), 200),
      };
    },
  },
  ...CASE_WRITING,
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;
