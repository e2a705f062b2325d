/**
 * What has happened at the yard, one letter per person and qualification. Loading turns each letter into the events
 * that lead to it, on days that give that status on the day of loading.
 *
 *   .  nothing            m  mastered            d  mastered, then renewed    1 2 3  signed off at that level
 *   x  expiring           e  expired             E  expired and asked again   h  on hold
 *   p  recognised         i  imported            I  imported, then confirmed  k  not yet, then mastered
 *   n  not yet            f  feedback unasked    u  signed off by mistake, undone
 *   r  asked, unassigned  s  a day is set        a  evidence in, assigned     c  begun, continues
 *   b  returned           w  withdrawn           l  learning                  q  exempt
 */
export interface Grid {
  /** Role of the program the record belongs to. */
  readonly program: string
  readonly columns: readonly string[]
  /** One letter per column; spaces are for the eye. */
  readonly rows: Readonly<Record<string, string>>
}

const boatbuilding = [
  ...['yard-routes', 'fire-fighting', 'hot-work', 'resin-handling', 'lifting', 'first-aid'],
  ...['mould-preparation', 'hand-lay-up', 'vacuum-infusion', 'laminate-release'],
  ...['lines-drawing', 'structural-joint', 'bulkhead', 'deck-hardware'],
  ...['gelcoat-repair', 'spraying'],
  ...['shift-handover', 'hull-hours'],
]

const seniority = [
  ...['hot-work', 'travel-lift', 'incident-lead'],
  ...['hand-lay-up', 'vacuum-infusion', 'laminate-release', 'structural-repair'],
  ...['stability', 'job-planning', 'estimating'],
  ...['quality-round', 'apprentice-coaching', 'two-builds', 'owner-walk'],
]

/** Of a candidate only what a boatbuilder does not have to show as well. */
const seniorityAlone = [
  ...['travel-lift', 'incident-lead', 'structural-repair'],
  ...['stability', 'job-planning', 'estimating'],
  ...['quality-round', 'apprentice-coaching', 'two-builds', 'owner-walk'],
]

const refitting = [
  ...['yard-routes', 'shore-power', 'fire-fighting', 'hot-work', 'resin-handling', 'first-aid'],
  ...['moisture-survey', 'gelcoat-repair', 'antifouling'],
  ...['shaft-seal', 'through-hull', 'quay-moves'],
]

export const history: readonly Grid[] = [
  {
    program: 'boatbuilder',
    columns: boatbuilding,
    rows: {
      jonas: 'mxmmmm m3mm mmmr m. ml',
      mette: 'mdmmdi m3mm mmmm mm mm',
      samir: 'mmmmm. m2mm mmmm .m mm',
      oksana: 'mxemm. m2ml mkc. m. m.',
      lars: 'pdddem p3mm pmmm mm pm',
      priya: 'mxnmm. m2r. mml. l. ma',
      dario: 'mmam.. m1.. ml.. .. n.',
      freja: 'mmsmqm m2l. mb.. r. ml',
      emil: 'mr.l.. m... l... .. l.',
      hana: 'mmmhmm m2mm mmmm mm mm',
      goran: 'mExmm. m2mm mmmm m. m.',
      tuva: 'mmmmmI m2mm mmub m. mm',
      kwame: 'm.l... l... n... .. ..',
      sofie: 'mmmmx. m2mm mmm. m. m.',
      arne: 'mmmmmi m2m. mmmm mm m.',
      yusuf: 'mmcmm. m2.. mmn. m. m.',
      clara: 'mmmmf. m1l. mml. .. m.',
      nils: 'mmmmm. m3mm mmmm m. m.',
      beata: 'mmrm.. m2.. mb.. .. w.',
    },
  },
  {
    program: 'senior-boatbuilder',
    columns: seniority,
    rows: {
      birte: 'mmm 3mmm mmm mmmm',
      viktor: 'mdm 3mmm mmm mmm.',
      amina: 'mxm 3mmh mmk mmi.',
      henrik: 'mme 3mmm mml mmr.',
    },
  },
  {
    program: 'senior-boatbuilder',
    columns: seniorityAlone,
    rows: {
      jonas: 'l.l mn. mm..',
      mette: 'm.. mm. m...',
      samir: '... l.. ....',
      nils: '... m.. .l..',
    },
  },
  {
    program: 'refit-technician',
    columns: refitting,
    rows: {
      ida: 'mdmmmm mmm mmm',
      luca: 'mmxmmi mmk mn.',
      jens: 'mxddmp mmm mmm',
      nadia: 'mmmemm mmm hm.',
      ole: 'mmmmmm mm. m.m',
      rosa: 'mmmrm. mml bm.',
      tariq: 'mmmam. lmm ...',
      signe: 'meemmm mmm mmm',
      pavel: 'iimmi. .i. ii.',
      maja: 'mmf.m. .nl .q.',
      stig: 'mmmmm. mmm ...',
      kaisa: 'mmmmm. mm. ...',
      bo: 'mmmmm. mmm mmm',
    },
  },
  {
    program: 'boatbuilder',
    columns: ['yard-routes', 'fire-fighting', 'hot-work', 'lifting'],
    rows: { anders: 'mmmm', noor: 'mm.m', elin: 'mmmm' },
  },
]

