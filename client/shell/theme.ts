import { createSignal } from 'solid-js'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const stored = 'parley.theme'
const found = globalThis.localStorage?.getItem(stored)
const [theme, setTheme] = createSignal<Theme>(found === 'light' || found === 'dark' ? found : 'system')

export { theme }

/** Tells the style sheet; without a choice it follows the system. */
export function applyTheme(): void {
  if (theme() === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme()
}

/** The person's choice, kept in this browser. */
export function chooseTheme(to: Theme): void {
  localStorage.setItem(stored, to)
  setTheme(to)
  applyTheme()
}
