/** The visit of which a card is made; without one somebody is registered who stands nowhere yet. */
export interface RegisterSearch {
  readonly visit?: string
}
export function readRegisterSearch(raw: Record<string, unknown>): RegisterSearch {
  return typeof raw['visit'] === 'string' ? { visit: raw['visit'] } : {}
}
