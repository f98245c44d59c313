/**
 * Shows the keys that ask the device for a passkey, and sends what it answers with the form around them.
 * Where the browser can't, the sentence that says so stays.
 */
export function askForPasskeys(): void {
  if (!canAsk()) return;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    show(form, '[data-passkey-needs]', false);
    show(form, '[data-passkey-key]', true);
    let isAnswered = false;
    form.addEventListener('submit', (event) => {
      if (isAnswered) return;
      event.preventDefault();
      show(form, '[data-passkey-problem]', false);
      answerOf(form).then(
        (answer) => {
          field(form, 'answer').value = JSON.stringify(answer);
          isAnswered = true;
          form.requestSubmit();
        },
        () => show(form, '[data-passkey-problem]', true),
      );
    });
  }
}

const canAsk = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

async function answerOf(form: HTMLFormElement): Promise<unknown> {
  const options = JSON.parse(form.dataset.options ?? '');
  const credential =
    form.dataset.passkey === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('The device gave no passkey.');
  return credential.toJSON();
}

function show(form: HTMLFormElement, what: string, isShown: boolean): void {
  for (const element of form.querySelectorAll<HTMLElement>(what)) element.hidden = !isShown;
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  const element = form.elements.namedItem(name);
  if (!(element instanceof HTMLInputElement)) throw new Error(`The form has no ${name}.`);
  return element;
}
