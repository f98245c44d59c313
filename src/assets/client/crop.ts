import { type Crop, LEAST_SIDE, MIDDLE, PHOTO_LIMIT, squareOf } from '../../features/admin/photo-domain.ts';
import { fileSize } from '../../ui/file-size.ts';

/**
 * A chosen photo in its frame, before it travels: dragged, pinched, moved by arrow keys, sized by a
 * slider. The server cuts the square that is seen here; without this script it takes the middle.
 */
export function cropChosenPhotos(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file') void show(target);
  });
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

async function show(input: HTMLInputElement): Promise<void> {
  const part = input.closest<HTMLElement>('[data-photo-limit]');
  const frame = part?.querySelector<HTMLElement>('[data-crop]');
  const words = part?.querySelector<HTMLElement>('[data-photo-problem]');
  if (!part || !frame || !words) return;
  const file = input.files?.[0];
  const picture = file && file.size <= PHOTO_LIMIT ? await opened(file) : null;
  const problem = file ? problemWith(file, picture) : null;
  words.hidden = problem === null;
  words.textContent = problem;
  frame.hidden = !picture || problem !== null;
  if (problem) input.value = '';
  if (!picture || problem) return;
  for (const old of part.querySelectorAll('.field__error:not([data-photo-problem])')) old.remove();
  new Frame(frame, picture);
  frame.querySelector<HTMLElement>('[data-crop-stage]')?.focus({ preventScroll: true });
  frame.scrollIntoView({ block: 'nearest' });
}

/** The picture as a browser shows it, upright; null where it can't. */
const opened = (file: File): Promise<ImageBitmap | null> => createImageBitmap(file).catch(() => null);

/** What is wrong with a chosen file, or null. */
export function problemWith(
  file: { name: string; size: number },
  picture: { width: number; height: number } | null,
): string | null {
  if (file.size > PHOTO_LIMIT) {
    return `“${file.name}” has ${fileSize(file.size)}. Up to ${fileSize(PHOTO_LIMIT)} fits: export it smaller.`;
  }
  if (!picture) return `“${file.name}” is no photo that can be shown. Choose a JPEG, PNG, WebP or AVIF.`;
  if (Math.min(picture.width, picture.height) < LEAST_SIDE) {
    return `“${file.name}” has fewer than ${LEAST_SIDE} pixels on a side, too few for a portrait.`;
  }
  return null;
}

/** How far one press of an arrow key moves, as a share of what is seen; ten times as far with Shift. */
const NUDGE = 0.02;
const KEYS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

class Frame {
  readonly #picture: ImageBitmap;
  readonly #canvas: HTMLCanvasElement;
  readonly #zoom: HTMLInputElement;
  readonly #fields: Record<'cropX' | 'cropY' | 'cropSize', HTMLInputElement>;
  readonly #pointers = new Map<number, { x: number; y: number }>();
  #crop: Crop = MIDDLE;

  constructor(frame: HTMLElement, picture: ImageBitmap) {
    this.#picture = picture;
    const find = <E extends Element>(selector: string): E => {
      const found = frame.querySelector<E>(selector);
      if (!found) throw new Error(`The frame has no ${selector}`);
      return found;
    };
    const field = (name: string) => find<HTMLInputElement>(`[name="${name}"]`);
    this.#canvas = find('canvas');
    this.#zoom = find('[data-crop-zoom]');
    this.#fields = { cropX: field('cropX'), cropY: field('cropY'), cropSize: field('cropSize') };
    this.#zoom.max = String(Math.max(1, Math.min(5, this.#shorter / LEAST_SIDE)));
    this.#zoom.value = '1';
    const stage = find<HTMLElement>('[data-crop-stage]');
    // Set, not added: a second photo takes the frame over from the first.
    this.#zoom.oninput = () => this.#resize(1 / Number(this.#zoom.value));
    stage.onkeydown = (event) => this.#key(event);
    stage.onpointerdown = (event) => {
      stage.setPointerCapture(event.pointerId);
      this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    };
    stage.onpointermove = (event) => this.#drag(event);
    stage.onpointerup = ({ pointerId }) => this.#pointers.delete(pointerId);
    stage.onpointercancel = ({ pointerId }) => this.#pointers.delete(pointerId);
    this.#draw();
  }

  get #shorter(): number {
    return Math.min(this.#picture.width, this.#picture.height);
  }

  #key(event: KeyboardEvent): void {
    const [x, y] = KEYS[event.key] ?? [0, 0];
    const closer = { '+': 1, '=': 1, '-': -1 }[event.key] ?? 0;
    if (x === 0 && y === 0 && closer === 0) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 * NUDGE : NUDGE;
    if (closer !== 0) this.#resize(this.#crop.size * (closer > 0 ? 0.95 : 1 / 0.95));
    // The arrow says where the photo goes, as the hand does.
    else this.#move(-x * far, -y * far);
  }

  #drag(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    if (other) {
      const apart = (at: { x: number; y: number }) => Math.hypot(at.x - other.x, at.y - other.y);
      this.#resize(this.#crop.size * (apart(before) / Math.max(1, apart(now))));
      return;
    }
    const width = this.#canvas.clientWidth || 1;
    this.#move((before.x - now.x) / width, (before.y - now.y) / width);
  }

  /** By shares of what is seen. */
  #move(x: number, y: number): void {
    const side = this.#crop.size * this.#shorter;
    this.#set({
      ...this.#crop,
      x: this.#crop.x + (x * side) / this.#picture.width,
      y: this.#crop.y + (y * side) / this.#picture.height,
    });
  }

  #resize(size: number): void {
    const least = 1 / Number(this.#zoom.max);
    this.#set({ ...this.#crop, size: Math.min(1, Math.max(least, size)) });
    this.#zoom.value = String(1 / this.#crop.size);
  }

  /** The square stays within the photo: what is stored is what is seen. */
  #set(crop: Crop): void {
    const { width, height } = this.#picture;
    const { left, top, side } = squareOf(crop, this.#picture);
    this.#crop = { size: crop.size, x: (left + side / 2) / width, y: (top + side / 2) / height };
    this.#draw();
  }

  #draw(): void {
    const { left, top, side } = squareOf(this.#crop, this.#picture);
    const { width } = this.#canvas;
    this.#canvas.getContext('2d')?.drawImage(this.#picture, left, top, side, side, 0, 0, width, width);
    this.#fields.cropX.value = this.#crop.x.toFixed(5);
    this.#fields.cropY.value = this.#crop.y.toFixed(5);
    this.#fields.cropSize.value = this.#crop.size.toFixed(5);
  }
}
