/** Three programs in force and one half-way. */
import type { SampleProgram } from './content'
import { boatbuilder } from './programs/boatbuilder'
import { refitLead } from './programs/refit-lead'
import { refitTechnician } from './programs/refit-technician'
import { seniorBoatbuilder } from './programs/senior-boatbuilder'

export const programs: readonly SampleProgram[] = [boatbuilder, seniorBoatbuilder, refitTechnician, refitLead]
