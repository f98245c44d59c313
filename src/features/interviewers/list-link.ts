/** A link to another state of the list, which htmx follows by replacing the list alone. */
export const toList = (href: string) => ({ href, ...swapsList(href), 'hx-push-url': 'true' });

/** What asks for the list in another state. The answer names the address that state has. */
export const swapsList = (href: string) => ({
  'hx-get': href,
  'hx-target': '#catalogue',
  'hx-swap': 'outerMorph',
});
