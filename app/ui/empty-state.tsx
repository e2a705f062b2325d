import type { ReactNode } from 'react'

/** What stands where there is nothing yet: why, what to do next, and the choices as rows. */
export function EmptyState({
  title,
  children,
  picture,
  choices,
  isPage,
}: {
  title: ReactNode
  children?: ReactNode
  /** A quiet drawing above; decoration only. */
  picture?: ReactNode
  choices?: { key: string; icon?: ReactNode; title: ReactNode; detail?: ReactNode; action: ReactNode }[]
  /** It stands for the whole page, so its title is the page's. */
  isPage?: boolean
}) {
  const Title = isPage ? 'h1' : 'h2'
  return (
    <section className="m-auto grid w-full max-w-[520px] gap-5 p-6">
      {picture && <div aria-hidden>{picture}</div>}
      <div>
        <Title className="text-t20 font-strong tracking-[-.01em]">{title}</Title>
        {children && <div className="mt-1 text-ink-2">{children}</div>}
      </div>
      {choices && choices.length > 0 && (
        <ul role="list" className="rounded-r3 border border-line-strong">
          {choices.map((choice) => (
            <li
              key={choice.key}
              className="flex flex-wrap items-center gap-3 border-line px-4 py-3 not-first:border-t max-md:[&_.btn]:w-full"
            >
              {choice.icon && <span className="text-ink-3 [&>svg]:size-4">{choice.icon}</span>}
              <div className="min-w-0 flex-1 basis-40">
                <div className="font-strong">{choice.title}</div>
                {choice.detail && <div className="text-t12 text-ink-3">{choice.detail}</div>}
              </div>
              <div className="max-md:w-full">{choice.action}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The ghost of a grid, as a picture for empty tables. */
export function GhostGrid({ rows = 3, columns = 10 }: { rows?: number; columns?: number }) {
  return (
    <div className="grid gap-1" style={{ gridTemplateColumns: `120px repeat(${columns}, 1fr)` }}>
      {Array.from({ length: rows * (columns + 1) }, (_, place) => (
        <span
          key={place}
          className="h-5 rounded-r1 bg-hover"
          style={{ opacity: 1 - Math.floor(place / (columns + 1)) / rows }}
        />
      ))}
    </div>
  )
}
