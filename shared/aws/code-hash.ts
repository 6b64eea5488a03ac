import { get } from 'node:https';
import { STSClient } from '@aws-sdk/client-sts';
import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod';

const Configuration = z.looseObject({ CodeSha256: z.string() });
const PATIENCE_MS = 5000;
const BYTES = 256 * 1024;

const sts = new STSClient({});

/**
 * The hash of a function's code, as Lambda tells it. One question to one address: the client of a whole service would be
 * the larger part of this function. What signs is that of the SDK, with the credentials that the SDK has.
 */
export async function codeHashOf(functionName: string): Promise<string> {
  const { credentials, sha256 } = sts.config;
  const region = await sts.config.region();
  const signer = new SignatureV4({ service: 'lambda', region, credentials, sha256 });
  const hostname = `lambda.${region}.${region.startsWith('eusc-') ? 'amazonaws.eu' : 'amazonaws.com'}`;
  const { path, headers } = await signer.sign({
    method: 'GET',
    protocol: 'https:',
    hostname,
    path: `/2015-03-31/functions/${functionName}/configuration`,
    headers: { host: hostname },
    query: {},
  });
  return Configuration.parse(JSON.parse(await textOf(`https://${hostname}${path}`, headers))).CodeSha256;
}

function textOf(url: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, timeout: PATIENCE_MS }, (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > BYTES) request.destroy(new Error('Too long an answer.'));
        else parts.push(part);
      });
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(parts).toString('utf8'))
          : reject(new Error(`Lambda answered ${response.statusCode}.`)),
      );
    });
    request.on('timeout', () => request.destroy(new Error('Lambda did not answer in time.')));
    request.on('error', reject);
  });
}
