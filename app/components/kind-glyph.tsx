import type { QualificationKind } from '~/domain/vocabulary'
import { statusText } from '~/text/status.en'
import { Tag } from '~/ui/tag'

const paths = {
  knowledge: 'M8 4.2C6.6 3.1 4.6 2.8 2 3v9.2c2.6-.2 4.6.1 6 1.2 1.4-1.1 3.4-1.4 6-1.2V3c-2.6-.2-4.6.1-6 1.2zm0 0v9',
  skill:
    'M13.7 4.6 11.5 6.8 9.2 4.5l2.2-2.2a3.7 3.7 0 0 0-4.9 4.7L2.3 11.2a1.7 1.7 0 0 0 2.5 2.5L9 9.5a3.7 3.7 0 0 0 4.7-4.9z',
  experience:
    'M2.5 3.5h11v10h-11zM2.5 6.7h11M5.3 2v2.5M10.7 2v2.5M5.3 9.3h.1M8 9.3h.1M10.7 9.3h.1M5.3 11.4h.1M8 11.4h.1',
  disposition: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM10.8 5.2 9.2 9.2 5.2 10.8 6.8 6.8z',
} satisfies Record<QualificationKind, string>

/** The icon of a kind; hidden from screen readers unless `named`. */
export function KindGlyph({
  kind,
  named,
  className,
}: {
  kind: QualificationKind
  named?: boolean
  className?: string
}) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      className={className}
      {...(named ? { role: 'img', 'aria-label': statusText.kind[kind] } : { 'aria-hidden': true })}
    >
      <path
        d={paths[kind]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** Icon and word of a kind. */
export function KindTag({ kind }: { kind: QualificationKind }) {
  return <Tag icon={<KindGlyph kind={kind} />}>{statusText.kind[kind]}</Tag>
}
