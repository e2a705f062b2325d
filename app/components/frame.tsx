import { Link, NavLink } from '@remix-run/react'
import clsx from 'clsx'
import { Contrast, Ellipsis, Search } from 'lucide-react'
import { useRef, useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { frameText } from '~/text/frame.en'
import { Avatar } from '~/ui/avatar'
import { Count } from '~/ui/count'
import { Kbd } from '~/ui/kbd'
import { Menu, MenuChoice, MenuChoices } from '~/ui/menu'
import { Popover } from '~/ui/popover'
import { BrandMark } from './brand'
import { applyTheme, themeChoices } from './theme'
import type { ThemeChoice } from './theme'
import { navIcons } from './nav-icons'
import type { NavIcon } from './nav-icons'

export type NavItem = {
  key: string
  icon: NavIcon
  label: string
  href: string
  /** How many wait there; nothing at 0. */
  count?: number
  /** Only to override what the address says. */
  current?: boolean
}

export type FrameProps = {
  items: NavItem[]
  homeHref: string
  /** Icons with names below, 72 px: for screens that need the width. Always so under 1200 px. */
  slim?: boolean
  person: {
    name: string
    detail?: ReactNode
    /** A form that signs out, with its button; works without script. */
    signOut?: ReactNode
    /** Further entries above it. */
    links?: ReactNode
  }
  /** The choice in the cookie. */
  theme: ThemeChoice
  /** Shows Search when given. */
  onSearch?: () => void
  /** Above everything: "You are looking at the sample", a lost connection. */
  banner?: ReactNode
  children: ReactNode
}

/** The application frame: navigation, search, theme and person at the left; tabs at the foot on a phone; the work. */
export function Frame({ items, homeHref, slim, person, theme, onSearch, banner, children }: FrameProps) {
  return (
    <>
      <a href="#main" className="skip">
        {frameText.skipToContent}
      </a>
      <div className={clsx('app', slim && 'app-slim')}>
        <nav className="nav" aria-label={frameText.mainNavigation}>
          <Link to={homeHref} className="nav-brand" aria-label={frameText.home}>
            <BrandMark />
            <span>{frameText.product}</span>
          </Link>
          {items.map((item) => (
            <NavEntry key={item.key} item={item} className="nav-item" />
          ))}
          <div className="nav-foot">
            {onSearch && (
              <button type="button" className="nav-item" onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
                <Search aria-hidden />
                <span>{frameText.search}</span>
                <span className="end">
                  <Kbd>{frameText.searchKeys}</Kbd>
                </span>
              </button>
            )}
            <ThemeMenu theme={theme} />
            <PersonMenu person={person} />
            {/* The menu needs script; signing out must not. */}
            <noscript>{person.signOut}</noscript>
          </div>
        </nav>
        <Main banner={banner}>{children}</Main>
      </div>
      <TabBar items={items} person={person} theme={theme} onSearch={onSearch} />
    </>
  )
}

/** The area of work; the skip link and focus after navigation come here. */
export function Main({ banner, children }: { banner?: ReactNode; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="main">
      {banner}
      {children}
    </main>
  )
}

/** On a phone: the first three areas as tabs, the rest under More (a `details`, so that it opens without script). */
function TabBar({ items, person, theme, onSearch }: Pick<FrameProps, 'items' | 'person' | 'theme' | 'onSearch'>) {
  const tabs = items.slice(0, 3)
  const others = items.slice(tabs.length)
  const more = useRef<HTMLDetailsElement>(null)
  // The page changes without a reload, so an open sheet would stay over the next page.
  function closeAfterLink(event: MouseEvent) {
    if (event.target instanceof Element && event.target.closest('a') && more.current) more.current.open = false
  }
  return (
    <nav className="tabbar" aria-label={frameText.mainNavigation}>
      {tabs.map((item) => (
        <NavEntry key={item.key} item={item} className="tab" />
      ))}
      <details ref={more} className="tab-more">
        <summary className="tab">
          <Ellipsis aria-hidden />
          {frameText.more}
        </summary>
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- closes after the link inside did its work; a key on the link clicks too */}
        <div className="tab-sheet" onClick={closeAfterLink}>
          {others.map((item) => (
            <NavEntry key={item.key} item={item} className="nav-item" />
          ))}
          {onSearch && (
            <button type="button" className="nav-item" onClick={onSearch}>
              <Search aria-hidden />
              {frameText.search}
            </button>
          )}
          <ThemeMenu theme={theme} />
          <div className="mt-1 border-t border-line px-3 pt-3">
            <PersonCard person={person} />
          </div>
        </div>
      </details>
    </nav>
  )
}

function NavEntry({ item, className }: { item: NavItem; className: string }) {
  const Icon = navIcons[item.icon]
  const content = (
    <>
      <Icon aria-hidden />
      <span>{item.label}</span>
      {item.count ? <Count value={item.count} label={frameText.waiting(item.count)} className="end" /> : null}
    </>
  )
  // NavLink sets aria-current from the address; a given `current` wins.
  if (item.current !== undefined) {
    return (
      <Link to={item.href} className={className} aria-current={item.current ? 'page' : undefined}>
        {content}
      </Link>
    )
  }
  return (
    <NavLink to={item.href} className={className}>
      {content}
    </NavLink>
  )
}

function ThemeMenu({ theme }: { theme: ThemeChoice }) {
  const [chosen, setChosen] = useState(theme)
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className="nav-item">
          <Contrast aria-hidden />
          <span>{frameText.theme}</span>
        </button>
      }
    >
      <MenuChoices
        label={frameText.theme}
        value={chosen}
        onChange={(value) => {
          const choice = themeChoices.find((one) => one === value) ?? 'system'
          setChosen(choice)
          applyTheme(choice)
        }}
      >
        {themeChoices.map((choice) => (
          <MenuChoice key={choice} value={choice}>
            {frameText.themes[choice]}
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  )
}

function PersonMenu({ person }: { person: FrameProps['person'] }) {
  return (
    <Popover
      label={frameText.personMenu(person.name)}
      side="top"
      trigger={
        <button type="button" className="nav-item">
          <Avatar name={person.name} className="-ml-[3px]" />
          <span className="truncate">{person.name}</span>
        </button>
      }
    >
      <PersonCard person={person} />
    </Popover>
  )
}

function PersonCard({ person }: { person: FrameProps['person'] }) {
  return (
    <div className="grid min-w-48 gap-3">
      <div className="flex items-center gap-3">
        <Avatar name={person.name} size="l" />
        <div className="min-w-0">
          <div className="truncate font-strong">{person.name}</div>
          {person.detail && <div className="text-t12 text-ink-3">{person.detail}</div>}
        </div>
      </div>
      {person.links}
      {person.signOut}
    </div>
  )
}
