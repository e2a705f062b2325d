import {
  BookOpen,
  ClipboardCheck,
  Layers,
  LibraryBig,
  Route,
  Shield,
  SlidersHorizontal,
  Sheet,
  Users,
} from 'lucide-react'

/** One icon per area of the product. */
export const navIcons = {
  'my-path': Route,
  tracker: Sheet,
  queue: ClipboardCheck,
  programs: Layers,
  library: LibraryBig,
  people: Users,
  coverage: Shield,
  settings: SlidersHorizontal,
  guide: BookOpen,
} as const

export type NavIcon = keyof typeof navIcons
