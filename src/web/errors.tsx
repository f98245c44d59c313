import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../deps.ts';
import { ErrorPage, NotFoundPage } from '../ui/error-pages.tsx';
import type { AppEnv } from './env.ts';
import { page } from './respond.ts';

/** What a visitor reads when something went wrong: what happened and what to do, never a stack trace. */
export function onError(deps: Deps) {
  return (error: Error, c: Context<AppEnv>): Response | Promise<Response> => {
    if (error instanceof HTTPException && error.status < 500) return refusal(c, error);
    deps.log.error({ error, requestId: c.get('requestId'), path: c.req.path }, 'request failed');
    return page(
      c,
      <ErrorPage
        shell={c.get('shell')}
        status={500}
        title="Something broke on our side."
        message="Nothing you did. Try again in a minute: what you had already sent is kept."
        reference={c.get('requestId')}
      />,
      500,
    );
  };
}

export function onNotFound(c: Context<AppEnv>): Response | Promise<Response> {
  return page(c, <NotFoundPage shell={c.get('shell')} />, 404);
}

function refusal(c: Context<AppEnv>, error: HTTPException): Response | Promise<Response> {
  if (error.status === 404) return onNotFound(c);
  // The rest of a body that nobody reads is in the way of the next request on this connection.
  if (error.status === 413) c.header('Connection', 'close');
  const [title, message] = words[error.status] ?? ['That did not work.', 'Go back and try once more.'];
  return page(
    c,
    <ErrorPage shell={c.get('shell')} status={error.status} title={title} message={message} />,
    error.status,
  );
}

const words: Record<number, [string, string]> = {
  400: ['That request makes no sense to us.', 'Go back, reload the page and try once more.'],
  403: ['This came from another site.', 'Open the page here and send the form from it.'],
  413: ['That is too large.', 'A resume may have up to 5 MB. Save a smaller PDF and choose it again.'],
};
