import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { SessionWords } from '../words.ts';
import { type Mail, zoneLine } from './mail.ts';
import {
  Heading,
  MailButton,
  MailLink,
  MailSheet,
  Quote,
  Reading,
  Rows,
  Text,
  TimeBar,
  Was,
} from './parts.tsx';

/** A piece of a mail, said once and shown twice: in HTML and in the text version. */
export type Block =
  | { kind: 'say'; text: string; lead?: string }
  | { kind: 'session'; own: SessionWords; others: readonly (readonly [who: string, words: SessionWords])[] }
  | { kind: 'was'; text: string; lead: string }
  | { kind: 'quote'; text: string; by: string }
  | { kind: 'rows'; rows: readonly Row[] }
  | { kind: 'button'; label: string; href: string; quiet?: boolean }
  | { kind: 'link'; lead: string; href: string };

export type Row = readonly [label: string, value: string, as?: 'reading'];

/** Anything false is left out, so that a block can hang on a condition. */
export type Blocks = readonly (Block | false | null | undefined)[];

export interface Sheet {
  subject: string;
  /** The line that inboxes show beside the subject. */
  preview: string;
  /** One or two lines. */
  heading: readonly string[];
  blocks: Blocks;
  /** Why one gets this mail, up to the address that a person reads. */
  why: string;
  contact: string;
}

export const say = (text: string, lead?: string): Block => ({ kind: 'say', text, ...(lead && { lead }) });

/** The session in the reader's zone first, then in the other's and in UTC, each with its zone named. */
export const session = (own: SessionWords, ...others: (readonly [string, SessionWords])[]): Block => ({
  kind: 'session',
  own,
  others: others.filter(([, words]) => words.zone !== own.zone),
});
export const was = (text: string, lead = 'No longer:'): Block => ({ kind: 'was', text, lead });
export const quote = (text: string, by: string): Block | false => text !== '' && { kind: 'quote', text, by };
export const rows = (...given: (Row | false | null)[]): Block => ({
  kind: 'rows',
  rows: given.filter((row) => row !== null && row !== false),
});
export const button = (label: string, href: string | undefined, quiet = false): Block | false =>
  href !== undefined && { kind: 'button', label, href, quiet };
export const link = (lead: string, href: string | null): Block | false =>
  href !== null && { kind: 'link', lead, href };

/** Puts a mail together. The subject is one line whatever a name contains. */
export function sheet({ subject: given, preview, heading, blocks, why, contact }: Sheet): Mail {
  const subject = given.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  const shown = blocks.filter((block) => block !== null && block !== undefined && block !== false);
  const html = renderToString(
    <MailSheet
      title={subject}
      preview={preview}
      footer={
        <>
          {why} <MailLink href={`mailto:${contact}`}>{contact}</MailLink>.
        </>
      }
    >
      <Heading>
        {heading.map((line, index) => (
          <>
            {index > 0 && <br />}
            {line}
          </>
        ))}
      </Heading>
      {shown.map(asHtml)}
    </MailSheet>,
  );
  const text = [heading.join(' '), ...shown.map(asText), `508.dev Interview Service. ${why} ${contact}.`];
  return { subject, html: `<!doctype html>${html}`, text: `${text.join('\n\n')}\n` };
}

function asHtml(block: Block): VNode {
  switch (block.kind) {
    case 'say':
      return (
        <Text>
          {block.lead && <b>{block.lead} </b>}
          {block.text}
        </Text>
      );
    case 'session':
      return (
        <>
          <Text>
            {block.own.day}, {block.own.span}. {block.own.zone}.
          </Text>
          <TimeBar words={block.own} />
          {block.others.length > 0 && (
            <Rows
              rows={block.others.map(([who, { zone, day, span }]) => [
                who || zone,
                elsewhere(who, zone, day, span),
              ])}
            />
          )}
        </>
      );
    case 'was':
      return <Was lead={block.lead}>{block.text}</Was>;
    case 'quote':
      return <Quote by={block.by}>{block.text}</Quote>;
    case 'rows':
      return (
        <Rows
          rows={block.rows.map(([label, value, as]) => [
            label,
            as === 'reading' ? <Reading key={label}>{value}</Reading> : value,
          ])}
        />
      );
    case 'button':
      return (
        <MailButton href={block.href} quiet={block.quiet ?? false}>
          {block.label}
        </MailButton>
      );
    case 'link':
      return (
        <Text>
          {block.lead} <MailLink href={block.href}>{block.href}</MailLink>
        </Text>
      );
  }
}

const elsewhere = (who: string, zone: string, day: string, span: string): string =>
  who ? `${zone}: ${day}, ${span}` : `${day}, ${span}`;

function asText(block: Block): string {
  switch (block.kind) {
    case 'say':
      return block.lead ? `${block.lead} ${block.text}` : block.text;
    case 'session':
      return [
        zoneLine(block.own),
        ...block.others.map(([who, words]) => `${zoneLine(words)}${who && ` (${lower(who)})`}`),
        '60 minutes of interview, then 30 of feedback.',
      ].join('\n');
    case 'was':
      return `${block.lead} ${block.text}`;
    case 'quote':
      return `${block.by}:\n${block.text.replace(/^/gm, '> ')}`;
    case 'rows':
      return block.rows.map(([label, value]) => textRow(label, value)).join('\n');
    case 'button':
      return `${block.label}: ${block.href}`;
    case 'link':
      return `${block.lead} ${block.href}`;
  }
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** Long answers start on a line of their own. */
const textRow = (label: string, value: string): string =>
  value.length > 60 || value.includes('\n') ? `${label}:\n${value}` : `${label}: ${value}`;
