import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { sointuApp } from '../../infra/app.ts';
import { parseSettings } from '../../infra/settings.ts';
import type { Module } from '../../shared/http/module.ts';
import { projectRoot } from './source-files.ts';

/** One resource of a template. `properties` are plain: what is only known when deployed stands there as a word. */
export type Resource = {
  stack: string;
  id: string;
  type: string;
  properties: Properties;
  /** Stays when its stack is taken down. */
  retained: boolean;
};
export type Properties = Record<string, unknown>;

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      DeletionPolicy: z.string().optional(),
    }),
  ),
  Outputs: z.record(z.string(), z.unknown()).default({}),
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

const Kept = z.array(
  z.object({
    stack: z.string(),
    id: z.string(),
    type: z.string(),
    properties: z.record(z.string(), z.unknown()),
    retained: z.boolean(),
  }),
);

/**
 * Every resource of every stack, synthesised without bundles. What several test files ask for is synthesised once
 * in a run, unless it is about a register of modules of the test's own.
 */
export function resourcesOf(changes: object = {}, register: readonly Module[] = modules): Resource[] {
  const shared = process.env['SOINTU_TEMPLATES'];
  if (shared === undefined || register !== modules) return synthesise(changes, register);
  const name = createHash('sha256').update(JSON.stringify(changes)).digest('hex');
  const file = join(shared, `${name}.json`);
  if (existsSync(file)) return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  const resources = synthesise(changes, register);
  const half = `${file}.${threadId}`;
  writeFileSync(half, JSON.stringify(resources));
  renameSync(half, file);
  return resources;
}

const synthesise = (changes: object, register: readonly Module[]): Resource[] =>
  templatesOf(changes, register).flatMap(({ resources }) => resources);

/** The template of one stack as it is handed to CloudFormation, in so many bytes. */
export type Synthesised = { stack: string; bytes: number; outputs: number; resources: Resource[] };

export function templatesOf(changes: object, register: readonly Module[]): Synthesised[] {
  const folder = mkdtempSync(join(tmpdir(), 'sointu-synthesis-'));
  try {
    const code = join(folder, 'code');
    mkdirSync(code);
    writeFileSync(join(code, 'index.js'), '');
    const out = join(folder, 'out');
    const settings = parseSettings({ ...SETTINGS, ...changes });
    sointuApp({ settings, codeOf: () => Code.fromAsset(code) }, out, register).synth();
    return readdirSync(out)
      .filter((name) => name.endsWith('.template.json'))
      .map((name) => {
        const text = readFileSync(join(out, name), 'utf8');
        const { Resources, Outputs } = Template.parse(JSON.parse(text));
        const stack = name.replace('.template.json', '').replace(`sointu-${settings.stage}-`, '');
        const resources = Object.entries(Resources).map(([id, { Type, Properties, DeletionPolicy }]) => ({
          stack,
          id,
          type: Type,
          retained: DeletionPolicy === 'Retain',
          properties: z.record(z.string(), z.unknown()).parse(plain(Properties)),
        }));
        return { stack, bytes: Buffer.byteLength(text), outputs: Object.keys(Outputs).length, resources };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const ofType = (resources: readonly Resource[], type: string): Resource[] =>
  resources.filter((one) => one.type === type);

/** The one resource of the type whose id begins so. */
export function onlyOne(resources: readonly Resource[], type: string, idBegins: string): Resource {
  const [found, ...others] = ofType(resources, type).filter(({ id }) => id.startsWith(idBegins));
  if (found === undefined || others.length > 0) throw new Error(`There is not one ${type} ${idBegins}.`);
  return found;
}

const one = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const Many = z.union([z.string(), z.array(z.string())]).transform(one);
const Statement = z.object({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: Many.default([]),
  Resource: Many.default([]),
  NotResource: z.string().optional(),
  Principal: z.unknown().optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});
export type Statement = z.infer<typeof Statement>;
const Document = z.object({ Statement: z.array(Statement) });

const Inline = z.array(z.object({ PolicyDocument: Document }));

/** The statements of a policy, whatever kind of resource it is or is part of. */
export function statementsOf({ properties }: Resource): Statement[] {
  const document = properties['PolicyDocument'] ?? properties['KeyPolicy'];
  const inline = Inline.safeParse(properties['Policies']).data ?? [];
  return [
    ...(document === undefined ? [] : Document.parse(document).Statement),
    ...inline.flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
  ];
}

/** The example that operators start from: production, a network of its own, a second account for the evidence. */
export const productionExample = (): object =>
  z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(projectRoot, 'docs/deployment-settings.example.json'), 'utf8')));
