import { z } from 'zod';

/** An ISO time, with a zone or `Z`. */
export const instantInput = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a valid ISO 8601 date string' });
    return z.NEVER;
  }
});

/** A zone this runtime knows, such as `Asia/Kolkata`. */
export const timeZoneInput = z.string().refine(isTimeZone, 'must be a valid IANA time-zone');

export const attendeeInput = z.object({
  name: z.string().min(1),
  email: z.email(),
  timeZone: timeZoneInput,
  language: z.string().default('en'),
});

export function isTimeZone(text: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: text });
    return text !== '';
  } catch {
    return false;
  }
}
