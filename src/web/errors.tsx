import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Deps } from '../deps.ts';
import { ErrorPage, NotFoundPage } from '../ui/error-pages.tsx';
import { urls } from '../urls.ts';
import type { AppEnv } from './env.ts';
import { page } from './respond.ts';

type Answer = Response | Promise<Response>;

/** What a visitor reads when something went wrong: what happened and what to do, never a stack trace. */
export function onError(deps: Deps) {
  return (error: Error, c: Context<AppEnv>): Answer => {
    if (error instanceof HTTPException && error.status < 500) return refusal(c, error);
    deps.log.error({ error, requestId: c.get('requestId'), path: c.req.path }, 'request failed');
    const down = isDown(error);
    if (down) c.header('Retry-After', '30');
    return failure(c, down ? 503 : 500, c.get('requestId'));
  };
}

export function onNotFound(c: Context<AppEnv>): Answer {
  return page(c, <NotFoundPage shell={c.get('shell')} />, 404);
}

/** A request that came too soon after others; the answer says when it may come again. */
export function tooSoon(seconds: number): HTTPException {
  const res = new Response(null, { status: 429, headers: { 'Retry-After': String(Math.ceil(seconds)) } });
  return new HTTPException(429, { res });
}

function refusal(c: Context<AppEnv>, error: HTTPException): Answer {
  if (error.status === 404) return onNotFound(c);
  // The rest of a body that nobody reads is in the way of the next request on this connection.
  if (error.status === 413) c.header('Connection', 'close');
  const wait = error.res?.headers.get('Retry-After');
  if (wait) c.header('Retry-After', wait);
  return failure(c, error.status, undefined, wait ? Number(wait) : undefined);
}

function failure(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  reference?: string,
  wait?: number,
): Answer {
  const shell = c.get('shell');
  const { title, message, way = again(c) } = words(status, wait ?? 60, shell.path);
  return page(
    c,
    <ErrorPage
      shell={shell}
      status={status}
      title={title}
      message={message}
      way={way}
      {...(reference && { reference })}
    />,
    status,
  );
}

/** Whether our database is gone or can take nobody: it passes, and it is nobody's mistake. */
function isDown(error: Error): boolean {
  if (error instanceof HTTPException) return error.status === 503;
  const { code } = error as { code?: unknown };
  return ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', '57P01', '57P03', '53300'].includes(
    String(code),
  );
}

interface Words {
  title: string;
  message: string;
  way?: { href: string; label: string };
}

function words(status: number, wait: number, path: string): Words {
  switch (status) {
    case 400:
      return {
        title: 'That request makes no sense to us.',
        message: 'Go back, reload the page and try once more.',
        way: { href: urls.home(), label: 'Back to the start' },
      };
    case 403:
      return {
        title: 'This came from another site.',
        message: 'Open the page here and send the form from it.',
        way: { href: urls.home(), label: 'Back to the start' },
      };
    case 410:
      return {
        title: 'This was here once.',
        message: 'It is not coming back. Everyone you can book is on one page.',
        way: { href: urls.interviewers(), label: 'Find an interviewer' },
      };
    case 413:
      if (path === urls.adminPhoto()) {
        return {
          title: 'That photo is too large.',
          message:
            'It may have up to 8 MB. Export it smaller: 1,500 pixels a side are plenty. The portrait you have is still in place.',
          way: { href: urls.adminProfile(), label: 'Back to your profile' },
        };
      }
      return {
        title: 'That is too large.',
        message: 'A resume may have up to 5 MB. Save a smaller PDF and choose it again.',
        way: { href: path, label: 'Back to the form' },
      };
    case 429:
      return {
        title: 'Too fast for us.',
        message: `Wait ${waiting(wait)}, then try again. We did nothing with this request.`,
      };
    case 503:
      return {
        title: 'We are out for a minute.',
        message:
          'Our database does not answer. Try again in a minute. What you had already sent is kept, and a payment you made is looked at again once we are back.',
      };
    case 500:
      return {
        title: 'Something broke on our side.',
        message: 'Nothing you did. Try again in a minute: what you had already sent is kept.',
      };
    default:
      return { title: 'That did not work.', message: 'Go back and try once more.' };
  }
}

/** The same page once more; what was sent by a form is sent from its page. */
const again = (c: Context<AppEnv>) =>
  c.req.method === 'GET'
    ? { href: c.req.path, label: 'Try again' }
    : { href: urls.home(), label: 'Back to the start' };

/** "45 seconds", "a minute", "10 minutes" */
function waiting(seconds: number): string {
  if (seconds < 60) return `${seconds} second${seconds === 1 ? '' : 's'}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
