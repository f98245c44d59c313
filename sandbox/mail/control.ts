/** The JSON spoken under `/_sandbox/`: what a test or a developer may ask of the mail stand-in. */

/** `GET /_sandbox/messages?to=` answers a list of these, newest first. */
export interface SandboxMessage {
  id: string;
  /** With its angle brackets; empty when the sender gave none. */
  messageId: string;
  /** As written in the header, e.g. `"508.dev" <hello@508.dev>`. */
  from: string;
  /** Everyone the message was really delivered to (the SMTP envelope, so Bcc too); bare addresses. */
  to: string[];
  subject: string;
  /** ISO 8601, from the Date header. */
  date: string;
  /** The text part; empty when the message has none. Never made up from the HTML. */
  text: string;
  /** The HTML part as sent, `cid:` links kept; empty when the message has none. */
  html: string;
  /** Lowercase names, unfolded raw values; a repeated header's values are joined by newlines. */
  headers: Record<string, string>;
  attachments: SandboxAttachment[];
  /** The first `text/calendar` part, when there is one. */
  icalendar?: string;
}

/** The bytes are at `GET /_sandbox/messages/:id/attachments/:n`, n counting from 0 in this order. */
export interface SandboxAttachment {
  filename: string;
  contentType: string;
  size: number;
  /** The iTIP method of a calendar part, e.g. `REQUEST` or `CANCEL`. */
  method?: string;
}

export const faultModes = [
  /** Open connections are cut and new ones closed at once, before a greeting. */
  'down',
  /** 550 to every recipient of the message. */
  'reject-permanent',
  /** 451 to every recipient of the message. */
  'reject-temporary',
  /** The message is kept at once, the 250 comes `delayMs` later: an impatient sender sends twice. */
  'slow',
  /** 250, and then the message is lost. */
  'drop-after-accept',
] as const;

export type FaultMode = (typeof faultModes)[number];

/** `POST /_sandbox/faults`; replaces the fault before. `GET` answers this or `null`, `DELETE` ends it. */
export interface SandboxFault {
  mode: FaultMode;
  /** How many messages (for `down`: connections) it hits before it ends by itself. Absent: until deleted. */
  times?: number | undefined;
  /** Only for `slow`; 5000 unless given. */
  delayMs?: number | undefined;
}

/**
 * `POST /_sandbox/faults` with `{ chaos: … }`, or `{ chaos: null }` to end it; leaves the fault above alone.
 * The same seed decides the same for the same row of connections and messages. No mode of chance loses a
 * message that was accepted.
 */
export interface MailChaos {
  seed: number;
  /** Odds from 0 to 1: `down` for each connection, the rest for each message; `slow` takes up to `maxDelayMs` (2000). */
  mail: {
    down?: number | undefined;
    'reject-temporary'?: number | undefined;
    slow?: number | undefined;
    maxDelayMs?: number | undefined;
  };
}

/** `GET /_sandbox/state`. */
export interface MailState {
  messages: number;
  fault: SandboxFault | null;
  /** With how far each row of decisions has come. */
  chaos: (MailChaos & { rolls: Record<string, number> }) | null;
  /** How often each fault has struck since `POST /_sandbox/reset`, e.g. `{ slow: 3 }`. */
  struck: Record<string, number>;
}
