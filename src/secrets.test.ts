import { describe, expect, it, test } from 'vitest';
import { deriveSecrets, hashToken, newToken } from './secrets.ts';

const secrets = deriveSecrets('kW3nHcYvX7q0uT4rS9bE2mZ6pA8dJ1fL');
const others = deriveSecrets('kW3nHcYvX7q0uT4rS9bE2mZ6pA8dJ1fM');

describe('a sealed credential', () => {
  it.each(['cal_live_0123456789', '', 'Schlüssel 🔑', 'x'.repeat(10_000)])(
    'opens to what it was',
    (plain) => {
      expect(secrets.open(secrets.seal(plain))).toBe(plain);
    },
  );

  it('opens in another process with the same key', () => {
    const again = deriveSecrets('kW3nHcYvX7q0uT4rS9bE2mZ6pA8dJ1fL');
    expect(again.open(secrets.seal('cal_live_0123456789'))).toBe('cal_live_0123456789');
  });

  it('does not show what is in it, nor that two hold the same', () => {
    const [one, two] = [secrets.seal('cal_live_0123456789'), secrets.seal('cal_live_0123456789')];
    expect(one.includes('cal_live')).toBe(false);
    expect(one.equals(two)).toBe(false);
  });

  it('does not open with another key', () => {
    expect(others.open(secrets.seal('cal_live_0123456789'))).toBeNull();
  });

  it('does not open when a bit of it was changed, wherever', () => {
    const sealed = secrets.seal('cal_live_0123456789');
    for (let at = 0; at < sealed.length; at++) {
      const tampered = Buffer.from(sealed);
      tampered[at] = (tampered[at] ?? 0) ^ 1;
      expect(secrets.open(tampered), `byte ${at}`).toBeNull();
    }
  });

  it('does not open when it was cut or added to, wherever', () => {
    const sealed = secrets.seal('cal_live_0123456789');
    for (let length = 0; length < sealed.length; length++) {
      expect(secrets.open(sealed.subarray(0, length)), `${length} bytes`).toBeNull();
    }
    expect(secrets.open(Buffer.concat([sealed, Buffer.from([0])]))).toBeNull();
  });

  it('does not open with a shortened tag, which would be easier to guess', () => {
    const empty = secrets.seal('');
    for (const tag of [4, 8, 12, 13, 14, 15]) expect(secrets.open(empty.subarray(0, 12 + tag))).toBeNull();
  });
});

test('each purpose has a key of its own, and another secret gives others', () => {
  const keys = [secrets.cookieKey, secrets.authKey, others.cookieKey, others.authKey];
  expect(new Set(keys).size).toBe(4);
  for (const key of keys) expect(Buffer.from(key, 'base64url')).toHaveLength(32);
});

test('a link’s token has 256 random bits and is known again by its hash', () => {
  const tokens = Array.from({ length: 100 }, newToken);
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(100);
  for (const { token, hash } of tokens) {
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(hashToken(token).equals(hash)).toBe(true);
    expect(hash).toHaveLength(32);
    expect(hash.includes(token)).toBe(false);
  }
});
