import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ControllerId } from '../kernel/id.ts';
import type { Tables } from '../services.ts';
import type { CredentialsOf } from './credentials.ts';
import { tableClient } from './table-client.ts';

/** One client a controller; one for all where credentials are not bound to controllers. */
const ALL = '';

export type TableNames = Pick<Tables, 'records' | 'keys' | 'trail'>;

/** The three tables, reached within the time a caller still waits. */
export function awsTables(names: TableNames, credentialsOf: CredentialsOf | undefined): Tables {
  const clients = new Map<string, DynamoDBDocumentClient>();
  return {
    ...names,
    clientOf(controller: ControllerId) {
      const name = credentialsOf === undefined ? ALL : controller;
      const known = clients.get(name);
      if (known !== undefined) return known;
      const client = tableClient({
        maxAttempts: 3,
        requestHandler: { connectionTimeout: 1000, requestTimeout: 4000 },
        ...(credentialsOf === undefined ? {} : { credentials: credentialsOf(controller) }),
      });
      clients.set(name, client);
      return client;
    },
  };
}
