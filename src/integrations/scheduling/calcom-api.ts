import { setTimeout as delay } from 'node:timers/promises';
import { CalendarError } from './port.ts';

/** How long one answer is waited for, and the pauses before a read is tried again. */
export interface Patience {
  timeoutMs: number;
  readAgainAfterMs: readonly number[];
}

/** For jobs and for what costs a booking. Writes are repeated by their job, which looks first. */
const PATIENT: Patience = { timeoutMs: 8_000, readAgainAfterMs: [200, 800] };
/** For somebody who waits before a page: it says that nobody answered, and they try again. */
export const BRISK: Patience = { timeoutMs: 5_000, readAgainAfterMs: [200] };

export interface ApiAuth {
  key: string;
  /** cal.com's api-version for this family of endpoints. */
  version: string;
}

export interface ApiAnswer {
  status: number;
  body: unknown;
}

/** Plain HTTP to cal.com's API v2, with a time limit. What can't be answered is a CalendarError. */
export function calcomApi(apiUrl: URL, { timeoutMs, readAgainAfterMs }: Patience = PATIENT) {
  async function once(method: string, path: string, auth: ApiAuth, body?: object): Promise<ApiAnswer> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(new URL(`/v2/${path}`, apiUrl), {
        method,
        headers: {
          Authorization: `Bearer ${auth.key}`,
          'cal-api-version': auth.version,
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      text = await response.text();
    } catch (cause) {
      throw new CalendarError(`cal.com could not be reached: ${method} ${path}`, { permanent: false, cause });
    }
    const answer = { status: response.status, body: parse(text) };
    if (answer.status >= 500 || answer.status === 429) throw refusal(answer);
    return answer;
  }

  return {
    /** Reads; tried again when the service does not answer. A 404 is an answer, other refusals throw. */
    async get(path: string, auth: ApiAuth): Promise<ApiAnswer> {
      for (const pause of readAgainAfterMs) {
        try {
          return checked(await once('GET', path, auth));
        } catch (error) {
          if (!(error instanceof CalendarError) || error.permanent) throw error;
          await delay(pause);
        }
      }
      return checked(await once('GET', path, auth));
    },

    /** Changes something, tried once. Refusals (4xx) are returned, for the caller to look into. */
    send: (method: 'POST' | 'PATCH' | 'DELETE', path: string, auth: ApiAuth, body?: object) =>
      once(method, path, auth, body),

    /** The body of an answer that must have succeeded. */
    ok(answer: ApiAnswer): unknown {
      if (answer.status >= 400) throw refusal(answer);
      return answer.body;
    },
  };
}

function checked(answer: ApiAnswer): ApiAnswer {
  if (answer.status >= 400 && answer.status !== 404) throw refusal(answer);
  return answer;
}

function refusal({ status, body }: ApiAnswer): CalendarError {
  const error = (body as { error?: { code?: unknown; message?: unknown } } | null)?.error;
  const said = [error?.code, error?.message].filter((part) => typeof part === 'string').join(' ');
  return new CalendarError(`cal.com answered ${status} ${said}`.trim(), {
    permanent: status < 500 && status !== 408 && status !== 429,
    refused: refusedThing(status, error?.code),
  });
}

/**
 * Only what cal.com itself says counts, in its own shape: a page of something between us and it does not.
 * `TRPCError` is about the thing that was asked for, not about the key.
 */
function refusedThing(status: number, code: unknown): 'key' | 'missing' | null {
  if (typeof code !== 'string') return null;
  if (status === 401 && code !== 'TRPCError') return 'key';
  return status === 404 ? 'missing' : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
