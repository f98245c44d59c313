import type { Deps } from '../../src/deps.ts';
import {
  answerProposal,
  cancelBooking,
  proposeTime,
  refundInFull,
  reportAbsence,
} from '../../src/features/booking/change-commands.ts';
import { claimMoney, decideWaitingClaim } from '../../src/features/guarantee/commands.ts';

/** Where the run presses the buttons of pages whose markup is not its business: the commands behind them. */
export const DOOR = '/_chaos/';

type Fields = Record<string, string>;

const commands: Record<string, (deps: Deps, id: string, fields: Fields) => Promise<unknown>> = {
  cancel: (deps, id, { by }) =>
    cancelBooking(deps, id, { by: by === 'candidate' ? 'candidate' : 'interviewer', note: 'Sorry.' }),
  propose: (deps, id, { startsAt }) =>
    proposeTime(deps, id, { startsAt: new Date(startsAt ?? ''), message: 'Could we?' }),
  answer: (deps, id, { answer }) => answerProposal(deps, id, answer === 'accepted' ? 'accepted' : 'declined'),
  absent: (deps, id, { who }) =>
    reportAbsence(deps, id, { who: who === 'candidate' ? 'candidate' : 'interviewer', note: '' }),
  claim: (deps, id, { kind }) =>
    claimMoney(deps, id, { kind: kind === 'nobody-came' ? 'nobody-came' : 'not-worth-it', reason: 'No.' }),
  decide: (deps, id, { state }) =>
    decideWaitingClaim(deps, id, { state: state === 'granted' ? 'granted' : 'declined', by: 'operator' }),
  'retry-refund': (deps, id) => refundInFull(deps, id, 'operator'),
};

/** `POST /_chaos/<command>/<booking>` with JSON fields. */
export async function answerDoor(deps: Deps, request: Request): Promise<Response> {
  const [name = '', id = ''] = new URL(request.url).pathname.slice(DOOR.length).split('/');
  const command = commands[name];
  if (!command) return Response.json({ error: `no command ${name}` }, { status: 404 });
  try {
    return Response.json((await command(deps, id, (await request.json()) as Fields)) ?? null);
  } catch (error) {
    return Response.json({ error: String(error) }, { status: 500 });
  }
}
