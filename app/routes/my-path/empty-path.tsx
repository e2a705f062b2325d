import { Form } from '@remix-run/react'
import { paths } from '~/paths'
import { myPathText as text } from '~/text/my-path.en'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import type { MyPathView, PathView } from './my-path-view'
import { TargetRoleForm } from './target-role-form'

/** No program to show: no role at all, or none with anything published. */
export function EmptyPath({ view }: { view: MyPathView }) {
  const hasRole = view.roles.length > 0
  const mayChoose = view.choices.some((choice) => choice.hasProgram)
  return (
    <div className="mx-auto grid w-full max-w-[1080px] content-start gap-6 p-4 md:px-8 md:py-6">
      <h1 className="sr-only">{text.title}</h1>
      <EmptyState title={hasRole ? text.empty.noProgramTitle : text.empty.noRoleTitle}>
        <p>{hasRole ? text.empty.noProgram(text.names(view.roles.map((role) => role.title))) : text.empty.noRole}</p>
        {!hasRole && (
          <p className="mt-2">
            {text.empty.askHr} {mayChoose && text.empty.orChoose}
          </p>
        )}
        {mayChoose && (
          <div className="mt-4">
            <TargetRoleForm view={view} isOpen />
          </div>
        )}
      </EmptyState>
    </div>
  )
}

/** The role ahead is only proposed: one button makes it the person's own. */
export function TargetNotice({ view, path }: { view: MyPathView; path: PathView }) {
  const role = view.roles.find((one) => one.isShown)
  if (!role) return null
  return (
    <Notice
      title={text.target.preset(path.roleTitle)}
      actions={
        <Form method="post" action={paths.myPath()}>
          <input type="hidden" name="intent" value="choose-target-role" />
          <input type="hidden" name="roleId" value={role.roleId} />
          <Button type="submit" size="s">
            {text.target.begin}
          </Button>
        </Form>
      }
    >
      {text.target.beginWhy}
    </Notice>
  )
}
