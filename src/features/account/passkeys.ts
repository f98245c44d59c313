import { z } from 'zod';
import { spend } from '../../db/allowances.ts';
import type { Deps } from '../../deps.ts';
import type { CurrentUser } from '../../web/auth.ts';
import { type From, openedFor, type TooOften } from './commands.ts';
import { guarded } from './limits.ts';
import { insertPasskey, notePasskeyUse, passkeyByCredential, passkeysOf } from './passkey-queries.ts';

const MINUTE = 60_000;
/** How long a page with a ceremony on it may lie open. */
const TICKET_MS = 10 * MINUTE;
const ONCE = { most: 1, seconds: TICKET_MS / 1000 };

/** What the browser hands to the authenticator, and a signed ticket for its answer. */
export interface Ceremony {
  options: object;
  ticket: string;
}

const ticketShape = z.object({
  what: z.enum(['sign-in', 'create']),
  challenge: z.string(),
  until: z.number(),
  /** For `create`: whose passkey it becomes, and how they call it. The password was asked before. */
  userId: z.string(),
  name: z.string(),
});
type Ticket = z.infer<typeof ticketShape>;

/** Signing in with a passkey, as the sign-in page offers it. */
export async function beginPasskeySignIn(deps: Deps): Promise<Ceremony> {
  const { options, challenge } = await deps.auth.passkeys.request();
  return { options, ticket: ticketFor(deps, { what: 'sign-in', challenge, userId: '', name: '' }) };
}

/** Opens a session for the owner of the passkey. It stands for both factors: the device, and finger, face or PIN. */
export async function signInByPasskey(
  deps: Deps,
  { ticket, answer }: { ticket: string; answer: string },
  { address, headers }: From,
): Promise<{ user: CurrentUser; cookies: string[] } | { refused: 'unknown' } | TooOften> {
  const tried = await guarded(deps, [['passkey', address]], async () => {
    const { challenge } = (await readTicket(deps, 'sign-in', ticket)) ?? {};
    const response = readAnswer(answer);
    const claimed = challenge && deps.auth.passkeys.claimedId(response);
    const passkey = claimed ? await passkeyByCredential(deps.db, claimed) : null;
    if (!challenge || !passkey) return null;
    const counter = await deps.auth.passkeys.proven(response, challenge, passkey);
    if (counter === null) return null;
    await notePasskeyUse(deps.db, passkey.id, counter, deps.now());
    return deps.auth.openSession(passkey.userId, headers);
  });
  if ('wait' in tried) return { refused: 'too-often', wait: tried.wait };
  return 'wrong' in tried ? { refused: 'unknown' } : openedFor(deps, tried.right.cookies);
}

/** Making a passkey, for somebody who has just given their password. */
export async function beginPasskey(deps: Deps, user: CurrentUser, name: string): Promise<Ceremony> {
  const existing = await passkeysOf(deps.db, user.id);
  const { options, challenge } = await deps.auth.passkeys.creation(
    user,
    existing.map(({ credentialId }) => credentialId),
  );
  return { options, ticket: ticketFor(deps, { what: 'create', challenge, userId: user.id, name }) };
}

/** Keeps the new passkey. Its name; or null where the answer proves nothing or came too late. */
export async function keepPasskey(
  deps: Deps,
  user: CurrentUser,
  { ticket, answer }: { ticket: string; answer: string },
): Promise<string | null> {
  const read = await readTicket(deps, 'create', ticket);
  if (!read || read.userId !== user.id) return null;
  const credential = await deps.auth.passkeys.created(readAnswer(answer), read.challenge);
  if (!credential) return null;
  return (await insertPasskey(deps.db, user.id, read.name, credential)) ? read.name : null;
}

function ticketFor({ secrets }: Deps, ticket: Omit<Ticket, 'until'>): string {
  return secrets.sign(JSON.stringify({ ...ticket, until: Date.now() + TICKET_MS }));
}

/** The ticket, where it is ours, for this, still good and not used before. */
async function readTicket(deps: Deps, what: Ticket['what'], signed: string): Promise<Ticket | null> {
  const words = deps.secrets.verify(signed);
  const parsed = words === null ? null : ticketShape.safeParse(json(words));
  if (!parsed?.success || parsed.data.what !== what || parsed.data.until < Date.now()) return null;
  const used = await spend(deps.db, `challenge ${parsed.data.challenge}`, ONCE, new Date());
  return used > 0 ? null : parsed.data;
}

const readAnswer = (answer: string): unknown => json(answer);

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
