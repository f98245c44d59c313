/** A mail as it is handed to the mail server. */
export interface OutgoingMail {
  to: string;
  /** The recipient's name; put into the header by the library, which encodes it. */
  toName: string;
  replyTo: string;
  subject: string;
  html: string;
  text: string;
  /** Stable for one mail, so that a repeated delivery is recognized by mail clients. */
  messageId: string;
  invitation?: { method: 'REQUEST' | 'CANCEL'; content: string };
}

export interface Mailer {
  /** Hands the mail to the server. Throws when it did not take it. */
  send(mail: OutgoingMail): Promise<void>;
}
