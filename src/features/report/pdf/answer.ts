import type { Context } from 'hono';
import type { Deps } from '../../../deps.ts';
import { urls } from '../../../urls.ts';
import { attachment } from '../../../web/attachment.ts';
import { keptDrawings } from '../../../web/kept.ts';
import type { SheetProps } from '../views/sheet.tsx';
import { reportFiles } from './draw.ts';

/** Files kept in memory: about 40 KB each. */
const MOST = 60;

/**
 * Answers with the report as a PDF, which is made once for what stands in it: `version` goes up when a draft
 * changes. A candidate saves it, the interviewer looks at it in the browser (`show`).
 */
export function answersWithFile(deps: Deps) {
  const kept = keptDrawings(MOST);
  const drawReport = reportFiles(deps.assets.paperFonts);
  return async (c: Context, sheet: SheetProps, version: number, show = false): Promise<Response> => {
    const { about, zone, sentAt, guaranteeUntil } = sheet;
    const key = JSON.stringify([about, version, zone, sentAt, guaranteeUntil, sheet.interviewer]);
    const address = new URL(urls.bookingReport(about.bookingId), deps.config.publicUrl).href;
    const file = await kept(key, () => drawReport(sheet, address));
    const named = attachment(`Interview report for ${about.name}.pdf`);
    return c.body(new Uint8Array(file), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': show ? named.replace('attachment', 'inline') : named,
      'X-Robots-Tag': 'noindex',
    });
  };
}
