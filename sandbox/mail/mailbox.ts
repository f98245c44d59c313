import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

export type Mailbox = Awaited<ReturnType<typeof openMailbox>>;

export interface StoredMessage {
  id: string;
  /** The message as received, under the two trace lines a mail server adds on delivery. */
  raw: Buffer;
  mail: ParsedMail;
  recipients: string[];
  date: Date;
}

/** Every message received, newest first. With a `dataDir`, each is also an .eml file there. */
export async function openMailbox(dataDir?: string) {
  let messages = dataDir === undefined ? [] : await readAll(dataDir);
  let count = 0;

  return {
    async deliver(from: string, recipients: string[], received: Buffer): Promise<void> {
      count += 1;
      const id = `${Date.now()}-${String(count).padStart(6, '0')}`;
      const trace = `Return-Path: <${from}>\r\nDelivered-To: ${recipients.join(',\r\n ')}\r\n`;
      const message = await parse(id, Buffer.concat([Buffer.from(trace), received]));
      if (dataDir !== undefined) await writeFile(join(dataDir, `${id}.eml`), message.raw);
      // A large one is read for longer than a small one that came after it.
      const at = messages.findIndex((other) => newestFirst(message, other) < 0);
      messages.splice(at < 0 ? messages.length : at, 0, message);
    },
    list(to?: string): StoredMessage[] {
      const wanted = to?.trim().toLowerCase();
      if (!wanted) return messages;
      return messages.filter((message) => message.recipients.some((one) => one.toLowerCase() === wanted));
    },
    find: (id: string): StoredMessage | undefined => messages.find((message) => message.id === id),
    recipients: (): string[] => [...new Set(messages.flatMap((message) => message.recipients))].sort(),
    async clear(): Promise<void> {
      const gone = messages;
      messages = [];
      if (dataDir === undefined) return;
      await Promise.all(gone.map(({ id }) => rm(join(dataDir, `${id}.eml`), { force: true })));
    },
  };
}

async function readAll(dataDir: string): Promise<StoredMessage[]> {
  await mkdir(dataDir, { recursive: true });
  const files = (await readdir(dataDir)).filter((name) => name.endsWith('.eml'));
  const messages = await Promise.all(
    files.map(async (name) => parse(name.slice(0, -'.eml'.length), await readFile(join(dataDir, name)))),
  );
  return messages.sort(newestFirst);
}

async function parse(id: string, raw: Buffer): Promise<StoredMessage> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, keepCidLinks: true });
  const delivered = mail.headerLines.find(({ key }) => key === 'delivered-to')?.line ?? '';
  const recipients = delivered
    .slice(delivered.indexOf(':') + 1)
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const arrived = Number.parseInt(id, 10);
  return { id, raw, mail, recipients, date: mail.date ?? new Date(Number.isNaN(arrived) ? 0 : arrived) };
}

/** By arrival: an id starts with its time. */
function newestFirst(a: StoredMessage, b: StoredMessage): number {
  return b.id.localeCompare(a.id, 'en', { numeric: true });
}
