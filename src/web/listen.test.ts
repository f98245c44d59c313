import { Agent, get, type IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { type Listening, listen } from './listen.ts';

const agent = new Agent({ keepAlive: true });

/** Serves until stopped; a request is answered when `answer` is called. */
async function served() {
  const { promise: asked, resolve: heard } = Promise.withResolvers<void>();
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  const fetch = async () => {
    heard();
    await answered;
    return new Response('here it is');
  };
  const { promise: port, resolve: ready } = Promise.withResolvers<number>();
  const listening: Listening = listen(fetch, { port: 0, hostname: '127.0.0.1' }, ready);
  const address = { host: '127.0.0.1', port: await port, agent };
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    get(address, (come) => resolve(come.resume())).on('error', reject);
  });
  await asked;
  return { listening, response, answer };
}

it('keeps a connection for longer than the proxy in front of it does', async () => {
  const { listening, response, answer } = await served();
  answer();
  const [, seconds] = /timeout=(\d+)/.exec(String((await response).headers['keep-alive'])) ?? [];
  expect(Number(seconds)).toBeGreaterThan(90);
  await listening.stop();
});

it('stops once what is under way has its answer, and waits for no kept connection', async () => {
  const { listening, response, answer } = await served();
  const stopped = listening.stop();
  answer();
  expect((await response).statusCode).toBe(200);
  await stopped;
});
