import * as v from 'valibot';
import { type Lock, type Sealed, sealedSchema } from './schema';

/**
 * A PIN keeps a curious look out, not somebody who copies the disk and tries all of them: four
 * digits are ten thousand guesses. The rounds make each of them slow. (OWASP, PBKDF2 with SHA-256.)
 */
const rounds = 600_000;
const checkWord = 'hipline';

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function deriveKey(pin: string, salt: Uint8Array<ArrayBuffer>, times: number) {
  const secret = new TextEncoder().encode(pin.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Seals a value that JSON can carry. */
export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** Opens what was sealed; undefined where the key is another one or a byte was changed. */
export async function unseal(key: CryptoKey, sealed: unknown): Promise<unknown> {
  const parsed = v.safeParse(sealedSchema, sealed);
  if (!parsed.success) return undefined;
  try {
    const { iv, data } = parsed.output;
    const algorithm = { name: 'AES-GCM', iv: fromBase64(iv) };
    const plain = await crypto.subtle.decrypt(algorithm, key, fromBase64(data));
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    // Another key, or damaged: AES-GCM tells no more than that.
    return undefined;
  }
}

/** A new lock for a PIN, and its key, which never leaves this page. */
export async function createLock(pin: string): Promise<{ lock: Lock; key: CryptoKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await deriveKey(pin, salt, rounds);
  return { lock: { salt: toBase64(salt), rounds, check: await seal(key, checkWord) }, key };
}

/** The key of a lock; undefined where the PIN is wrong. */
export async function openLock(lock: Lock, pin: string): Promise<CryptoKey | undefined> {
  const key = await deriveKey(pin, fromBase64(lock.salt), lock.rounds);
  return (await unseal(key, lock.check)) === checkWord ? key : undefined;
}
