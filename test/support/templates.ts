import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { sointuApp } from '../../infra/app.ts';
import { parseSettings } from '../../infra/settings.ts';
import type { Module } from '../../shared/http/module.ts';

/** One resource of a template. `properties` are plain: what is only known when deployed stands there as a word. */
export type Resource = { stack: string; id: string; type: string; properties: Properties };
export type Properties = Record<string, unknown>;

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

const Joined = z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const Attribute = z.strictObject({ 'Fn::GetAtt': z.array(z.string()) });
const Reference = z.strictObject({ Ref: z.string() });
const Imported = z.strictObject({ 'Fn::ImportValue': z.string() });

const KNOWN: Record<string, string> = { 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'amazonaws.com' };

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const joined = Joined.safeParse(value).data?.['Fn::Join'];
  if (joined !== undefined) return joined[1].map(plain).join(joined[0]);
  const word =
    Attribute.safeParse(value).data?.['Fn::GetAtt'].join('.') ??
    Imported.safeParse(value).data?.['Fn::ImportValue'];
  if (word !== undefined) return word;
  const ref = Reference.safeParse(value).data?.Ref;
  if (ref !== undefined) return KNOWN[ref] ?? ref;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

const SETTINGS = {
  stage: 'test',
  production: false,
  account: '111111111111',
  region: 'eu-north-1',
  controllers: ['LOIMAA', 'KEUSOTE'].map((id) => ({
    id,
    callbackUrls: ['https://sointu.example.fi/signed-in'],
    logoutUrls: ['https://sointu.example.fi/'],
  })),
  staff: { allowedNetworks: ['192.0.2.0/24'] },
};

/** Synthesises the whole app, without bundles, and gives every resource of every stack. */
export function resourcesOf(changes: object = {}, register: readonly Module[] = modules): Resource[] {
  const folder = mkdtempSync(join(tmpdir(), 'sointu-templates-'));
  try {
    const code = join(folder, 'code');
    mkdirSync(code);
    writeFileSync(join(code, 'index.js'), '');
    const out = join(folder, 'out');
    const settings = parseSettings({ ...SETTINGS, ...changes });
    sointuApp({ settings, codeOf: () => Code.fromAsset(code) }, out, register).synth();
    return readdirSync(out)
      .filter((name) => name.endsWith('.template.json'))
      .flatMap((name) => {
        const { Resources } = Template.parse(JSON.parse(readFileSync(join(out, name), 'utf8')));
        const stack = name.replace('.template.json', '').replace(`sointu-${settings.stage}-`, '');
        return Object.entries(Resources).map(([id, { Type, Properties }]) => ({
          stack,
          id,
          type: Type,
          properties: z.record(z.string(), z.unknown()).parse(plain(Properties)),
        }));
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const one = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const Many = z.union([z.string(), z.array(z.string())]).transform(one);
const Statement = z.object({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: Many.default([]),
  Resource: Many.default([]),
  Principal: z.unknown().optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});
export type Statement = z.infer<typeof Statement>;
const Document = z.object({ Statement: z.array(Statement) });

/** The statements of a policy, whatever kind of resource it is part of. */
export function statementsOf({ properties }: Resource): Statement[] {
  const document = properties['PolicyDocument'] ?? properties['KeyPolicy'];
  return document === undefined ? [] : Document.parse(document).Statement;
}
