import * as z from 'zod';

/**
 * A value that a schema's outer form lets through: what must be there, as short as it may be. A rule that the
 * form can't say (a refinement) is not followed: a route with such a body gives an `example`.
 */
export function sampleOf(schema: z.ZodType): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const root = JsonSchema.parse(json);
  return valueOf(root, root.$defs ?? {});
}

const JsonSchema = z.looseObject({
  get $defs() {
    return z.record(z.string(), JsonSchema).optional();
  },
  $ref: z.string().optional(),
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  get anyOf() {
    return z.array(JsonSchema).optional();
  },
  get oneOf() {
    return z.array(JsonSchema).optional();
  },
  get allOf() {
    return z.array(JsonSchema).optional();
  },
  get properties() {
    return z.record(z.string(), JsonSchema).optional();
  },
  required: z.array(z.string()).optional(),
  get items() {
    return JsonSchema.optional();
  },
  minItems: z.number().optional(),
  minimum: z.number().optional(),
  minLength: z.number().optional(),
  pattern: z.string().optional(),
  examples: z.array(z.unknown()).optional(),
});
type JsonSchema = z.infer<typeof JsonSchema>;

/** One of them fits every pattern there is in the schemas so far. */
const TEXTS = [
  '01KBN4PZ00000000000000000A',
  '2026-11-24',
  '2026-11-24T10:00:00.000Z',
  'Keksitty',
  'fi',
  'FI',
  '430',
  '1',
  '32200',
  'testi@example.fi',
  '+358 40 000 0000',
  '010190-900P',
  'KEUSOTE',
];

function valueOf(schema: JsonSchema, defs: Record<string, JsonSchema>): unknown {
  if (schema.$ref !== undefined) return valueOf(defs[schema.$ref.split('/').at(-1) ?? ''] ?? {}, defs);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.examples !== undefined) return schema.examples[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return valueOf(choice, defs);
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((part) => valueOf(part, defs)));
  switch (schema.type ?? 'any') {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, valueOf(schema.properties?.[name] ?? {}, defs)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}, defs));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return false;
    case 'string':
      return textOf(schema);
    default:
      return {};
  }
}

function textOf({ pattern, minLength = 1 }: JsonSchema): string {
  if (pattern !== undefined) {
    const fitting = new RegExp(pattern, 'u');
    return TEXTS.find((text) => fitting.test(text)) ?? '';
  }
  return 'Keksitty'.padEnd(minLength, 'x');
}
