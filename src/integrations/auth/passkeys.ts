import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { PasskeyCeremonies } from './port.ts';

const NAME = '508.dev Interview Service';
/** EdDSA, ES256, RS256: what every authenticator has one of. */
const ALGORITHMS = [-8, -7, -257];

/** WebAuthn by SimpleWebAuthn, for this site alone. */
export function passkeyCeremonies(publicUrl: URL): PasskeyCeremonies {
  const rpID = publicUrl.hostname;
  const expected = { expectedOrigin: publicUrl.origin, expectedRPID: rpID, requireUserVerification: true };
  return {
    async creation({ id, name, email }, existing) {
      const options = await generateRegistrationOptions({
        rpName: NAME,
        rpID,
        userID: new TextEncoder().encode(id),
        userName: email,
        userDisplayName: name,
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: existing.map((credentialId) => ({ id: credentialId })),
        // Kept by the device itself, so that nobody has to say who they are; opened by its owner only.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { options, challenge: options.challenge };
    },

    async created(response, expectedChallenge) {
      const parsed = z.looseObject({ response: z.looseObject({}) }).safeParse(response);
      if (!parsed.success) return null;
      const given = response as RegistrationResponseJSON;
      const { verified, registrationInfo } = await orFalse(
        verifyRegistrationResponse({
          response: given,
          expectedChallenge,
          supportedAlgorithmIDs: ALGORITHMS,
          ...expected,
        }),
      );
      if (!verified || !registrationInfo) return null;
      const { id, publicKey, counter, transports } = registrationInfo.credential;
      return { credentialId: id, publicKey, counter, transports: transports ?? [] };
    },

    async request() {
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
      return { options, challenge: options.challenge };
    },

    claimedId(response) {
      const parsed = z.looseObject({ id: z.string().min(1).max(1024) }).safeParse(response);
      return parsed.success ? parsed.data.id : null;
    },

    async proven(response, expectedChallenge, { credentialId, publicKey, counter }) {
      const { verified, authenticationInfo } = await orFalse(
        verifyAuthenticationResponse({
          response: response as AuthenticationResponseJSON,
          expectedChallenge,
          ...expected,
          credential: { id: credentialId, publicKey, counter },
        }),
      );
      return verified && authenticationInfo ? authenticationInfo.newCounter : null;
    },
  };
}

type Nothing = { verified: false; registrationInfo?: never; authenticationInfo?: never };

/** The library throws at whatever does not fit; to us all of it is a no. */
async function orFalse<T>(verification: Promise<T>): Promise<T | Nothing> {
  try {
    return await verification;
  } catch {
    return { verified: false };
  }
}
