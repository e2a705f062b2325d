import { useState } from 'react'
import type { OutlineRow } from '~/ui/outline-list'

type OutlineActs = {
  /** After the row of that id, or at the end. */
  add: (lines: string[], afterId: string | null) => void
  change: (id: string, text: string) => void
  move: (id: string, delta: -1 | 1) => void
  remove: (id: string) => void
}

/** An empty row at a place; numbered, so that the next one is a new field and not the last one's text again. */
type Draft = { readonly place: number; readonly number: number }

/**
 * The rows of an `OutlineList` whose lines are on the server. Enter in the middle opens an empty row that is known only
 * here until something is written into it, because an empty line is nothing to save.
 */
export function useOutline(rows: OutlineRow[], acts: OutlineActs) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const draftId = draft && `draft ${draft.number}`
  const before = (place: number) => rows[place - 1]?.id ?? null
  const shown =
    draft && draftId ? [...rows.slice(0, draft.place), { id: draftId, text: '' }, ...rows.slice(draft.place)] : rows

  function placeAfter(id: string): number {
    return draft && id === draftId ? draft.place : rows.findIndex((row) => row.id === id)
  }

  return {
    rows: shown,
    onAdd(texts: string[], afterId: string | null) {
      if (afterId === null) acts.add(texts, null)
      else if (texts.every((text) => text.trim() === '')) {
        setDraft({ place: placeAfter(afterId) + 1, number: (draft?.number ?? 0) + 1 })
      } else {
        acts.add(texts, draft && afterId === draftId ? before(draft.place) : afterId)
        setDraft(null)
      }
    },
    onChange(id: string, text: string) {
      if (id !== draftId) {
        if (text.trim() !== '') acts.change(id, text)
        return
      }
      if (text.trim() !== '') acts.add([text], draft && before(draft.place))
      setDraft(null)
    },
    onMove(id: string, delta: -1 | 1) {
      if (id !== draftId) acts.move(id, delta)
    },
    onRemove(id: string) {
      if (id === draftId) setDraft(null)
      else acts.remove(id)
    },
  }
}
