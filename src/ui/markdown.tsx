import type { VNode } from 'preact';
import { ExternalLink } from './external-link.tsx';

/**
 * A small part of Markdown: paragraphs, lists, `code` and fenced code, **bold**, *italic* and links of the
 * web. Everything else, HTML above all, is shown as the text it is: what comes out are elements made here
 * and text, never markup that somebody wrote.
 */
export function Markdown({ text }: { text: string }) {
  return <>{blocksOf(text).map((block, key) => blockView(block, key))}</>;
}

type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'bullets' | 'numbers'; items: string[] }
  | { kind: 'code'; text: string };

const BULLET = /^ {0,3}[-*+] +(.*)$/;
const NUMBER = /^ {0,3}\d{1,9}[.)] +(.*)$/;
const FENCE = /^ {0,3}```/;

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split(/\r\n?|\n/);
  let isOpen = false;
  const begin = <B extends Block>(block: B): B => {
    blocks.push(block);
    isOpen = true;
    return block;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const open = isOpen ? (blocks.at(-1) ?? null) : null;
    const item = BULLET.exec(line)?.[1] ?? NUMBER.exec(line)?.[1];
    if (FENCE.test(line)) {
      const end = lines.findIndex((other, index) => index > at && FENCE.test(other));
      const last = end < 0 ? lines.length : end;
      begin({ kind: 'code', text: lines.slice(at + 1, last).join('\n') });
      isOpen = false;
      at = last;
    } else if (line.trim() === '') {
      isOpen = false;
    } else if (item !== undefined) {
      const kind = BULLET.test(line) ? 'bullets' : 'numbers';
      const list = isList(open, kind) ? open : begin({ kind, items: [] });
      list.items.push(item);
    } else if (isList(open)) {
      open.items.push(`${open.items.pop() ?? ''} ${line.trim()}`);
    } else {
      const paragraph = isParagraph(open) ? open : begin({ kind: 'paragraph', text: '' });
      paragraph.text = `${paragraph.text} ${line.trim()}`.trim();
    }
  }
  return blocks;
}

type List = Extract<Block, { items: string[] }>;
const isList = (block: Block | null, kind?: List['kind']): block is List =>
  block !== null && 'items' in block && (kind === undefined || block.kind === kind);
const isParagraph = (block: Block | null): block is Extract<Block, { kind: 'paragraph' }> =>
  block?.kind === 'paragraph';

function blockView(block: Block, key: number): VNode {
  if (block.kind === 'paragraph') {
    return (
      <p key={key} dir="auto">
        {inline(block.text)}
      </p>
    );
  }
  if (block.kind === 'code') {
    return (
      <pre key={key}>
        <code>{block.text}</code>
      </pre>
    );
  }
  const Tag = block.kind === 'bullets' ? 'ul' : 'ol';
  return (
    <Tag key={key}>
      {block.items.map((item, index) => (
        <li key={index} dir="auto">
          {inline(item)}
        </li>
      ))}
    </Tag>
  );
}

/** An escaped mark, code, bold, italic with either mark, a link: whatever comes first. */
const MARKS = new RegExp(
  [
    String.raw`\\(?<escaped>[\\${'`'}*_[\]()\-])`,
    '`(?<code>[^`]+)`',
    String.raw`\*\*(?=\S)(?<bold>[^*]+)(?<=\S)\*\*`,
    String.raw`\*(?=\S)(?<italic>[^*]+)(?<=\S)\*`,
    String.raw`(?<![\p{L}\p{N}_])_(?=\S)(?<emphasis>[^_]+)(?<=\S)_(?![\p{L}\p{N}_])`,
    String.raw`\[(?<words>[^[\]]+)\]\((?<address>https?:\/\/[^()\s]+)\)`,
  ].join('|'),
  'giu',
);

function inline(text: string): (VNode | string)[] {
  const parts: (VNode | string)[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKS)) {
    parts.push(text.slice(from, match.index), mark(match.groups ?? {}, match.index));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== '');
}

function mark(groups: Record<string, string | undefined>, key: number): VNode | string {
  const { escaped, code, bold, words, address } = groups;
  const italic = groups.italic ?? groups.emphasis;
  if (escaped) return escaped;
  if (code) return <code key={key}>{code}</code>;
  if (bold) return <strong key={key}>{inline(bold)}</strong>;
  if (italic) return <em key={key}>{inline(italic)}</em>;
  return (
    <ExternalLink key={key} href={address ?? ''}>
      {inline(words ?? '')}
    </ExternalLink>
  );
}
