import type { Deps } from '../../deps.ts';
import type { JobPayloads } from '../../jobs/queue.ts';
import { type CalendarMailInput, calendarBroken, calendarWorks } from './emails/calendar.ts';
import { findConnection, memberOf } from './queries.ts';

/** Tells somebody that a connection broke or works again, unless that is no longer so. */
export async function sendCalendarMail(
  deps: Pick<Deps, 'db' | 'config' | 'mailer'>,
  { connectionId, news, to }: JobPayloads['calendar.mail'],
): Promise<void> {
  const { publicUrl, operatorEmail } = deps.config;
  const connection = await findConnection(deps.db, connectionId);
  if (!connection || connection.disconnectedAt) return;
  const { trouble, troubleSince, troubleEndedAt } = connection;
  const member = await memberOf(deps.db, connection.interviewerId);
  const address = to === 'operator' ? operatorEmail : member?.email;
  if (!member || !address) return;
  const input: CalendarMailInput = {
    ...{ to, name: member.name, timeZone: member.timeZone },
    account: `${connection.username}/${connection.eventTypeSlug}`,
    byTeam: connection.apiKeySealed === null,
    ...{ publicUrl, contact: operatorEmail },
  };
  const isBad = news === 'broken' && trouble && troubleSince;
  const isWell = news === 'works' && !trouble && troubleEndedAt;
  if (!isBad && !isWell) return;
  const mail = isBad
    ? calendarBroken(input, { trouble, since: troubleSince })
    : calendarWorks(input, { at: troubleEndedAt as Date });
  const at = (isBad ? troubleSince : (troubleEndedAt as Date)).getTime();
  await deps.mailer.send({
    ...mail,
    ...{ to: address, toName: to === 'operator' ? 'Operator' : member.name, replyTo: operatorEmail },
    messageId: `<${connectionId}.calendar-${news}.${to}.${at}@${publicUrl.hostname}>`,
  });
}
