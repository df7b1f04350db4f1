/** Light or dark, by the system or by the user's word; Fluent takes the type sizes and surfaces of the tokens. */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import { useCockpit } from './cockpit-state.ts';

const family = '"Segoe UI", "Segoe UI Variable Text", Selawik, "Open Sans", "Open Sans Variable", system-ui, sans-serif';

const ours = {
  fontFamilyBase: family,
  fontFamilyNumeric: family,
  fontSizeBase200: '11px',
  lineHeightBase200: '16px',
  fontSizeBase300: '12px',
  lineHeightBase300: '16px',
  fontSizeBase400: '14px',
  lineHeightBase400: '20px',
  fontSizeBase500: '18px',
  lineHeightBase500: '24px',
} as const satisfies Partial<Theme>;

const light: Theme = { ...webLightTheme, ...ours };
const dark: Theme = { ...webDarkTheme, ...ours, colorNeutralBackground1: '#1f1f1f' };

/** Whether a media query holds now, and again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => {
        media.removeEventListener('change', changed);
      };
    },
    () => window.matchMedia(query).matches,
  );
}

export function useTheme(): Theme {
  const appearance = useCockpit((state) => state.appearance);
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = appearance === 'dark' || (appearance === 'system' && systemIsDark);
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [isDark]);
  return isDark ? dark : light;
}
