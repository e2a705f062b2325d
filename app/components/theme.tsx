/** The theme: chosen by the person or left to the system. Kept in the cookie `theme`, read by the server on each page. */
export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

export const themeCookie = 'theme'

/** The choice in a `Cookie` header; `system` when there is none or it is not one of ours. */
export function themeFromCookie(header: string | null): ThemeChoice {
  const value = header?.match(/(?:^|;\s*)theme=([a-z]+)/u)?.[1]
  return themeChoices.find((choice) => choice === value) ?? 'system'
}

/** What to put on `<html data-theme>`; nothing for the system's own. */
export function themeAttribute(choice: ThemeChoice): 'light' | 'dark' | undefined {
  return choice === 'system' ? undefined : choice
}

/** Sets the theme in this browser at once and for a year. */
export function applyTheme(choice: ThemeChoice): void {
  const attribute = themeAttribute(choice)
  if (attribute) document.documentElement.dataset.theme = attribute
  else delete document.documentElement.dataset.theme
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `${themeCookie}=${choice}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`
}
