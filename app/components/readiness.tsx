import clsx from 'clsx'
import { statusText } from '~/text/status.en'

/** The one figure: "14 of 18", the first number strong. `l` once per screen; 0 of 0 is "nothing required". */
export function Readiness({ met, needed, size = 's' }: { met: number; needed: number; size?: 's' | 'l' }) {
  if (needed === 0) return <span className="text-t12 text-ink-2">{statusText.nothingRequired}</span>
  const words = statusText.readiness(met, needed)
  if (size === 'l') return <span className="text-t32 font-strong tracking-[-.02em]">{words}</span>
  // The words come whole from the catalogue; only the first number inside them is made strong.
  const [before = '', ...after] = words.split(String(met))
  return (
    <span className={clsx('whitespace-nowrap text-t12 text-ink-2')}>
      {before}
      <b className="text-ink">{met}</b>
      {after.join(String(met))}
    </span>
  )
}
