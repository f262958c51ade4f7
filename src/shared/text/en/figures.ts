import type { WordsOf } from '../words.ts'
import type { figures as zh } from '../zh-CN/figures.ts'

export const figures: WordsOf<typeof zh> = {
  title: 'Showroom figures',
  table: 'Figures of the showroom',
  consultant: 'Consultant',
  team: 'Team',
  nobody: 'Nobody received',
  span: 'Dates',
  spans: { thisMonth: 'This month', lastMonth: 'Last month', lastNinety: '90 days' },
  from: 'From',
  until: 'Until',
  name: {
    firstVisits: 'Valid visits',
    leaveContact: 'Phone left',
    carding: 'Carded',
    testDrive: 'Test drive',
    order: 'Ordered',
    secondVisit: 'Second visit',
    testDriveToOrder: 'Drive to order',
  },
  definition: {
    firstVisits: 'First visits with an intent to buy ÷ all first visits.',
    leaveContact: 'Those that left a phone ÷ valid first visits.',
    carding: 'Those that got a card, whenever ÷ valid first visits.',
    testDrive: 'Those that had a test drive by the end of the dates ÷ valid first visits.',
    order: 'Those whose customer ordered since, whenever ÷ valid first visits with a card.',
    secondVisit:
      'Those met again in person on another of these dates (visit, test drive, home visit, order) ÷ customers registered on these dates.',
    testDriveToOrder:
      'Those that ordered on the day of the test drive or later ÷ opportunities that had one.',
  },
  lines: 'Records',
  linesOf: '{{who}} · {{figure}}',
  noLines: 'No records',
  show: 'Show',
  shows: { all: 'All', counted: 'Counted', missed: 'Not counted' },
  counted: 'Counted',
  on: 'Date',
  who: 'Customer',
  followed: 'When',
  empty: 'No consultants to count for yet',
  emptyHint: 'Once visits are registered, the rates of each consultant stand here.',
}
