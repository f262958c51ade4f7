import fs from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect } from '#tests/support/electron.ts'
import { makeKeyboard } from '#tests/support/windows/keyboard.ts'
import { at as momentOf, type PersonName } from '#tests/support/made-store.ts'
import { heading, say, words } from '#tests/support/screens.ts'
import { nameOf, type Card, type Contact, type ShowroomHands, type Visit } from './showroom-day-script.ts'

const { showroom, register, rotation, leads, execution, codes, frame } = words

/** What is read on a screen may be a moment old; a note waits this long for what is expected of it. */
const patience = 5_000

interface Around {
  readonly page: Page
  /** The file that the application takes the time from. */
  readonly clockFile: string
  /** What ought to be noted, so that a note waits for it; whatever else stands there is noted then. */
  readonly expected: readonly string[]
}

/** The showroom day in the real application: the people come to one window one after the other, and none of them has a mouse. */
export function makeDayByKeyboard({ page, clockFile, expected }: Around) {
  const keyboard = makeKeyboard(page)
  const { press, type, reach, field, fill, fillDate, choose, pick, search, walkTo, lead } = keyboard
  const lines: string[] = []
  const arrivals = new Map<string, string>()
  /** The strokes that each line of the register took. */
  const strokesOf = new Map<string, number>()
  let clock = ''
  let place: string | null = null

  const note = (line: string) => void lines.push(`${clock.slice(5)} ${line}`)
  /** Notes what the screen says as soon as it says what is expected, or what it says in the end. */
  const noteRead = async (read: () => Promise<string>) => {
    let last = ''
    await expect
      .poll(async () => `${clock.slice(5)} ${(last = await read())}`, { timeout: patience })
      .toBe(expected[lines.length])
      .catch(() => undefined)
    note(last)
  }
  const is = async (who: PersonName, name: string, title = name) => {
    await keyboard.isNow(who)
    const here = `${who} ${title}`
    if (place !== here) await keyboard.open(name, title)
    place = here
  }

  const entry = page.getByRole('form', { name: showroom.entry })
  const register_ = page.getByRole('grid', { name: showroom.list })
  const details = page.getByRole('region', { name: showroom.line })
  const dialog = page.getByRole('dialog')
  const fact = (label: string) => details.locator('dl > div').filter({ hasText: label }).locator('dd')
  const codeOf = <T extends string>(vocabulary: Readonly<Record<T, string>>, word: string) =>
    (Object.keys(vocabulary) as T[]).find((code) => vocabulary[code] === word)

  const atRegister = (who: PersonName) =>
    nameOf[who] && who !== 'manager'
      ? is(who, frame.nav.myVisits, showroom.ownTitle)
      : is(who, frame.nav.showroom, showroom.title)
  const lineOf = (label: string) => arrivals.get(label) ?? ''
  const select = async (label: string) => {
    if (await entry.locator(':focus').count()) await press('Escape')
    await walkTo(register_.getByRole('row'), [lineOf(label)])
    await expect(fact(showroom.arrived)).toHaveText(lineOf(label))
  }
  const complete = async (label: string, change: () => Promise<void>) => {
    await select(label)
    const form = page.getByRole('form', { name: showroom.complete })
    await lead('e', form)
    await change()
    await press('Control+Enter')
    await expect(form).toHaveCount(0)
  }
  const refusals = {
    earlier_visit_uncarded: /还没有建卡（销售顾问/,
    not_clear_to_greet: /有欠账未清.*不能接待首次来访/,
    visitors_still_here: /还有 \d+ 批访客没有登记离店/,
  }
  const whyOf = async (alert: Locator) => {
    const said = await alert.innerText()
    return Object.entries(refusals).find(([, pattern]) => pattern.test(said))?.[0] ?? said
  }
  /** Size, number, name, as they are asked for; Enter writes the line. */
  const enter = async ({ kind, partySize = 1, phone, callerName, withIntent = true }: Visit) => {
    const size = page.locator('#entry-size')
    if (!(await size.evaluate((element) => element === document.activeElement))) await press('n')
    if (kind === 'call_in') await press('c')
    else await press(String(partySize))
    if (phone) await type(phone)
    if (callerName) {
      await press(...(phone ? ['Tab'] : ['Tab', 'Tab']))
      await type(callerName)
    }
    if (withIntent) return press('Enter')
    await press('F2')
    await expect(field('entry-model')).toBeFocused()
    await choose('entry-intent', 'no')
    await press('Control+Enter')
  }

  const hands = {
    at: (text: string) => {
      clock = text
      fs.writeFileSync(clockFile, String(momentOf(text)))
    },
    comes: async (label: string, input: Visit) => {
      await atRegister('desk')
      const before = keyboard.strokes()
      await enter(input)
      strokesOf.set(label, keyboard.strokes() - before)
      arrivals.set(label, clock.slice(11))
      const received = entry.locator('p[role=status]')
      await expect(received).toBeVisible()
      if (input.withIntent === false) await press('F2')
      await expect(fact(showroom.arrived)).toHaveText(lineOf(label))
      await noteRead(async () => {
        const occasion = codeOf(codes.visitOccasion, await fact(showroom.occasion).innerText())
        const said = await details.locator('p').first().innerText()
        const [name = '', way = '', standing] = said.split(' · ')
        const told =
          said === '' || said === showroom.waitingLong
            ? 'nobody, waits'
            : `${name}, ${codeOf(codes.assignmentWay, way)}`
        return `${label} comes, ${occasion}: ${told}${standing ? ` for ${standing.split(' ')[1]}` : ''}`
      })
      const { phoneMissing, orderedOnSpot } = input
      if (phoneMissing) await complete(label, () => choose('visit-missing', phoneMissing))
      if (orderedOnSpot)
        await complete(label, async () => {
          await reach(field('visit-ordered'))
          await press('Space')
        })
    },
    isRefused: async (label: string, input: Visit) => {
      await atRegister('desk')
      await enter(input)
      note(`${label} is refused: ${await whyOf(entry.getByRole('alert'))}`)
      // What was typed stays; it is taken out again.
      await press('F2')
      await reach(entry.getByRole('button', { name: showroom.clear }))
      await press('Enter')
      await press('F2')
    },
    leaves: async (label: string) => {
      await atRegister('desk')
      await select(label)
      await lead('l', fact(showroom.left).filter({ hasText: clock.slice(11) }))
      note(`${label} leaves`)
    },
    wantsNothing: async (label: string, as: PersonName) => {
      await atRegister(as)
      await complete(label, async () => {
        await choose('visit-intent', 'no')
        await choose('visit-missing', 'just_looking')
      })
      note(`${label} only looked`)
    },
    goesTo: async (label: string, to: PersonName, reason: string) => {
      await atRegister('desk')
      await select(label)
      await lead('h', dialog)
      const name = nameOf[to] ?? ''
      await search('hand-over-consultant', name)
      await fill('hand-over-reason', reason)
      await press('Control+Enter')
      await noteRead(async () => {
        const alert = dialog.getByRole('alert')
        const done = (await dialog.count()) === 0 ? 'done' : ''
        return `${label} to ${name}: ${done || `refused, ${(await alert.count()) > 0 ? await whyOf(alert) : ''}`}`
      })
      // The first Esc may close what the field proposes.
      for (let step = 0; step < 2 && (await dialog.count()) > 0; step += 1) {
        await press('Escape')
        await expect(dialog.or(dialog.getByRole('listbox')).last())
          .toHaveCount(0, { timeout: 1000 })
          .catch(() => undefined)
      }
      await expect(dialog).toHaveCount(0)
    },
    card: async (label: string, as: PersonName, card: Card, overrideReason?: string) => {
      await atRegister(as)
      const told = (what: string) => note(`${label} card by ${nameOf[as]}: ${what}`)
      if (as !== 'manager') {
        // Whose line it is not does not see it.
        const all = await page
          .getByRole('radio', { name: new RegExp(`^${showroom.show.all} \\d`) })
          .innerText()
        const rows = register_.getByRole('row')
        await expect(rows).toHaveCount(Number(/\d+/.exec(all)?.[0]) + 1)
        if ((await rows.filter({ hasText: lineOf(label) }).count()) === 0) return told('refused, NOT_FOUND')
      }
      await select(label)
      await lead('k', heading(page, register.cardTitle))
      place = null
      await fill('register-mobile', card.mobile)
      const known = page.getByRole('region', { name: register.known })
      const isKnown = known.or(page.getByText(register.newNumber))
      await expect(isKnown.first()).toBeVisible()
      if ((await known.count()) > 0) {
        if (!overrideReason) return told('refused, DUPLICATE_CUSTOMER')
        await fill('share-reason', overrideReason)
        await press('Enter')
        await expect(field('register-name')).toBeFocused()
      }
      await fill('register-name', card.name)
      await choose('register-gender', 'male')
      await search('register-source', codes.source.walk_in)
      await fill('register-model', '帕萨特')
      await fillDate('register-expected', '2026-03-30')
      await choose('register-grade', 'B')
      await choose('register-purchaseType', 'first')
      await fill('register-area', '江阴')
      await choose('register-customerType', 'person')
      await fillDate('register-birthday', '1990-01-01')
      await fillDate('register-plan-on', '2026-03-12')
      await press('Control+Enter')
      await expect(
        page.getByRole('heading', { name: say(register.doneFor, { name: card.name }) }),
      ).toBeVisible()
      told(card.name)
    },
    executes: async (as: PersonName, what: string, { of, channel, content, next }: Contact) => {
      const form = page.getByRole('form', { name: execution.title })
      if (next.kind === 'ordered') {
        // Nothing is due of him today; his card was made a moment ago, and one key opens it.
        await keyboard.isNow(as)
        await lead('o', heading(page, of))
        place = null
        await lead('f', form)
      } else {
        await is(as, frame.nav.toDo)
        await walkTo(page.getByRole('listbox').getByRole('option'), [of])
        await press('Enter')
        await expect(form.getByRole('heading', { name: of })).toBeVisible()
      }
      await expect(form.locator('#execution-result :focus')).toBeVisible()
      await press('1')
      await expect(field('execution-content')).toBeFocused()
      await type(content)
      await pick('execution-channel', codes.channel[channel])
      await choose('execution-next', next.kind)
      if (next.kind === 'plan') {
        await fillDate('execution-plan-on', next.on)
        if (next.time) await fill('execution-plan-time', next.time)
        await pick('execution-plan-channel', codes.channel[next.channel ?? 'phone'])
      }
      await press('Control+Enter')
      // The list goes on with the form of the next one.
      await expect(next.kind === 'ordered' ? form : form.getByRole('heading', { name: of })).toHaveCount(0)
      note(`${nameOf[as]} ${what}`)
    },
    board: async () => {
      await is('desk', frame.nav.rotation)
      const rows = page.getByRole('grid', { name: rotation.list }).getByRole('row')
      await noteRead(async () => {
        const told: string[] = []
        for (const cells of (await rows.all()).slice(1)) {
          const texts = await cells.getByRole('gridcell').allInnerTexts()
          const states = (texts[2] ?? '').split('\n').map((each) => each.trim())
          const stops = states.flatMap((word) => codeOf(codes.rotationHindrance, word) ?? [])
          const next = states.includes(rotation.next) ? '→' : ''
          told.push(`${next}${texts[1]?.trim()}${stops.length > 0 ? ` (${stops.join(', ')})` : ''}`)
        }
        const panel = await page.getByRole('region', { name: rotation.next, exact: true }).innerText()
        const waiting = /待接待 (\d+) 批/.exec(panel)?.[1]
        return `board: ${told.join(' · ')}${waiting ? `, ${waiting} wait` : ''}`
      })
    },
    marksNoShow: async (name: string) => {
      await is('desk', frame.nav.appointments, leads.visits.list)
      // The desk reads no more of a name than whoever stands beside it may.
      const rows = page.getByRole('grid', { name: leads.visits.list }).getByRole('row')
      const row = rows.filter({ hasText: name.slice(0, 1) })
      await noteRead(async () => {
        const said = await row.innerText()
        const state = said.includes(leads.visits.missed) ? 'missed' : 'to come'
        return `appointment of ${name}: ${state}, confirmed ${/昨天.* 已确认/.test(said) ? '03-04' : said}`
      })
      await lead('x', dialog)
      await press('Control+Enter')
      await expect(dialog).toHaveCount(0)
    },
    letsThrough: async (who: PersonName, reason: string) => {
      await is('manager', frame.nav.rotation)
      const name = nameOf[who] ?? ''
      const rows = page.getByRole('grid', { name: rotation.list }).getByRole('row')
      await walkTo(rows, [name])
      await lead('l', dialog.filter({ hasText: say(rotation.letThroughTitle, { name }) }))
      await type(reason)
      await press('Control+Enter')
      await expect(rows.filter({ hasText: name })).toContainText(rotation.letThrough)
      note(`${name} is let through`)
    },
    closes: async () => {
      await atRegister('desk')
      await lead('F10', dialog)
      if ((await dialog.getByRole('alert').count()) > 0) {
        note(`closing is refused: ${await whyOf(dialog.getByRole('alert'))}`)
        await expect(dialog.getByRole('button', { name: showroom.sign })).toBeDisabled()
        await press('Escape')
        return expect(dialog).toHaveCount(0)
      }
      const total = (label: string) =>
        dialog
          .locator('dl > div')
          .filter({ has: page.getByText(label, { exact: true }) })
          .locator('dd')
          .innerText()
      const of = showroom.total
      note(
        `closed: ${await total(of.visits)} lines, ${await total(of.walkIns)} visits, ${await total(of.callIns)} calls, ` +
          `${await total(of.first)} first, ${await total(of.valid)} valid, ${await total(of.withPhone)} with phone, ` +
          `${await total(of.carded)} carded, ${await total(of.uncarded)} without card, ${await total(of.orderedOnSpot)} ordered`,
      )
      await press('Control+Enter')
      await expect(page.getByText(showroom.closedHint)).toBeVisible()
    },
    countersigns: async () => {
      await atRegister('manager')
      await lead('F9', dialog.filter({ hasText: showroom.countersignMeans }))
      await press('Control+Enter')
      await expect(page.getByText(/钱经理 .* 复核/)).toBeVisible()
      note('countersigned')
    },
  } satisfies ShowroomHands
  return { ...hands, lines, strokesOf }
}
