import type { Deps } from '../../deps.ts';
import { type CalendarAccess, CalendarError } from '../../integrations/scheduling/port.ts';
import { type CalendarConnection, calendarConnection } from './interviewer-queries.ts';

/**
 * How the calendar behind a connection is reached, its key opened for this moment only. A key sealed under
 * another SECRET_KEY is a CalendarError like one that cal.com refuses: what waits for an answer must not wait for ever.
 */
export function accessTo(deps: Pick<Deps, 'secrets'>, connection: CalendarConnection): CalendarAccess {
  const { username, eventTypeId, apiKeySealed } = connection;
  const apiKey = apiKeySealed && deps.secrets.open(apiKeySealed);
  if (apiKeySealed && apiKey === null) {
    const said = `The key of ${username} was sealed under another SECRET_KEY`;
    throw new CalendarError(said, { permanent: true, refused: 'key' });
  }
  return { username, eventTypeId, apiKey };
}

/** The access of a booking's calendar, or null when the interviewer has disconnected it since. */
export async function accessOf(deps: Deps, connectionId: string | null): Promise<CalendarAccess | null> {
  const connection = connectionId ? await calendarConnection(deps.db, connectionId) : null;
  return connection && accessTo(deps, connection);
}
