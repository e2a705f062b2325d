import { Link } from '@remix-run/react'
import { Check, ChevronRight } from 'lucide-react'
import { paths } from '~/paths'
import { designerText } from '~/text/designer.en'
import { LinkButton } from '~/ui/button'
import { formatTime } from '~/ui/date'
import { Tag } from '~/ui/tag'
import type { DesignView } from './design-view'

/** Where one is, which draft it is, when it was last saved, and the ways on. */
export function DesignHeader({ view }: { view: DesignView }) {
  const { version, role, programId, timeZone } = view
  return (
    <header className="flex min-h-12 flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
      <div className="flex min-w-0 flex-1 basis-40 items-center gap-2 text-ink-3 sm:flex-initial sm:basis-auto">
        <Link to={paths.programs()} className="text-ink-3 no-underline hover:underline max-sm:sr-only">
          {designerText.programs}
        </Link>
        <ChevronRight aria-hidden className="size-3.5 flex-none max-sm:hidden" />
        <h1 className="truncate text-t13 font-strong text-ink">{role.title}</h1>
        <Tag>
          {version.state === 'draft' ? designerText.draft(version.number) : designerText.version(version.number)}
        </Tag>
      </div>
      {version.savedAt && (
        <span className="flex items-center gap-1 text-t12 text-ink-3 max-sm:sr-only">
          <Check aria-hidden className="size-3.5" />
          {designerText.savedAt(formatTime(version.savedAt, { locale: 'en-GB', zone: timeZone }))}
        </span>
      )}
      <div className="ml-auto flex flex-none items-center gap-2">
        {view.isFrozen ? (
          <LinkButton size="s">
            <Link to={paths.programTracker(programId)}>{designerText.toTracker}</Link>
          </LinkButton>
        ) : (
          <>
            <LinkButton size="s">
              <Link to={`${paths.publish(programId)}#preview`} className="max-sm:!hidden">
                {designerText.preview}
              </Link>
            </LinkButton>
            <LinkButton size="s">
              <Link to={paths.publish(programId)}>{designerText.publish}</Link>
            </LinkButton>
          </>
        )}
      </div>
    </header>
  )
}
