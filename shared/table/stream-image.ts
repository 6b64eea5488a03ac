import type { AttributeValue } from 'aws-lambda';

/** One attribute as a stream carries it. Bytes come as base64, numbers as text. */
function valueOf(attribute: AttributeValue): unknown {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  if (attribute.B !== undefined) return Buffer.from(attribute.B, 'base64');
  if (attribute.L !== undefined) return attribute.L.map(valueOf);
  if (attribute.M !== undefined) return plainImage(attribute.M);
  throw new Error('The stream carries an attribute of a kind that no item of ours has.');
}

/** The image of an item in a stream record, as the document client would have given it. */
export function plainImage(image: Record<string, AttributeValue>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(image).map(([name, attribute]) => [name, valueOf(attribute)]));
}
