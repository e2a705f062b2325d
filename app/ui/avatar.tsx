import clsx from 'clsx'

/** Initials in a grey circle; decoration beside a written name, hence hidden from screen readers. */
export function Avatar({ name, size = 's', className }: { name: string; size?: 's' | 'l'; className?: string }) {
  return (
    <span aria-hidden className={clsx('avatar', size === 'l' && 'avatar-l', className)}>
      {initialsOf(name)}
    </span>
  )
}

/** First letter of the first and of the last word: "Mary Ann de Vries" gives "MV". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const first = words[0]
  const last = words.length > 1 ? words[words.length - 1] : undefined
  return [first, last]
    .map((word) => (word ? ([...word][0] ?? '') : ''))
    .join('')
    .toLocaleUpperCase('en')
}
