/** Section 14 A rate as a share 0 … 1; of nothing there is none, which is not the same as none of something. */
export const rateOf = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator
