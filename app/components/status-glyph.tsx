import type { CellStatus } from '~/domain/vocabulary'
import { statusText } from '~/text/status.en'
import type { StatusDetail } from '~/text/status.en'
import { statusFamily } from './status-family'

const line = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round', strokeLinejoin: 'round' } as const
const cut = {
  fill: 'none',
  stroke: 'var(--cut, var(--surface))',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

/** One silhouette per status on a 16 px grid; colour from `currentColor`, inner marks from `--cut`. */
const shapes = {
  mastered: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.9 8.3 7 10.4l4.2-4.7" {...cut} strokeWidth="1.75" />
    </>
  ),
  expiring: (
    <>
      <circle cx="8" cy="8" r="6.1" {...line} strokeWidth="1.75" />
      <path d="M8 4.6V8l2.3 1.7" {...line} strokeWidth="1.75" />
    </>
  ),
  expired: (
    <>
      <path
        d="M8 2 14.4 13.4H1.6z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
      <path d="M8 5.9v3.5M8 11.9v.1" {...cut} strokeWidth="1.75" />
    </>
  ),
  'on-hold': (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2.5" fill="currentColor" />
      <path d="M6.2 5v6M9.8 5v6" {...cut} strokeWidth="1.75" />
    </>
  ),
  'in-review': (
    <>
      <rect x=".6" y="3.4" width="14.8" height="9.2" rx="4.6" fill="currentColor" />
      <g fill="var(--cut, var(--surface))">
        <circle cx="4.7" cy="8" r="1.1" />
        <circle cx="8" cy="8" r="1.1" />
        <circle cx="11.3" cy="8" r="1.1" />
      </g>
    </>
  ),
  returned: <path d="M5.6 2.6 2.2 6l3.4 3.4M2.6 6h7.2a3.7 3.7 0 0 1 0 7.4H6.4" {...line} strokeWidth="1.9" />,
  'not-yet': (
    <>
      <path d="M8 1.4 14.6 8 8 14.6 1.4 8z" {...line} strokeWidth="1.6" />
      <path d="M5.6 8h4.8" {...line} strokeWidth="1.6" />
    </>
  ),
  learning: (
    <>
      <circle cx="8" cy="8" r="6.1" {...line} strokeWidth="1.6" />
      <path d="M8 4.1a3.9 3.9 0 0 1 0 7.8z" fill="currentColor" />
    </>
  ),
  locked: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.6" fill="currentColor" />
      <path d="M5.2 7V5.2a2.8 2.8 0 0 1 5.6 0V7" {...line} strokeWidth="1.5" />
    </>
  ),
  'not-started': <circle cx="8" cy="8" r="3.6" {...line} strokeWidth="1.5" />,
  exempt: <path d="M5 8h6" {...line} strokeWidth="1.6" />,
} satisfies Record<CellStatus, JSX.Element>

/** The shape of a status, for use beside its word. In grids use `CellChip`, which is one element. */
export function StatusGlyph({ status, className }: { status: CellStatus; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden className={className}>
      {shapes[status]}
    </svg>
  )
}

/** Shape and words in the colour of the status: "Renew by 12 Dec 2026". */
export function StatusWords({
  status,
  children,
  ...detail
}: { status: CellStatus; children?: React.ReactNode } & StatusDetail) {
  return (
    <span className={`st ${statusFamily[status]}`}>
      <StatusGlyph status={status} />
      {children ?? statusText.sentence[status](detail)}
    </span>
  )
}
