import clsx from 'clsx'

/** Dot and word for a connection: filled while it is live, hollow when it is lost. */
export function LiveDot({ live, label }: { live: boolean; label: string }) {
  return (
    <span role="status" className="inline-flex items-center gap-2 text-t12 whitespace-nowrap text-ink-2">
      <span aria-hidden className={clsx('live-dot', !live && 'live-dot-off')} />
      {label}
    </span>
  )
}
