import clsx from 'clsx'

/** A small round count, such as beside a navigation item. Nothing at 0. `label` says what is counted. */
export function Count({ value, label, className }: { value: number; label?: string; className?: string }) {
  if (value === 0) return null
  return (
    <span className={clsx('nav-count', className)}>
      <span aria-hidden={label ? true : undefined}>{value}</span>
      {label && <span className="sr-only">{label}</span>}
    </span>
  )
}
