import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isUuid } from '../../db/uuid.ts';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import { page, seeOther } from '../../web/respond.ts';
import { provePassword } from './commands.ts';
import type { Passkey } from './domain.ts';
import { EMPTY } from './frame.tsx';
import { tellMember } from './mails.ts';
import { type AccountEnv, framed, ownAccount, refusedForm, typed } from './own.ts';
import { passkeyOf, removePasskey, renamePasskey } from './passkey-queries.ts';
import {
  MakePasskeyPage,
  MOST_OF_A_NAME,
  NewPasskeyPage,
  PasskeyPage,
  PasskeyRefusedPage,
} from './passkey-views.tsx';
import { beginPasskey, keepPasskey } from './passkeys.ts';

/** Adding, naming and removing passkeys. */
export function passkeyRoutes(deps: Deps): Hono<AccountEnv> {
  const app = new Hono<AccountEnv>();
  const own = ownAccount(deps);
  const { db, log } = deps;

  app.get(urls.accountNewPasskey(), ...own, (c) => page(c, <NewPasskeyPage {...framed(c)} form={EMPTY} />));

  app.post(urls.accountNewPasskey(), ...own, async (c) => {
    const user = c.get('user');
    const { name: given, current } = await typed(c, 'name', 'current');
    const name = given.trim();
    const values = { name };
    const problem = nameProblem(name);
    if (problem) {
      return page(c, <NewPasskeyPage {...framed(c)} form={{ values, errors: { name: problem } }} />, 422);
    }
    const refused = await provePassword(deps, user, current);
    if (refused) {
      const { form, status } = refusedForm(c, refused, values);
      return page(c, <NewPasskeyPage {...framed(c)} form={form} />, status);
    }
    const ceremony = await beginPasskey(deps, user, name);
    return page(c, <MakePasskeyPage {...framed(c)} name={name} ceremony={ceremony} />);
  });

  app.post(urls.accountPasskeys(), ...own, async (c) => {
    const user = c.get('user');
    const kept = await keepPasskey(deps, user, await typed(c, 'ticket', 'answer'));
    if (kept === null) return page(c, <PasskeyRefusedPage {...framed(c)} />, 422);
    log.info({ requestId: c.get('requestId'), userId: user.id }, 'passkey added');
    await tellMember(deps, user.id, 'passkey-added');
    return seeOther(c, urls.account('passkey-kept'));
  });

  app.get(urls.accountPasskey(':id'), ...own, async (c) =>
    page(c, <PasskeyPage {...framed(c)} passkey={await ownPasskey(c)} form={EMPTY} />),
  );

  app.post(urls.accountPasskey(':id'), ...own, async (c) => {
    const passkey = await ownPasskey(c);
    const name = (await typed(c, 'name')).name.trim();
    const problem = nameProblem(name);
    if (problem) {
      const form = { values: { name }, errors: { name: problem } };
      return page(c, <PasskeyPage {...framed(c)} passkey={passkey} form={form} />, 422);
    }
    await renamePasskey(db, c.get('user').id, passkey.id, name);
    return seeOther(c, urls.account('passkey-named'));
  });

  app.post(urls.accountPasskeyEnd(':id'), ...own, async (c) => {
    const user = c.get('user');
    const passkey = await ownPasskey(c);
    const { current } = await typed(c, 'current');
    const refused = await provePassword(deps, user, current);
    if (refused) {
      const { form, status } = refusedForm(c, refused);
      return page(c, <PasskeyPage {...framed(c)} passkey={passkey} form={form} />, status);
    }
    await removePasskey(db, user.id, passkey.id);
    log.info({ requestId: c.get('requestId'), userId: user.id }, 'passkey removed');
    return seeOther(c, urls.account('passkey-gone'));
  });

  return app;

  /** The passkey of the address, where it is theirs; anybody else's does not exist. */
  async function ownPasskey(c: Context<AccountEnv>): Promise<Passkey> {
    const id = c.req.param('id') ?? '';
    const passkey = isUuid(id) ? await passkeyOf(db, c.get('user').id, id) : null;
    if (!passkey) throw new HTTPException(404);
    return passkey;
  }
}

function nameProblem(name: string): string | null {
  if (name === '') return 'Give it a name, so that you know it again when a device is lost.';
  return name.length > MOST_OF_A_NAME ? `That is more than ${MOST_OF_A_NAME} characters.` : null;
}
