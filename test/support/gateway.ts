import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { modules } from '../../functions/modules.ts';
import { lambdaContext } from '../../infra/local/gateway-event.ts';
import { moduleHandler } from '../../shared/http/module-handler.ts';
import type { Worker, World } from './world.ts';

export type Raw = {
  method?: string;
  path: string;
  query?: Record<string, string[]>;
  headers?: Record<string, string>;
  body?: string;
  base64?: boolean;
};

/** A request as the gateway hands it to the function: nothing is tidied on the way. */
export async function throughGateway(world: World, worker: Worker, raw: Raw): Promise<APIGatewayProxyResult> {
  const { method = 'GET', path, query, headers = {}, body, base64 = false } = raw;
  const module = modules.find(({ name }) => path.startsWith(`/v1/${name}`)) ?? modules[0];
  if (module === undefined) throw new Error('There are no modules.');
  const token = await world.tokenFor({ userId: worker.userId, controller: worker.controller });
  const event: Partial<APIGatewayProxyEvent> = {
    path,
    httpMethod: method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `attack-${world.clock.now()}`.replaceAll(/[^\w-]/g, '-'),
      ...headers,
    },
    multiValueQueryStringParameters: query ?? null,
    body: body ?? null,
    isBase64Encoded: base64,
  };
  const whole = {
    ...event,
    requestContext: { requestId: 'gateway-id', identity: { sourceIp: '127.0.0.1' } },
  } as APIGatewayProxyEvent;
  world.clock.advance(1);
  const door = moduleHandler(module, () => world.services, { allowedOrigins: ['https://front.example.fi'] });
  return door(whole, lambdaContext('gateway-id', module.name));
}
