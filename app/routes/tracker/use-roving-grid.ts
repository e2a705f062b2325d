import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import { lineByTyping, positionAfter, type Position } from './grid-keys'

/** Acts of the grid by key, on the place that has the focus. */
export type GridActs = {
  readonly onEnter: (at: Position) => void
  /** A letter on a cell; true when it was an act and not typing. */
  readonly onLetter: (letter: string, at: Position) => boolean
  readonly onEscape: () => void
}

const forgetsAfterMs = 700

/**
 * One tab stop for the whole grid: arrow keys move the focus, the browser keeps it. Only what is near is in the
 * document, so the focus follows once its cell is there.
 */
export function useRovingGrid({
  scroller,
  names,
  columnCount,
  keyOfLine,
  reveal,
  acts,
}: {
  scroller: RefObject<HTMLDivElement>
  /** Of the lines shown, in order. */
  names: readonly string[]
  columnCount: number
  /** A stable key per line, so that the focus stays with its person when the order changes. */
  keyOfLine: (line: number) => string
  /** Scrolls so that the place is in view. */
  reveal: (at: Position) => void
  acts: GridActs
}) {
  const [active, setActive] = useState<{ key: string; column: number }>({ key: '', column: 0 })
  const wanted = useRef(false)
  const typed = useRef({ text: '', at: 0 })
  const extent = { lines: names.length, columns: columnCount }

  const line = active.key === 'head' ? -1 : Math.max(0, indexOfKey(active.key, keyOfLine, names.length))
  const at: Position = { line, column: Math.min(active.column, columnCount - 1) }

  const moveTo = useCallback(
    (next: Position) => {
      wanted.current = true
      setActive({ key: next.line < 0 ? 'head' : keyOfLine(next.line), column: next.column })
      reveal(next)
    },
    [keyOfLine, reveal],
  )

  // Without dependencies on purpose: the cell may be mounted by a later render, after scrolling.
  useLayoutEffect(() => {
    if (!wanted.current) return
    const element = elementAt(scroller.current, at, keyOfLine)
    if (!element) return
    wanted.current = false
    element.focus({ preventScroll: true })
  })

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.defaultPrevented) return
    const isControl = event.ctrlKey || event.metaKey
    const next = positionAfter(event.key, isControl, at, extent)
    if (next) {
      event.preventDefault()
      typed.current.text = ''
      return moveTo(next)
    }
    if (isControl) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return acts.onEnter(at)
    }
    if (event.key === 'Escape') return acts.onEscape()
    if (event.key.length !== 1 || event.key === ' ') return
    const now = event.timeStamp
    const isTyping = typed.current.text !== '' && now - typed.current.at < forgetsAfterMs
    if (!isTyping && at.column >= 0 && acts.onLetter(event.key.toLowerCase(), at)) return event.preventDefault()
    if (!/\p{L}/u.test(event.key)) return
    typed.current = { text: (isTyping ? typed.current.text : '') + event.key, at: now }
    const found = lineByTyping(names, typed.current.text, line)
    if (found >= 0) moveTo({ line: found, column: at.column })
  }

  function onFocus(event: FocusEvent) {
    const place = placeOf(event.target)
    if (place) setActive((was) => (was.key === place.key && was.column === place.column ? was : place))
  }

  // The whole name on hover, put there only when asked for: thousands of title attributes would double the page.
  function onMouseOver(event: MouseEvent) {
    const { target } = event
    if (!(target instanceof HTMLElement)) return
    if (target.getAttribute('role') === 'gridcell') target.title = target.getAttribute('aria-label') ?? ''
    if (target.classList.contains('truncate')) target.title = target.textContent ?? ''
  }

  return { at, moveTo, handlers: { onKeyDown, onFocus, onMouseOver } }
}

/** The cell, heading or person an element of the grid stands for; null outside. */
export function placeOf(target: EventTarget): { key: string; column: number } | null {
  if (!(target instanceof Element)) return null
  const cell = target.closest('[role="gridcell"], [role="rowheader"], [role="columnheader"]')
  const column = Number(cell?.getAttribute('aria-colindex') ?? 0) - 2
  const row = cell?.closest('[role="row"]')
  if (!cell || !row) return null
  const person = row.getAttribute('data-person')
  if (person) return { key: person, column }
  return row.classList.contains('tg-names') ? { key: 'head', column } : null
}

function elementAt(
  scroller: HTMLElement | null,
  at: Position,
  keyOfLine: (line: number) => string,
): HTMLElement | null {
  const row = at.line < 0 ? '.tg-names' : `[data-person="${keyOfLine(at.line)}"]`
  return scroller?.querySelector<HTMLElement>(`${row} > [aria-colindex="${at.column + 2}"]`) ?? null
}

function indexOfKey(key: string, keyOfLine: (line: number) => string, lines: number): number {
  if (key === '') return -1
  for (let line = 0; line < lines; line += 1) if (keyOfLine(line) === key) return line
  return -1
}
