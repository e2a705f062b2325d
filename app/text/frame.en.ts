import type { ThemeChoice } from '~/components/theme'

/** Words of the application frame. */
export const frameText = {
  product: 'Masterwork',
  home: 'Masterwork, start page',
  mainNavigation: 'Main',
  skipToContent: 'Skip to content',
  search: 'Search',
  searchKeys: 'Ctrl K',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' } satisfies Record<ThemeChoice, string>,
  more: 'More',
  signOut: 'Sign out',
  personMenu: (name: string) => `${name}, account`,
  waiting: (count: number) => (count === 1 ? '1 waiting' : `${count} waiting`),
}
