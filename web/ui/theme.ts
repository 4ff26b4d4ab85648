export type Theme = 'system' | 'light' | 'dark'

const key = 'muster.theme'

/** The theme chosen on this device. */
export const chosenTheme = (): Theme => {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

/** Applies and remembers a theme; `system` follows the device again. */
export const chooseTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch (cause) {
    console.warn('The theme is not remembered: this browser keeps no storage for the page.', cause)
  }
  window.dispatchEvent(new Event('muster-theme'))
}

/** A token's colour as the browser resolves it now ("rgb(…)"), for canvases. */
export const tokenColour = (token: string): string => {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour
}
