import '@tanstack/react-router'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Opens the card of a customer with the form of a new opportunity. */
    readonly addOpportunity?: boolean
    /** The visit of which that opportunity is the card. */
    readonly cardsVisit?: string
  }
}
