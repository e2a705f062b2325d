import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ClipboardEvent, KeyboardEvent, ReactNode, TextareaHTMLAttributes } from 'react'
import { uiText } from '~/text/ui.en'
import { IconButton } from './button'
import { Kbd } from './kbd'
import { linesOf } from './outline-lines'

export type OutlineRow = {
  id: string
  text: string
  /** At the right of the row: "required", a select, a figure. */
  trailing?: ReactNode
  /** Under the row: advice about this line. */
  advice?: ReactNode
}

/**
 * An ordered list edited like an outliner: Enter adds, pasting many lines adds many, Alt+Up and Alt+Down (or the
 * buttons) reorder, Backspace on an empty line removes. It holds no state: the rows are the caller's, who answers the
 * calls. Inputs carry names (`name` for the texts, `name + "Id"` for the ids, in order, `addName` for the new line), so
 * a form around it works without script.
 */
export function OutlineList({
  name,
  label,
  rows,
  onAdd,
  onChange,
  onMove,
  onRemove,
  addName,
  addLabel,
  readOnly,
  maxLength,
}: {
  name: string
  /** Names the list and, with its number, each line. */
  label: string
  rows: OutlineRow[]
  /** New lines, after the row `afterId` or at the end when it is null. */
  onAdd: (texts: string[], afterId: string | null) => void
  /** A line was changed and left (or Enter was pressed in it). Not called for every key. */
  onChange: (id: string, text: string) => void
  onMove: (id: string, delta: -1 | 1) => void
  onRemove: (id: string) => void
  addName?: string
  addLabel: string
  readOnly?: boolean
  maxLength?: number
}) {
  const list = useRef<HTMLDivElement>(null)
  const focusNext = useFocusAfterChange(list, rows)

  function changeIfNew(row: OutlineRow, text: string) {
    if (text !== row.text) onChange(row.id, text)
  }

  function rowKey(event: KeyboardEvent<HTMLTextAreaElement>, row: OutlineRow, place: number) {
    const text = event.currentTarget.value
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      const delta = event.key === 'ArrowUp' ? -1 : 1
      if (place + delta < 0 || place + delta >= rows.length) return
      changeIfNew(row, text)
      focusNext({ id: row.id })
      onMove(row.id, delta)
    } else if (leavesField(event)) {
      event.preventDefault()
      focusField(list.current, place + (event.key === 'ArrowUp' ? -1 : 1))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      changeIfNew(row, text)
      if (text.trim() === '') return
      const next = rows[place + 1]
      if (next) {
        focusNext({ place: place + 1 })
        onAdd([''], row.id)
      } else focusField(list.current, place + 1)
    } else if (event.key === 'Backspace' && text === '') {
      event.preventDefault()
      focusNext({ place: Math.max(0, place - 1) })
      onRemove(row.id)
    }
  }

  function pasteInRow(event: ClipboardEvent<HTMLTextAreaElement>, row: OutlineRow, place: number) {
    const lines = linesOf(event.clipboardData.getData('text'))
    if (lines.length < 2) return
    event.preventDefault()
    const [first = '', ...others] = lines
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const text = value.slice(0, selectionStart) + first + value.slice(selectionEnd)
    event.currentTarget.value = text
    changeIfNew(row, text)
    focusNext({ place: place + others.length })
    onAdd(others, row.id)
  }

  function addTyped(field: HTMLTextAreaElement) {
    const text = field.value.trim()
    if (text === '') return
    field.value = ''
    onAdd([text], null)
  }

  function addKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    const field = event.currentTarget
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      addTyped(field)
    } else if ((event.key === 'ArrowUp' && leavesField(event)) || (event.key === 'Backspace' && field.value === '')) {
      if (rows.length === 0) return
      event.preventDefault()
      focusField(list.current, rows.length - 1)
    }
  }

  function pasteInAdd(event: ClipboardEvent<HTMLTextAreaElement>) {
    const lines = linesOf(event.clipboardData.getData('text'))
    if (lines.length < 2) return
    event.preventDefault()
    onAdd(lines, null)
  }

  return (
    <div ref={list} role="group" aria-label={label} className="outline-list">
      <ol role="list">
        {rows.map((row, place) => {
          const rowName = uiText.rowName(label, place + 1)
          return (
            <li key={row.id} className="outline-row" data-row={row.id}>
              <span aria-hidden className="outline-place">
                {place + 1}
              </span>
              <input type="hidden" name={`${name}Id`} value={row.id} />
              <LineField
                name={name}
                aria-label={rowName}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                text={row.text}
                readOnly={readOnly}
                maxLength={maxLength}
                autoComplete="off"
                onBlur={(event) => changeIfNew(row, event.currentTarget.value)}
                onKeyDown={readOnly ? undefined : (event) => rowKey(event, row, place)}
                onPaste={readOnly ? undefined : (event) => pasteInRow(event, row, place)}
              />
              <span className="outline-acts">
                {!readOnly && (
                  <>
                    <IconButton
                      label={uiText.actOnRow(uiText.moveUp, row.text || rowName)}
                      icon={<ArrowUp aria-hidden />}
                      disabledReason={place === 0 ? uiText.alreadyFirst : null}
                      onClick={() => onMove(row.id, -1)}
                    />
                    <IconButton
                      label={uiText.actOnRow(uiText.moveDown, row.text || rowName)}
                      icon={<ArrowDown aria-hidden />}
                      disabledReason={place === rows.length - 1 ? uiText.alreadyLast : null}
                      onClick={() => onMove(row.id, 1)}
                    />
                    <IconButton
                      label={uiText.actOnRow(uiText.remove, row.text || rowName)}
                      icon={<X aria-hidden />}
                      onClick={() => {
                        focusNext({ place: Math.max(0, place - 1) })
                        onRemove(row.id)
                      }}
                    />
                  </>
                )}
                {row.trailing && <span className="trailing">{row.trailing}</span>}
              </span>
              {row.advice && <div className="advice">{row.advice}</div>}
            </li>
          )
        })}
      </ol>
      {!readOnly && (
        <div className="outline-row">
          <Plus aria-hidden />
          <textarea
            className="outline-input"
            rows={1}
            name={addName}
            aria-label={addLabel}
            placeholder={addLabel}
            title={uiText.outlineKeys}
            maxLength={maxLength}
            autoComplete="off"
            onKeyDown={addKey}
            onPaste={pasteInAdd}
            onBlur={(event) => addTyped(event.currentTarget)}
          />
          <span className="outline-acts max-md:hidden" aria-hidden>
            <Kbd>{uiText.enterKey}</Kbd>
          </span>
        </div>
      )}
    </div>
  )
}

