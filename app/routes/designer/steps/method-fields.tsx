import { fieldText } from '~/domain/design-field'
import type { DefaultMethod } from '~/domain/settings'
import { methodKinds } from '~/domain/vocabulary'
import { stepsText } from '~/text/designer-steps.en'
import { SavedArea, SavedSelect } from './saved-fields'

const text = stepsText.demonstration

/** The fields of one way to show it; those of the program's ways are fewer. */
export function MethodFields({
  method,
  intent,
  ids,
  sets,
  disabled,
}: {
  method: DefaultMethod & { readonly accommodations?: string; readonly allOfGroup?: number | null }
  intent: 'change-method' | 'change-default-method'
  ids: Readonly<Record<string, string | number>>
  /** Numbers of all-of sets to choose from; absent where there are none. */
  sets?: readonly number[]
  disabled?: boolean
}) {
  const saved = { intent, ids, disabled }
  return (
    <div className="grid min-w-0 grow gap-2">
      <div className="grid gap-2 sm:grid-cols-2">
        <SavedSelect
          {...saved}
          field="kind"
          value={method.kind}
          label={text.kindLabel}
          hint={text.kindHint[method.kind]}
          options={methodKinds.map((kind) => ({ value: kind, label: text.kind[kind] }))}
        />
        {sets && (
          <SavedSelect
            {...saved}
            field="allOfGroup"
            value={fieldText(method.allOfGroup)}
            label={text.set}
            options={[
              { value: '', label: text.alone },
              ...sets.map((each) => ({ value: String(each), label: text.setOf(each) })),
            ]}
          />
        )}
      </div>
      <SavedArea
        {...saved}
        field="instructions"
        value={method.instructions}
        label={text.instructions}
        hint={text.instructionsHint}
        rows={1}
      />
      <div className="grid gap-2 sm:grid-cols-2">
        <SavedArea
          {...saved}
          field="evidenceRequired"
          value={method.evidenceRequired}
          label={text.evidence}
          hint={text.evidenceHint}
          rows={1}
        />
        {method.accommodations !== undefined && (
          <SavedArea
            {...saved}
            field="accommodations"
            value={method.accommodations}
            label={text.accommodations}
            hint={text.accommodationsHint}
            rows={1}
          />
        )}
      </div>
    </div>
  )
}
