import { createTransport } from 'nodemailer';
import type { Mailer } from './port.ts';

/**
 * Mail by SMTP through any provider, given as one address (smtp://user:password@host:port). nodemailer
 * encodes names and subjects, so a line break in one cannot become a header.
 */
export function smtpMailer(options: { url: string; from: string }): Mailer {
  const transport = createTransport(options.url, {
    from: options.from,
    // Nothing in a mail may make the server read a file or another address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      await transport.sendMail({
        to: { name: mail.toName, address: mail.to },
        replyTo: mail.replyTo,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId: mail.messageId,
        // An out-of-office note must not reach a candidate, or the operator, as if a person had answered.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
        ...(mail.invitation && {
          icalEvent: {
            method: mail.invitation.method,
            filename: 'interview.ics',
            content: mail.invitation.content,
          },
        }),
      });
    },
  };
}
