import { createHmac } from 'node:crypto';

/**
 * Stripe's `stripe-signature` header. The time is the real one, whatever the
 * sandbox's clock says: receivers compare it with their own.
 */
export function signatureOf(body: string, secret: string): string {
  const at = Math.floor(Date.now() / 1000);
  const mac = createHmac('sha256', secret).update(`${at}.${body}`, 'utf8').digest('hex');
  return `t=${at},v1=${mac}`;
}
