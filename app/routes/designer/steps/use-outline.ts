import { useState } from 'react'
import type { OutlineRow } from '~/ui/outline-list'

type OutlineActs = {
  /** After the row of that id, or at the end. */
  add: (lines: string[], afterId: string | null) => void
  change: (id: string, text: string) => void
  move: (id: string, delta: -1 | 1) => void
  remove: (id: string) => void
}

const draftId = 'draft'

/**
 * The rows of an `OutlineList` whose lines are on the server. Enter in the middle opens an empty row that is known only
 * here until something is written into it, because an empty line is nothing to save.
 */
export function useOutline(rows: OutlineRow[], acts: OutlineActs) {
  /** Where the empty row stands. */
  const [place, setPlace] = useState<number | null>(null)
  const before = (at: number) => rows[at - 1]?.id ?? null
  const shown = place === null ? rows : [...rows.slice(0, place), { id: draftId, text: '' }, ...rows.slice(place)]
  return {
    rows: shown,
    onAdd(texts: string[], afterId: string | null) {
      const at = afterId === draftId ? (place ?? 0) : rows.findIndex(({ id }) => id === afterId)
      if (afterId === null) acts.add(texts, null)
      else if (texts.every((text) => text.trim() === '')) setPlace(at + 1)
      else {
        acts.add(texts, afterId === draftId ? before(at) : afterId)
        setPlace(null)
      }
    },
    onChange(id: string, text: string) {
      if (id !== draftId) {
        if (text.trim() !== '') acts.change(id, text)
        return
      }
      if (text.trim() !== '') acts.add([text], place === null ? null : before(place))
      setPlace(null)
    },
    onMove(id: string, delta: -1 | 1) {
      if (id !== draftId) acts.move(id, delta)
    },
    onRemove(id: string) {
      if (id === draftId) setPlace(null)
      else acts.remove(id)
    },
  }
}
