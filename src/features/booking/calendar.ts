import type { Deps } from '../../deps.ts';
import type { CalendarAccess } from '../../integrations/scheduling/port.ts';
import { type CalendarConnection, calendarConnection } from './interviewer-queries.ts';

/** How the calendar behind a connection is reached, its key opened for this moment only. */
export function accessTo(deps: Deps, connection: CalendarConnection): CalendarAccess {
  return {
    username: connection.username,
    eventTypeId: connection.eventTypeId,
    apiKey: connection.apiKeySealed ? deps.secrets.open(connection.apiKeySealed) : null,
  };
}

/** The access of a booking's calendar, or null when the interviewer has disconnected it since. */
export async function accessOf(deps: Deps, connectionId: string | null): Promise<CalendarAccess | null> {
  const connection = connectionId ? await calendarConnection(deps.db, connectionId) : null;
  return connection && accessTo(deps, connection);
}
