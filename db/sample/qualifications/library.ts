/** The yard's whole library, in the order in which it was written. */
import type { SampleQualification } from '../content'
import { answering } from './answering'
import { fitting } from './fitting'
import { laminating } from './laminating'
import { leading } from './leading'
import { refit, refitDrafts } from './refit'
import { safety } from './safety'

/** Qualifications with a revision in force. */
export const currentQualifications: readonly SampleQualification[] = [
  ...safety,
  ...laminating,
  ...fitting,
  ...leading,
  ...answering,
  ...refit,
]

/** Qualifications of which there is only a draft. */
export const draftQualifications: readonly SampleQualification[] = refitDrafts
