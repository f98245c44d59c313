import type { ComponentChildren } from 'preact';
import type { SessionWords } from '../words.ts';

/* Mail clients know tables and inline styles. Colors repeat the site's tokens, which do not travel. */
const INK = '#0f191e';
const SOFT = '#46535a';
const PAPER = '#f9fcfc';
const SIGNAL = '#41d9eb';
const RULE = '#cdd6d9';
const SANS = "'Helvetica Neue',Helvetica,Arial,sans-serif";
const MONO = 'Menlo,Consolas,monospace';

/** The sheet every mail is printed on. `preview` is the line that inboxes show beside the subject. */
export function MailSheet({
  title,
  preview,
  footer,
  children,
}: {
  title: string;
  preview: string;
  footer: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <html lang="en-US">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
        <title>{title}</title>
      </head>
      <body style="margin:0;padding:0;background:#eaf0f1">
        <div style="display:none;max-height:0;overflow:hidden">{preview}</div>
        <main>
          <Table style="background:#eaf0f1">
            <tr>
              <td align="center" style="padding:24px 8px">
                <Table
                  width="600"
                  style={`width:100%;max-width:600px;background:${PAPER};border:1px solid ${INK}`}
                >
                  <tr>
                    <td
                      style={`padding:18px 24px;border-bottom:1px solid ${INK};font:700 18px/22px ${MONO};letter-spacing:-1px;color:${INK}`}
                    >
                      508.dev{' '}
                      <span style={`font:400 14px/22px ${SANS};letter-spacing:0;color:${SOFT}`}>
                        &nbsp;Interview Service
                      </span>
                    </td>
                  </tr>
                  <tr>
                    <td style="padding:30px 24px 24px">{children}</td>
                  </tr>
                  <tr>
                    <td
                      style={`padding:16px 24px 18px;border-top:1px solid ${INK};font:400 13px/20px ${SANS};color:${SOFT};overflow-wrap:anywhere;word-break:break-word`}
                    >
                      {footer}
                    </td>
                  </tr>
                </Table>
              </td>
            </tr>
          </Table>
        </main>
      </body>
    </html>
  );
}

export function Heading({ children }: { children: ComponentChildren }) {
  return (
    <h1
      style={`margin:0 0 16px;font:700 36px/38px ${SANS};letter-spacing:-1.4px;color:${INK};overflow-wrap:anywhere;word-break:break-word`}
    >
      {children}
    </h1>
  );
}

export function Text({ children }: { children: ComponentChildren }) {
  return (
    <p
      style={`margin:0 0 16px;font:400 16px/25px ${SANS};color:${INK};overflow-wrap:anywhere;word-break:break-word`}
    >
      {children}
    </p>
  );
}

/** A time that holds no more. */
export function Was({ lead, children }: { lead: string; children: ComponentChildren }) {
  return (
    <p style={`margin:0 0 16px;font:400 15px/22px ${SANS};color:${SOFT}`}>
      {lead} <s>{children}</s>
    </p>
  );
}

/** What somebody wrote, as they wrote it, in either direction. */
export function Quote({ by, children }: { by: string; children: ComponentChildren }) {
  return (
    <Table style="margin:0 0 20px">
      <tr>
        <td
          style={`padding:2px 0 2px 16px;border-left:4px solid ${SIGNAL};font:400 16px/25px ${SANS};color:${INK}`}
        >
          <div style={`font:400 14px/21px ${SANS};color:${SOFT}`}>{by}</div>
          <div dir="auto" style="white-space:pre-line;overflow-wrap:anywhere;word-break:break-word">
            {children}
          </div>
        </td>
      </tr>
    </Table>
  );
}

/** 60 and 30 minutes to scale, with the clock times of one zone above. */
export function TimeBar({ words }: { words: SessionWords }) {
  const clock = `font:600 16px/26px ${MONO};letter-spacing:-1px;white-space:nowrap;color:${INK}`;
  const label = `padding:13px 8px;font:600 13px/18px ${SANS};white-space:nowrap`;
  return (
    <Table style="margin:0 0 24px">
      <tr>
        <td width="66.66%" style={clock}>
          {words.start}
        </td>
        <td width="33.34%">
          <Table>
            <tr>
              <td style={clock}>{words.turn}</td>
              <td align="right" style={clock}>
                {words.end}
              </td>
            </tr>
          </Table>
        </td>
      </tr>
      <tr>
        <td style={`background:${INK};color:#ffffff;${label}`}>
          Interview <span style="color:#b8c4c9">60</span>
        </td>
        <td style={`background:${SIGNAL};color:${INK};${label}`}>Feedback 30</td>
      </tr>
    </Table>
  );
}

/** Labels left, answers right; line breaks as they were typed. */
export function Rows({ rows }: { rows: readonly [string, ComponentChildren][] }) {
  const line = `border-top:1px solid ${RULE}`;
  return (
    <Table style="margin:0 0 24px">
      {rows.map(([label, value]) => (
        <tr key={label}>
          <td
            width="120"
            valign="top"
            style={`padding:9px 12px 9px 0;${line};font:400 14px/21px ${SANS};color:${SOFT};overflow-wrap:anywhere;word-break:break-word`}
          >
            {label}
          </td>
          <td
            valign="top"
            dir="auto"
            style={`padding:9px 0;${line};font:500 15px/21px ${SANS};color:${INK};white-space:pre-line;overflow-wrap:anywhere;word-break:break-word`}
          >
            {value}
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function Reading({ children }: { children: ComponentChildren }) {
  return <span style={`font-family:${MONO};letter-spacing:-0.5px`}>{children}</span>;
}

/** The site's key: a label cell and a tail. `quiet`: the one that is not the way most people go. */
export function MailButton({
  href,
  quiet = false,
  children,
}: {
  href: string;
  quiet?: boolean;
  children: string;
}) {
  const [field, label, tail] = quiet ? [PAPER, INK, PAPER] : [INK, '#ffffff', SIGNAL];
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 12px">
      <tr>
        <td style={`background:${field};border:1px solid ${INK}`}>
          <a
            href={href}
            style={`display:block;padding:14px 20px;font:600 16px/20px ${SANS};color:${label};text-decoration:none`}
          >
            {children}
          </a>
        </td>
        <td style={`background:${tail};border:1px solid ${INK};border-left:0`}>
          <a
            href={href}
            aria-label={children}
            tabindex={-1}
            style={`display:block;padding:14px 16px;font:500 15px/20px ${MONO};color:${INK};text-decoration:none`}
          >
            →
          </a>
        </td>
      </tr>
    </table>
  );
}

export function MailLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} style={`color:${INK};overflow-wrap:anywhere;word-break:break-word`}>
      {children}
    </a>
  );
}

function Table({
  width = '100%',
  style,
  children,
}: {
  width?: string;
  style?: string;
  children: ComponentChildren;
}) {
  return (
    <table role="presentation" width={width} cellpadding="0" cellspacing="0" style={style}>
      {children}
    </table>
  );
}
