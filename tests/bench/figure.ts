/** One measured line of the table. */
export interface Figure {
  readonly id: string
  readonly work: string
  readonly figure: number
  readonly unit: string
  /** The limit measured in the same run, in the same unit; null where the budget is absolute. */
  readonly limit: number | null
  /** In words, as PERFORMANCE states it. */
  readonly budget: string
  readonly isMet: boolean
}

/** A row of the budget table: measuring it may give several lines. */
export interface BenchRow {
  readonly id: string
  readonly work: string
  measure(): Promise<Figure[]>
}
