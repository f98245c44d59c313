import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Keys derived from SECRET_KEY, one for each purpose, so that none can stand in for another. */
export interface Secrets {
  /** Signs the cookie that names a candidate's bookings. */
  cookieKey: string;
  /** better-auth's own secret. */
  authKey: string;
  /** Signs words that travel through a browser and come back. */
  sign(words: string): string;
  /** The words that {@link Secrets.sign} signed; null when they were touched. */
  verify(signed: string): string | null;
  /** Encrypts a credential for storage (AES-256-GCM). */
  seal(plain: string): Buffer;
  /** Decrypts what {@link Secrets.seal} made; null when it was tampered with or sealed under another SECRET_KEY. */
  open(sealed: Buffer): string | null;
}

/** @param secretKey at least 32 random characters */
export function deriveSecrets(secretKey: string): Secrets {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32));
  const sealKey = derive('seal');
  const signKey = derive('sign');
  const signatureOf = (words: string) => createHmac('sha256', signKey).update(words).digest();
  return {
    cookieKey: derive('cookie').toString('base64url'),
    authKey: derive('auth').toString('base64url'),
    sign: (words) =>
      `${Buffer.from(words).toString('base64url')}.${signatureOf(words).toString('base64url')}`,
    verify(signed) {
      const [body = '', signature = ''] = signed.split('.');
      const words = Buffer.from(body, 'base64url').toString();
      const [given, expected] = [Buffer.from(signature, 'base64url'), signatureOf(words)];
      return given.length === expected.length && timingSafeEqual(given, expected) ? words : null;
    },
    seal(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, 12), {
          authTagLength: 16,
        });
        decipher.setAuthTag(sealed.subarray(12, 28));
        return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** A token of 256 random bits for a link, and the hash that is kept of it. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
