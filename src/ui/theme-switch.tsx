import type { Theme } from '../web/theme.ts';

const THEMES = [
  { value: 'auto', label: 'Auto' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Light, dark, or as the system says. Works by `:has()` alone; `client/theme.ts` remembers `theme`. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  return (
    <fieldset class="theme">
      <legend class="sr-only">Theme</legend>
      {THEMES.map(({ value, label }) => (
        <label key={value}>
          {label}
          <input type="radio" name="theme" id={`theme-${value}`} value={value} checked={value === theme} />
        </label>
      ))}
    </fieldset>
  );
}
