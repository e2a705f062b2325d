import { NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { peopleText } from '~/text/people.en'
import { PageHeader } from '~/ui/page-header'
import { SegmentedLinks } from '~/ui/segmented'

/** The bar of the area: people or teams, and the act at the right. */
export function AreaHeader({ title, meta, actions }: { title: string; meta?: ReactNode; actions?: ReactNode }) {
  return (
    <PageHeader
      title={title}
      meta={
        <>
          {meta}
          <SegmentedLinks label={peopleText.views}>
            <NavLink to={paths.people()} end className="seg-item">
              {peopleText.title}
            </NavLink>
            <NavLink to={paths.teams()} end className="seg-item">
              {peopleText.teamsTitle}
            </NavLink>
          </SegmentedLinks>
        </>
      }
      actions={actions}
    />
  )
}
