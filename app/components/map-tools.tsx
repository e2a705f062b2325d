import { useReactFlow, useViewport } from '@xyflow/react'
import { Maximize, Minus, Plus, Search } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { mapText } from '~/text/map.en'
import { IconButton } from '~/ui/button'
import { TextField } from '~/ui/inputs'

const moveTime = 150

/** The bar above the map: what the caller gives, search, zoom. */
export function MapTools({
  entries,
  onFind,
  onChoose,
  children,
}: {
  entries: readonly { readonly id: string; readonly name: string }[]
  /** The one that is shown as found; null when there is none. */
  onFind: (id: string | null) => void
  onChoose: (id: string) => void
  children?: ReactNode
}) {
  const flow = useReactFlow()
  const { zoom } = useViewport()
  const [text, setText] = useState('')
  const [place, setPlace] = useState(0)
  const found = matches(entries, text)

  function show(index: number, among: readonly { readonly id: string }[]) {
    const id = among[index]?.id ?? null
    setPlace(index)
    onFind(id)
    if (id !== null) void flow.fitView({ nodes: [{ id }], maxZoom: Math.max(1, flow.getZoom()), duration: moveTime })
  }

  function findKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') {
      event.preventDefault()
      const id = found[place]?.id
      if (event.shiftKey) show((place + 1) % Math.max(1, found.length), found)
      else if (id) onChoose(id)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : found.length - 1
      if (found.length > 0) show((place + step) % found.length, found)
    } else if (event.key === 'Escape') {
      setText('')
      onFind(null)
    }
  }

  return (
    <div className="flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-4 py-2">
      {children}
      <TextField
        label={mapText.findHint}
        hideLabel
        inputSize="s"
        className="w-36"
        leadIcon={<Search aria-hidden />}
        placeholder={mapText.find}
        type="search"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          show(0, matches(entries, event.currentTarget.value))
        }}
        onKeyDown={findKey}
      />
      <span role="status" className="text-t12 text-ink-3">
        {text.trim() !== '' && (found.length === 0 ? mapText.foundNothing : mapText.found(place + 1, found.length))}
      </span>
      <span className="ml-auto flex items-center gap-1">
        <IconButton
          label={mapText.zoomOut}
          icon={<Minus aria-hidden />}
          onClick={() => void flow.zoomOut({ duration: moveTime })}
        />
        <span className="w-10 text-center text-t12 text-ink-2">{mapText.zoom(Math.round(zoom * 100))}</span>
        <IconButton
          label={mapText.zoomIn}
          icon={<Plus aria-hidden />}
          onClick={() => void flow.zoomIn({ duration: moveTime })}
        />
        <IconButton
          label={mapText.fit}
          icon={<Maximize aria-hidden />}
          onClick={() => void flow.fitView({ padding: 0.08, maxZoom: 1, duration: moveTime })}
        />
      </span>
    </div>
  )
}

function matches<E extends { readonly name: string }>(entries: readonly E[], text: string): E[] {
  const wanted = text.trim().toLowerCase()
  return wanted === '' ? [] : entries.filter(({ name }) => name.toLowerCase().includes(wanted))
}
