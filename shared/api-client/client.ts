import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './paths.ts';

/** What a front end calls: every path of the API with its parameters, body, answer and refusals as types. */
export type SointuClient = Client<SointuPaths>;

/** The shapes of bodies and answers, by their names in the reference: `Schemas['OpenedFile']`. */
export type Schemas = components['schemas'];

/** A refusal or a fault. Each call narrows `code` to the codes it can meet. */
export type Problem = Schemas['Problem'];

export type SointuClientSettings = {
  /** Where the API answers, without `/v1`. */
  baseUrl: string;
  /** The access token, or what gives one: a token lives for minutes, so it is asked for before each request. */
  token: string | (() => string | Promise<string>);
  /** The language of the sentences in problems; Finnish when not given. */
  language?: 'fi' | 'sv' | 'en';
  /** Another way to send a request than the global `fetch`: one that counts, repeats, or stays in the process. */
  fetch?: (request: Request) => Promise<Response>;
};

/**
 * A client of the API over `fetch`, in a browser or in Node. It signs every request and gives each creating one
 * an Idempotency-Key. A form that may be sent twice makes its own key when it opens and gives it with each try:
 * two keys are two clients. If-Match is the caller's to give (`seen`): only the caller knows what the user saw.
 */
export function createSointuClient({ baseUrl, token, language, fetch }: SointuClientSettings): SointuClient {
  const client = createClient<SointuPaths>({ baseUrl, ...(fetch === undefined ? {} : { fetch }) });
  client.use({
    async onRequest({ request }) {
      const { headers } = request;
      headers.set('authorization', `Bearer ${typeof token === 'string' ? token : await token()}`);
      if (language !== undefined) headers.set('accept-language', language);
      if (request.method === 'POST' && !headers.has('idempotency-key')) {
        headers.set('idempotency-key', crypto.randomUUID());
      }
      return request;
    },
  });
  return client;
}

/** The header by which a changing request says which version the user saw. */
export const seen = (version: number): { 'if-match': string } => ({ 'if-match': `"${version}"` });

/** The version of what was answered, from its ETag; of a 412 the version that stands now. */
export function versionOf(response: Response): number | undefined {
  const version = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1];
  return version === undefined ? undefined : Number(version);
}

/** The paths of the reference, but that the key of a creating request may be left to the client. */
type SointuPaths = {
  [Path in keyof paths]: { [Method in keyof paths[Path]]: KeyLeftOut<paths[Path][Method]> };
};

type KeyLeftOut<Operation> = Operation extends {
  parameters: { header: infer Header extends { 'idempotency-key': unknown } };
}
  ? Omit<Operation, 'parameters'> & {
      parameters: Omit<Operation['parameters'], 'header'> & { header?: Partial<Header> };
    }
  : Operation;
