import type Stripe from 'stripe';

type ProblemBody = {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string | undefined;
  decline_code?: string | undefined;
  param?: string | undefined;
  payment_intent?: Stripe.PaymentIntent | undefined;
  charge?: string | undefined;
  doc_url?: string | undefined;
};

/**
 * What Stripe's API answers instead of an object. Thrown, because it ends the
 * request wherever it is found; `api/pipeline.ts` turns it into the answer.
 */
export class Problem extends Error {
  readonly status: 400 | 401 | 402 | 404 | 409 | 500;
  readonly body: ProblemBody;
  /** Found before the endpoint ran: Stripe doesn't keep these under an idempotency key. */
  readonly beforeExecution: boolean;

  constructor(status: Problem['status'], body: ProblemBody, beforeExecution = false) {
    super(body.message);
    this.status = status;
    this.body = body.code
      ? { ...body, doc_url: `https://stripe.com/docs/error-codes/${body.code.replaceAll('_', '-')}` }
      : body;
    this.beforeExecution = beforeExecution;
  }
}

/** A parameter that is missing, unknown or malformed. */
export function badParameter(param: string, code: string | undefined, message: string): Problem {
  return new Problem(400, { type: 'invalid_request_error', code, message, param }, true);
}

/** An id that leads nowhere. */
export function missing(noun: string, id: string, param = 'id'): Problem {
  const message = `No such ${noun}: '${id}'`;
  return new Problem(404, { type: 'invalid_request_error', code: 'resource_missing', message, param });
}

/** The object is not in a state that allows this. */
export function refusal(message: string, details: Partial<ProblemBody> = {}): Problem {
  return new Problem(400, { type: 'invalid_request_error', ...details, message });
}
