import { CompactEncrypt, calculateJwkThumbprint, importJWK, type JWK } from 'jose';

/**
 * Seals a text for who holds the private key alone, as a JWE that any tool of RFC 7516 opens: ECDH-ES with X25519, or
 * RSA-OAEP-256, and AES-256-GCM. We cannot open it either. Read on first use.
 */
export async function sealForRecipient(
  key: JWK,
  text: string,
  contentType: string,
): Promise<{ sealed: string; keyThumbprint: string }> {
  const alg = key.kty === 'RSA' ? 'RSA-OAEP-256' : 'ECDH-ES';
  const keyThumbprint = await calculateJwkThumbprint(key);
  const sealed = await new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg, enc: 'A256GCM', kid: keyThumbprint, cty: contentType })
    .encrypt(await importJWK(key, alg));
  return { sealed, keyThumbprint };
}
