/**
 * A password has 12 to 128 characters and is none that is tried first: common words and nothing else, one's own name,
 * address or organisation and nothing else, a run on the keyboard, a few characters over and over. No rule asks for
 * capitals, figures or signs (SECURITY D9).
 */
import { commonWords } from './common-words'

export const shortestPassword = 12
export const longestPassword = 128

export type PasswordProblem =
  'password-short' | 'password-long' | 'password-common' | 'password-own' | 'password-simple'

/** What is wrong with a password, or null. `about` is what an acquaintance would try. */
export function passwordProblem(
  password: string,
  about: { name?: string; email?: string; organisation?: string } = {},
): PasswordProblem | null {
  if ([...password].length < shortestPassword) return 'password-short'
  if ([...password].length > longestPassword) return 'password-long'
  if (isSimple(password)) return 'password-simple'
  const letters = lettersOf(password)
  const own = wordsOf([about.name, about.email, about.organisation].join(' '))
  if (own.size > 0 && isMadeOf(letters, own)) return 'password-own'
  // A passphrase of many common words is a good one; one or two with figures around them are not.
  if (countOfWords(letters, new Set([...commonWords, ...own])) <= mostCommonWords) return 'password-common'
  return null
}

const mostCommonWords = 2
const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
]

/** Few different characters, or mostly steps along the alphabet, the figures or the keyboard. */
function isSimple(password: string): boolean {
  const text = password.toLowerCase()
  if (new Set(text).size < 5) return true
  let steps = 0
  for (let place = 1; place < text.length; place += 1) {
    const pair = text.slice(place - 1, place + 1)
    const back = pair.charAt(1) + pair.charAt(0)
    if (pair.charAt(0) === pair.charAt(1) || runs.some((run) => run.includes(pair) || run.includes(back))) steps += 1
  }
  return steps >= (text.length - 1) * 0.75
}

const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** The letters, with figures that stand for one read as it where letters are around them. */
function lettersOf(password: string): string {
  return plain(password)
    .replace(/(?<=[a-z])[013457@$](?=[a-z@$0-9]*[a-z])/g, (sign) => disguises[sign] ?? '')
    .replace(/[^a-z]/g, '')
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function wordsOf(text: string): Set<string> {
  return new Set(
    plain(text)
      .split(/[^a-z]+/)
      .filter((word) => word.length > 2),
  )
}

function isMadeOf(letters: string, words: ReadonlySet<string>): boolean {
  return letters.length > 0 && Number.isFinite(countOfWords(letters, words))
}

/** The fewest words of the list that make up `letters`; 0 for no letters at all, Infinity when they do not. */
function countOfWords(letters: string, words: ReadonlySet<string>): number {
  const fewest: number[] = [0]
  for (let end = 1; end <= letters.length; end += 1) {
    let best = Infinity
    for (let start = Math.max(0, end - 26); start < end; start += 1) {
      if (words.has(letters.slice(start, end))) best = Math.min(best, (fewest[start] ?? Infinity) + 1)
    }
    fewest.push(best)
  }
  return fewest[letters.length] ?? Infinity
}
