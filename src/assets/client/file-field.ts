import { fileSize } from '../../ui/file-size.ts';

/**
 * A file field that says what was chosen, and what is wrong with it before it travels. The server
 * checks again; without this script it is the only one who does.
 */
export function nameChosenFiles(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file') show(target);
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-file-clear]') : null;
    const input = button && inputOf(button);
    if (!input) return;
    input.value = '';
    show(input);
    input.focus();
  });
  // The input lies over its zone and takes the drop by itself; the page shows that it would.
  for (const [event, over] of [
    ['dragover', true],
    ['dragleave', false],
    ['drop', false],
  ] as const) {
    document.addEventListener(event, ({ target }) => {
      const zone = target instanceof Element ? target.closest('.drop') : null;
      zone?.toggleAttribute('data-over', over);
    });
  }
}

const inputOf = (within: Element): HTMLInputElement | null =>
  within.closest('[data-file-field]')?.querySelector<HTMLInputElement>('input[type="file"]') ?? null;

function show(input: HTMLInputElement): void {
  const field = input.closest<HTMLElement>('[data-file-field]');
  const file = input.files?.[0];
  const limit = Number(input.closest<HTMLElement>('[data-file-limit]')?.dataset.fileLimit);
  const problem = file ? problemWith(file, limit) : null;
  if (problem) input.value = '';
  put(field, '[data-file-problem]', problem);
  put(field, '[data-file-chosen]', problem || !file ? null : undefined);
  if (!field || !file || problem) return;
  put(field, '[data-file-name]', file.name);
  put(field, '[data-file-size]', `${fileSize(file.size)}, not sent yet`);
}

/** Words for the part, or null to hide it; undefined shows it as it is. */
function put(field: HTMLElement | null, part: string, words: string | null | undefined): void {
  const element = field?.querySelector<HTMLElement>(part);
  if (!element) return;
  element.hidden = words === null;
  if (typeof words === 'string') element.textContent = words;
}

export function problemWith(
  file: { name: string; type: string; size: number },
  limit: number,
): string | null {
  if (file.type !== 'application/pdf' && !/\.pdf$/i.test(file.name)) {
    return `“${file.name}” is not a PDF. Save it as one and choose it again.`;
  }
  if (file.size === 0) return `“${file.name}” is empty. Choose another file.`;
  if (limit > 0 && file.size > limit) {
    return `“${file.name}” has ${fileSize(file.size)}. Up to ${fileSize(limit)} fits.`;
  }
  return null;
}
