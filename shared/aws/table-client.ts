import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * A client of the tables that keeps no log of its own. The SDK's would copy each input and output for a logger that
 * drops them: half a millisecond of processor for an opened file, and of client data what no log may hold.
 */
export function tableClient(config: DynamoDBClientConfig): DynamoDBDocumentClient {
  const client = new DynamoDBClient(config);
  client.middlewareStack.remove('loggerMiddleware');
  return DynamoDBDocumentClient.from(client);
}
