import { setTimeout as delay } from 'node:timers/promises';
import { CalendarError } from './port.ts';

const TIMEOUT_MS = 8_000;
/** Pauses before a read is tried again. Writes are repeated by their job, which looks first. */
const READ_AGAIN_AFTER_MS = [200, 800];

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
export function calcomApi(apiUrl: URL) {
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
        signal: AbortSignal.timeout(TIMEOUT_MS),
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
      for (const pause of READ_AGAIN_AFTER_MS) {
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
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
