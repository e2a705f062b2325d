import type { PageContext } from '~/server/guard.server'
import type { DesignView } from './design-view'

export type { DesignView } from './design-view'

/**
 * The designer at one step: the draft of a program, or what is published where there is none.
 * @throws NotFound for who may not read drafts, an unknown program or step
 */
export async function designPage(_context: PageContext): Promise<DesignView> {
  await Promise.resolve()
  throw new Error('designPage is written next')
}
