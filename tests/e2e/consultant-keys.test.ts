import { openApplication } from '#main/application/open-application.ts'
import { addDays } from '#shared/time/business-date.ts'
import { instantAt } from '#shared/time/instant.ts'
import { expect, test } from '../support/electron.ts'
import { migrationsFolder } from '../support/made-store.ts'
import { expectAccessible, heading, say, signIn, words } from '../support/screens.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'

const { codes, customers, execution, frame, toDo } = words
const store = makeSmallStore()
registerOutOfStep()
test.afterAll(() => store.remove())

/** 许静 of 陈晓东: yesterday his date belonged to A, today it belongs to H. */
function registerOutOfStep() {
  const [yesterday, today] = [store.daysAgo(1), store.daysAgo(0)]
  const application = openApplication({ file: store.file, migrationsFolder })
  const ask = (call: string, input: unknown, token?: string) => {
    const now = instantAt(yesterday, '17:00', 'Asia/Shanghai')
    const answer = application.answer(call, input, { now, ...(token ? { token } : {}) })
    if (!answer.ok) throw new Error(`${call}: ${answer.error.code} ${answer.error.message}`)
    return answer.value
  }
  const signedIn = ask('session.signIn', { login: smallStaff.chen.login, password: smallPassword })
  const { token } = signedIn as { token: string }
  const customer = { name: '许静', gender: 'female', mobile: '13900000009', birthday: '1990-01-01' }
  ask(
    'customers.register',
    {
      customer: { ...customer, area: '江阴', source: 'walk_in', customerType: 'person' },
      opportunity: {
        model: '途岳',
        expectedPurchaseDate: addDays(today, 7),
        grade: 'A',
        purchaseType: 'first',
      },
      plan: { on: addDays(today, 3), channel: 'phone', purpose: '确认到店时间' },
    },
    token,
  )
  application.close()
}

test('a grade out of step is set right with one key, from the list or in the form', async ({ launch }) => {
  const { page } = await launch({ storeFile: store.file })
  await signIn(page, smallStaff.chen.login, smallPassword)
  const list = page.getByRole('listbox', { name: toDo.list })
  await expect(list.getByRole('option')).toHaveText([/王伟/, /赵强/, /许静/])
  await expect(list).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('heading', { name: '许静' })).toBeVisible()
  const regrade = page.getByRole('button', { name: say(toDo.regrade, { grade: 'H' }) })
  await expect(regrade).toBeVisible()
  await expectAccessible(page)

  // In the form it chooses the grade and saves nothing.
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: execution.title })
  await form.getByRole('button', { name: say(toDo.regrade, { grade: 'H' }) }).click()
  await expect(form.getByRole('radio', { name: say(words.ui.gradeOf, { grade: 'H' }) })).toBeChecked()
  await expect(regrade).toHaveCount(0)
  await form.getByRole('heading', { name: '许静' }).click()
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)

  await list.focus()
  await expect(regrade).toBeVisible()
  await page.keyboard.press('g')
  await expect(page.getByText(say(toDo.regraded, { name: '许静', grade: 'H' }))).toBeVisible()
  await expect(list.getByRole('option')).toHaveText([/王伟/, /赵强/])
  await expect(list).toBeFocused()
})

test('a name and Enter open the card before anything was found, and Esc leaves no typed word behind', async ({
  launch,
}) => {
  const { page } = await launch({
    storeFile: store.file,
    hooks: ['slow-answers.cjs'],
    env: { SHOWROOM_TEST_SLOW: '400' },
  })
  await signIn(page, smallStaff.chen.login, smallPassword)
  await expect(page.getByRole('option', { name: /王伟/ })).toBeVisible()
  const search = page.getByRole('textbox', { name: frame.searchTitle })
  await page.keyboard.press('Control+k')
  await expect(search).toBeFocused()
  // One letter first: what is found for it is not what Enter means.
  await page.keyboard.insertText('王')
  await expect(page.getByRole('button', { name: /王伟/ })).toHaveAttribute('data-selected', 'true')
  await search.fill('赵强')
  await page.keyboard.press('Enter')
  await expect(heading(page, '赵强')).toBeVisible()

  await page.keyboard.press('o')
  const form = page.getByRole('form', { name: say(customers.opportunityOf, { model: '帕萨特' }) })
  const model = form.getByLabel(codes.field.model)
  await expect(model).toBeFocused()
  await page.keyboard.type(' 330')
  await heading(page, '赵强').click()
  await expect(model).not.toBeFocused()
  await page.keyboard.press('Escape')
  await expect(model).toBeFocused()
  await expect(model).toHaveValue('帕萨特 330')
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await expect(heading(page, '赵强')).toBeVisible()
})
