/**
 * Whether a criterion can be observed. "Criteria that cannot be observed ('understands', 'knows', 'is familiar with')"
 * are advised against (DESIGN section 3, design review): two assessors would see two different things. For each such
 * word we propose verbs that somebody can watch. English and German, because criteria are written in either.
 */
export type WordingProblem = {
  /** The words as they stand in the text. */
  readonly found: string
  /** Verbs to use instead, in the language of what was found. */
  readonly proposals: readonly string[]
}

type Unobservable = { readonly pattern: RegExp; readonly proposals: readonly string[] }

const explain = ['explains in own words', 'names', 'describes', 'answers questions on']
const show = ['carries out', 'demonstrates', 'sets up', 'produces']
const act = ['does', 'reports', 'keeps', 'asks for']
const erklaere = ['erklärt mit eigenen Worten', 'benennt', 'beschreibt', 'beantwortet Fragen zu']
const zeige = ['führt aus', 'führt vor', 'richtet ein', 'stellt her']
const handle = ['tut', 'meldet', 'hält ein', 'fragt nach']

/** Words that stand between letters do not count: "knowledgeably" contains "know", but is not it. */
function word(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu')
}

const unobservable: readonly Unobservable[] = [
  { pattern: word('(?:fully |really |clearly )?understand(?:s|ing)?'), proposals: explain },
  { pattern: word('know(?:s|ing)?(?! how)'), proposals: explain },
  { pattern: word('know(?:s|ing)? how to'), proposals: show },
  { pattern: word('knowledge of'), proposals: explain },
  { pattern: word('(?:is |are |be |being )?(?:familiar|acquainted|conversant) with'), proposals: explain },
  { pattern: word('(?:is |are |be |being )?aware of|awareness of'), proposals: explain },
  { pattern: word('appreciat(?:es|e|ing|ion)'), proposals: explain },
  {
    pattern: word('(?:comprehends?|realises?|realizes?|grasps? the (?:concept|idea|importance|meaning|point))'),
    proposals: explain,
  },
  { pattern: word('learn(?:s|t|ed)? (?:about|how)'), proposals: explain },
  { pattern: word('(?:is |are |be )?(?:able|capable) (?:to|of)'), proposals: show },
  {
    pattern: word('(?:is |are |be )?(?:good|proficient|competent|confident|comfortable|experienced) (?:at|in|with)'),
    proposals: show,
  },
  { pattern: word('masters'), proposals: show },
  {
    pattern: word(
      'believes? in|respects? others|values? (?:others|teamwork|the (?:opinions?|views?|work) of)|feels? (?:that|responsible)|thinks? (?:that|about)',
    ),
    proposals: act,
  },
  { pattern: word('(?:has|have|shows?) (?:a )?(?:good|positive|right|proper) (?:attitude|mindset)'), proposals: act },
  { pattern: word('versteht|verstehen|nachvollzieht|nachvollziehen|begreift|begreifen'), proposals: erklaere },
  { pattern: word('kennt|kennen|weiß|weiss|wissen'), proposals: erklaere },
  {
    pattern: word('(?:ist |sind )?vertraut mit|(?:hat |haben )?kenntnisse?n? (?:in|über|von|der|des)'),
    proposals: erklaere,
  },
  { pattern: word('(?:ist|sind) sich .{0,40}?bewusst'), proposals: erklaere },
  { pattern: word('beherrscht|beherrschen'), proposals: zeige },
  { pattern: word('(?:ist|sind) (?:in der lage|fähig|imstande)'), proposals: zeige },
  { pattern: word('(?:ist|sind) (?:sicher|gut|geübt|erfahren) (?:in|im|mit)'), proposals: zeige },
  { pattern: word('(?:wertschätzt|schätzt andere|respektiert|glaubt|fühlt sich)'), proposals: handle },
]

/** The first words in `text` that cannot be observed, by position, with proposals; null where all can. */
export function unobservableWording(text: string): WordingProblem | null {
  let first: { readonly index: number; readonly problem: WordingProblem } | null = null
  for (const { pattern, proposals } of unobservable) {
    const match = pattern.exec(text)
    if (match && (first === null || match.index < first.index)) {
      first = { index: match.index, problem: { found: match[0], proposals } }
    }
  }
  return first?.problem ?? null
}

/**
 * How alike two names are: share of their words they have in common, 0 to 1. Case, order, punctuation and the words
 * that carry nothing are ignored, so "Forklift operation" and "Operation of a fork-lift" come close.
 */
export function nameLikeness(a: string, b: string): number {
  const [wordsA, wordsB] = [significantWords(a), significantWords(b)]
  if (wordsA.size === 0 || wordsB.size === 0) return 0
  const shared = [...wordsA].filter((each) => wordsB.has(each)).length
  return shared / (wordsA.size + wordsB.size - shared)
}

const emptyWords = new Set(
  'a an and at by for from in into of on or the to with am an auf aus bei das dem den der des die ein eine für im in mit oder und von zu zum zur'.split(
    ' ',
  ),
)

function significantWords(name: string): ReadonlySet<string> {
  const joined = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
  return new Set(
    joined
      .split(/[^\p{L}\p{N}]+/u)
      .filter((each) => each !== '' && !emptyWords.has(each))
      .map((each) => (each.length > 4 ? each.replace(/(?:ing|ion|s|en|e)$/u, '') : each)),
  )
}
