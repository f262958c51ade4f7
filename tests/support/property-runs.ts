/**
 * How many random cases a property sees: its own number, times what `npm run prove` asks for. A number that takes seconds is its own; the
 * long search is for the proofs.
 */
export const propertyRuns = (own: number): number => own * Number(process.env['PROPERTY_FACTOR'] ?? 1)
