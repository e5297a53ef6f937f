export type Theme = 'light' | 'dark'

const name = 'assay:theme'
const prefersDark = matchMedia('(prefers-color-scheme: dark)')

/** The theme chosen in this browser, else that of the system. */
export function readTheme(): Theme {
  const chosen = localStorage.getItem(name)
  if (chosen === 'light' || chosen === 'dark') return chosen
  return prefersDark.matches ? 'dark' : 'light'
}

/** Chooses a theme for this browser. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(name, theme)
  applyTheme()
  dispatchEvent(new Event(name))
}

/** Applies the chosen theme, if any; otherwise the style sheet follows the system. */
export function applyTheme(): void {
  const chosen = localStorage.getItem(name)
  if (chosen === null) delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = readTheme()
}

/** Calls back when the theme changes, here or in the system. @returns a function that ends that */
export function watchTheme(onChange: () => void): () => void {
  addEventListener(name, onChange)
  prefersDark.addEventListener('change', onChange)
  return () => {
    removeEventListener(name, onChange)
    prefersDark.removeEventListener('change', onChange)
  }
}
