/** Theme and colours: first from the address, later from the parent's `ui` calls. */
export function createLook(main) {
  let theme = new URLSearchParams(location.search).get('theme') ?? 'auto';
  let cssVars = {};
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  const paint = () => {
    const shown = theme === 'light' || theme === 'dark' ? theme : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = shown;
    main.removeAttribute('style');
    for (const [name, value] of Object.entries(cssVars[shown] ?? {})) {
      if (/^cal-[\w-]+$/.test(name)) main.style.setProperty(`--${name}`, String(value));
    }
  };
  dark.addEventListener('change', paint);
  paint();

  return {
    /** The `ui` method of the embed protocol. */
    ui(config) {
      if (config.theme) theme = config.theme;
      if (config.cssVarsPerTheme) cssVars = config.cssVarsPerTheme;
      if (config.colorScheme) document.documentElement.style.colorScheme = config.colorScheme;
      if (config.hideEventTypeDetails !== undefined)
        main.toggleAttribute('data-bare', config.hideEventTypeDetails);
      paint();
    },
  };
}
