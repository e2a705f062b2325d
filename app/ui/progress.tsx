import { uiText } from '~/text/ui.en'

/** How far something countable is, as a thin bar. `label` is its name for screen readers. */
export function Progress({ value, max, label }: { value: number; max: number; label: string }) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      className="progress"
    >
      <span style={{ width: `${Math.round(share * 100)}%` }} />
    </div>
  )
}

/** Work of unknown length. */
export function Spinner({ label = uiText.working }: { label?: string }) {
  return (
    <span role="status" className="inline-flex items-center gap-2 text-t12 text-ink-3">
      <span className="spinner" aria-hidden />
      <span className="sr-only">{label}</span>
    </span>
  )
}
