import { PDFDocument } from 'pdf-lib';

/** A small real PDF. */
export async function makeResume(name: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText(`${name}, resume`, { x: 72, y: 720 });
  return Buffer.from(await document.save());
}
