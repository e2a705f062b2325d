import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Brand } from './brand'

/** A page outside the frame: the brand, one card for the one thing to do, and a few words below. */
export function BarePage({ wide, below, children }: { wide?: boolean; below?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid min-h-dvh place-items-center bg-canvas p-4">
      <div className={clsx('grid w-full gap-4', wide ? 'max-w-[480px]' : 'max-w-[344px]')}>
        <Brand />
        <div className="grid gap-4 rounded-r3 border border-line bg-surface p-6">{children}</div>
        {below}
      </div>
    </div>
  )
}

/** Title of a bare page with a sentence below it. */
export function BareTitle({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div>
      <h1 className="text-t16 font-strong">{title}</h1>
      {children && <p className="mt-1 text-ink-2">{children}</p>}
    </div>
  )
}
