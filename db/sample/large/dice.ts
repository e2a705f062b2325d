/** Numbers that look random and are the same for the same seed, so that a large organisation can be made again. */
export interface Dice {
  /** From 0 to 1, 1 excluded. */
  share(): number
  /** A whole number from 0, `below` excluded. */
  below(below: number): number
  /** True as often as `share` says. */
  isTrue(share: number): boolean
}

/** Mulberry32: small, fast and even enough to spread dates and statuses. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  function share(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return { share, below: (below) => Math.floor(share() * below), isTrue: (wanted) => share() < wanted }
}
