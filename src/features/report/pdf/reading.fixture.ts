import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader finds in a PDF that did not write it (Mozilla's PDF.js, as in Firefox). */
export async function readPdf(file: Uint8Array) {
  const opening = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const pdf = await opening.promise;
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  const pages: string[] = [];
  const roles: string[] = [];
  const links: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await pdf.getPage(number);
    const { items } = await sheet.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    collect((await sheet.getStructTree()) as Node | null, roles);
    for (const { url } of await sheet.getAnnotations()) if (url) links.push(url);
  }
  await opening.destroy();
  return {
    pages,
    /** All of it as a reader reads it, lines run together. */
    text: pages.join('\n').replace(/\s+/g, ' '),
    roles,
    links,
    title: info.Title,
    language: info.Language,
  };
}

interface Node {
  role?: string;
  children?: Node[];
}

function collect(node: Node | null, roles: string[]): void {
  if (node?.role) roles.push(node.role);
  for (const child of node?.children ?? []) collect(child, roles);
}
