import type { AddressObject, Attachment } from 'mailparser';
import type { SandboxAttachment, SandboxMessage } from './control.ts';
import type { StoredMessage } from './mailbox.ts';

/** A stored message as the control API tells it. The pages show the same. */
export function present({ id, mail, recipients, date }: StoredMessage): SandboxMessage {
  const calendar = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
  return {
    id,
    messageId: mail.messageId ?? '',
    from: mail.from?.text ?? '',
    to: recipients,
    subject: mail.subject ?? '',
    date: date.toISOString(),
    text: mail.text ?? '',
    html: mail.html || '',
    headers: headersOf(mail.headerLines),
    attachments: mail.attachments.map(presentAttachment),
    ...(calendar && { icalendar: calendar.content.toString('utf8') }),
  };
}

/** The To and Cc of the header, as a mail client shows them. */
export function addressees({ mail }: StoredMessage): string {
  return [mail.to, mail.cc]
    .flat()
    .filter((addresses): addresses is AddressObject => addresses !== undefined)
    .map(({ text }) => text)
    .join(', ');
}

function presentAttachment(attachment: Attachment, index: number): SandboxAttachment {
  const { contentType, content, headers } = attachment;
  const header = headers.get('content-type');
  const method =
    header !== null && typeof header === 'object' && 'params' in header && typeof header.params === 'object'
      ? Reflect.get(header.params, 'method')
      : undefined;
  return {
    filename: attachment.filename ?? (contentType === 'text/calendar' ? 'calendar.ics' : `part-${index}`),
    contentType,
    size: content.length,
    ...(typeof method === 'string' && { method: method.toUpperCase() }),
  };
}

function headersOf(lines: StoredMessage['mail']['headerLines']): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim();
    headers[key] = key in headers ? `${headers[key]}\n${value}` : value;
  }
  return headers;
}