/**
 * The field of one line. A new text from outside (another editor, an undo, a late answer of the server) replaces what it
 * holds only where that is not being changed: what somebody is typing is never taken away.
 */
function LineField({ text, ...attributes }: { text: string } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const field = useRef<HTMLTextAreaElement>(null)
  const known = useRef(text)
  useEffect(() => {
    const element = field.current
    if (!element || known.current === text) return
    const isBeingTyped = document.activeElement === element && element.value !== known.current
    known.current = text
    if (!isBeingTyped) element.value = text
  }, [text])
  return <textarea {...attributes} ref={field} rows={1} className="outline-input" defaultValue={text} />
}

type FocusTarget = { id: string } | { place: number }

/** Remembers where focus should stand once the rows have changed (they change when the caller answers, not at once). */
function useFocusAfterChange(list: React.RefObject<HTMLDivElement>, rows: OutlineRow[]) {
  const wanted = useRef<FocusTarget | null>(null)
  useEffect(() => {
    const target = wanted.current
    wanted.current = null
    if (!target) return
    const place = 'id' in target ? rows.findIndex((row) => row.id === target.id) : target.place
    if (place >= 0) focusField(list.current, place)
  }, [rows, list])
  return (target: FocusTarget) => {
    wanted.current = target
  }
}

/** Up at the very start of the text, Down at its very end: inside, the keys move within the wrapped lines. */
function leavesField(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  const { value, selectionStart, selectionEnd } = event.currentTarget
  if (event.shiftKey || event.ctrlKey || event.metaKey || selectionStart !== selectionEnd) return false
  return (
    (event.key === 'ArrowUp' && selectionStart === 0) || (event.key === 'ArrowDown' && selectionEnd === value.length)
  )
}

function focusField(list: HTMLDivElement | null, place: number) {
  if (place < 0) return
  const fields = list?.querySelectorAll<HTMLTextAreaElement>('.outline-input')
  fields?.[Math.min(place, fields.length - 1)]?.focus()
}
