/** How long a proof may take: `short` runs wherever a change is submitted, `full` before a release. */
export type ProofLength = 'short' | 'full'
const asked = process.env['PROOF_LENGTH']
export const proofLength: ProofLength = asked === 'full' ? 'full' : 'short'

/** The number that belongs to the length of this run: `proofSize({ short: 300, full: 2000 })` images. */
export const proofSize = (sizes: Readonly<Record<ProofLength, number>>): number => sizes[proofLength]