/** Who signs where it is neither the lead nor one of those the rule names. */
export const signers: Readonly<Record<string, readonly string[]>> = {
  'vacuum-infusion': ['birte', 'viktor'],
}

/** What was missing when it was "not yet", by qualification. */
export const missing: Readonly<Record<string, string>> = {
  'hot-work': 'The blanket lay on one side of the bulkhead only. Look behind it first, then set out',
  lifting: 'Signals were clear. The weight was guessed: take it from the drawing next time',
  'structural-joint': 'Glue line opened by half a millimetre at the feather end. Clamp later, less pressure',
  bulkhead: 'Two tapes end at the same line. Talk through the tape plan, then the next one',
  'shift-handover': 'The open hatch was not on the board. Otherwise quick and friendly',
  'lines-drawing': 'Section and profile were mixed up at station four',
  'job-planning':
    'Good list and a good talk with the crew. Nothing in the plan dries overnight: move the fillets to the end of the shift and bring it again',
  estimating: 'The list of what is not in it was missing',
  'gelcoat-repair': 'Halo around the second repair. Keep the block flat in the last two grits',
  antifouling: 'Film too thin at three of ten points along the keel',
  'through-hull': 'Brass valve on a bronze fitting. Go over the metals once more',
  'fire-fighting': 'Alarm came after the extinguisher. Alarm first, every time',
}

/** Why something is on hold, and until when in days from loading; null until it is released. */
export const holds: Readonly<Record<string, { readonly reason: string; readonly until: number | null }>> = {
  'hana/resin-handling': { reason: 'Skin rash; the company doctor looks at the gloves', until: 24 },
  'amina/structural-repair': { reason: 'A repair of hers is being tested again', until: null },
  'nadia/shaft-seal': { reason: 'Seal ran warm on the last boat; cause not yet found', until: 10 },
}

export const exemptionsOf: Readonly<
  Record<
    string,
    { readonly reason: 'adjustment' | 'not-applicable'; readonly note: string; readonly until: number | null }
  >
> = {
  'freja/lifting': { reason: 'adjustment', note: 'No lifting until the back has healed', until: 64 },
  'maja/through-hull': {
    reason: 'not-applicable',
    note: 'Works above the water line during the apprenticeship',
    until: 200,
  },
}

/** Asked by the manager to be shown by a day. */
export const asks = [
  {
    person: 'jonas',
    program: 'senior-boatbuilder',
    qualification: 'structural-repair',
    by: 'noor',
    inDays: 16,
    daysAgo: 5,
    note: 'The blue ten-metre comes in next week, take the starboard side',
  },
  {
    person: 'tuva',
    program: 'boatbuilder',
    qualification: 'deck-hardware',
    by: 'noor',
    inDays: 9,
    daysAgo: 3,
    note: 'Hose test with me on Friday',
  },
  {
    person: 'tariq',
    program: 'refit-technician',
    qualification: 'moisture-survey',
    by: 'kaisa',
    inDays: 21,
    daysAgo: 8,
    note: '',
  },
] as const

/** Evidence handed in, by person and qualification. */
export const evidence: Readonly<
  Record<string, { readonly title: string; readonly url?: string; readonly body?: string }>
> = {
  'dario/hot-work': { title: 'Permit 118, closed', url: 'https://skarvik.example/permits/118' },
  'priya/hull-hours': { title: 'Build log, hulls 41 and 43', url: 'https://skarvik.example/build-log/priya' },
  'freja/structural-joint': { title: 'Test piece', body: 'Broke in the wood over two thirds, photograph to follow' },
  'beata/structural-joint': { title: 'Joint of the cabin beam', url: 'https://skarvik.example/photos/beam' },
  'tuva/deck-hardware': { title: 'Track on port side', url: 'https://skarvik.example/photos/track' },
  'tariq/hot-work': { title: 'Permit 121', url: 'https://skarvik.example/permits/121' },
  'rosa/shaft-seal': { title: 'Alignment sheet', url: 'https://skarvik.example/photos/alignment-7' },
}

export const returnReasons: Readonly<Record<string, string>> = {
  'structural-joint': 'The test piece is missing. Bring both halves',
  'deck-hardware': 'The photograph shows the track, not the inside. One more from below, please',
  'shaft-seal': 'The sheet has no date and no boat on it',
}
