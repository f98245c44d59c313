import { RESUME_LIMIT } from './forms.ts';

export type ResumeUpload =
  | { kind: 'none' }
  | { kind: 'refused'; message: string }
  | { kind: 'file'; filename: string; bytes: Uint8Array };

/**
 * Looks at what came in the file field. A browser sends an empty file when none was chosen. The type is
 * told by the content, never by the name or what the browser says: a PDF starts with `%PDF-` (ISO 32000
 * lets up to 1,024 bytes precede it; nothing a job seeker exports does).
 */
export async function readResume(file: unknown): Promise<ResumeUpload> {
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return { kind: 'none' };
  if (file.size === 0) return refused('This file is empty. Choose it again, or save it as a PDF once more.');
  if (file.size > RESUME_LIMIT) {
    return refused('This file has more than 5 MB. Save a smaller PDF and choose it again.');
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isPdf(bytes)) return refused('This is not a PDF. Export your resume as a PDF and choose that file.');
  return { kind: 'file', filename: safeName(file.name), bytes };
}

/** Letters of a name before its `.pdf`, each whole: cut through an emoji, it could not be sent back. */
const MOST_LETTERS = 110;

function refused(message: string): ResumeUpload {
  return { kind: 'refused', message };
}

/** A PDF by its first bytes. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

/** A name that is only a name: no folders, no control or direction marks, at most 120 characters. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/["<>:|?*]/g, '_')
    .trim();
  const stem = [...plain.replace(/\.pdf$/i, '').replace(/^\.+/, '')].slice(0, MOST_LETTERS).join('').trim();
  return `${stem || 'resume'}.pdf`;
}
