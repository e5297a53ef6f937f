import { useSyncExternalStore } from 'react'
import { Icon } from '../layout/icon.tsx'
import { chooseTheme, readTheme, watchTheme } from './theme.ts'

/** Switches between light and dark. By default the page follows the system. */
export function ThemeToggle() {
  const isDark = useSyncExternalStore(watchTheme, readTheme) === 'dark'
  return (
    <button
      type="button"
      data-kind="quiet"
      aria-pressed={isDark}
      aria-label="Dark theme"
      title={isDark ? 'Switch to the light theme' : 'Switch to the dark theme'}
      onClick={() => chooseTheme(isDark ? 'light' : 'dark')}
    >
      <Icon name={isDark ? 'moon' : 'sun'} />
    </button>
  )
}
