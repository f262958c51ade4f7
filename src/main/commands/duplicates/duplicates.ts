import { refuse, refuseField } from '#shared/errors.ts'
import { normalisePhone } from '#shared/domain/phone.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import { readCustomer } from '#main/commands/customers/intake.ts'
import { getCustomer } from '#main/commands/subjects.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import { findDismissal, ordered } from '#main/store/read/duplicates.ts'
import { addDismissal, removeDismissal } from '#main/store/write/duplicates.ts'
import { listSuspectedPairs } from './pairs.ts'
import { findLike, tellMatch } from './suspicions.ts'

/** R-3.4a 疑似重复: the match ladder while somebody types, the pairs that wait, and what was found to be two people. */
export const duplicates: HandlersOf<'duplicates'> = {
  check: (store, { phone, plate, name, area, model, customerId }, context) => {
    const read = phone === undefined ? undefined : normalisePhone(phone)
    const typed = readCustomer({ ...(plate ? { plate } : {}), ...(name ? { name } : {}) }, context.today)
    // Whoever is not within reach is compared with as if he were new: a family is told to its owner alone.
    const own = customerId ? findCustomer(store, customerId) : undefined
    const like = findLike(store, {
      phone: read?.ok ? read.phone : undefined,
      plate: typed.plate ?? undefined,
      pinyin: typed.pinyin,
      area: area?.trim() || undefined,
      models: model?.trim() ? [model.trim()] : [],
      familyId: own?.familyId ?? null,
      customerId,
    })
    return { matches: like.map((each) => tellMatch(store, context, each)) }
  },

  list: (store, input, context) => listSuspectedPairs(store, input, context),

  dismiss: (store, { firstId, secondId, reason }, context) => {
    const pair = ordered(
      getCustomer(store, context, firstId).customerId,
      getCustomer(store, context, secondId).customerId,
    )
    if (firstId === secondId) refuseField('secondId', 'merge_with_itself')
    context.because(reason)
    if (findDismissal(store, firstId, secondId)) removeDismissal(store, pair.first, pair.second)
    addDismissal(store, {
      firstId: pair.first,
      secondId: pair.second,
      reason,
      dismissedBy: context.actor.staffId,
      dismissedOn: context.today,
    })
    return null
  },

  undismiss: (store, { firstId, secondId }, context) => {
    const pair = ordered(
      getCustomer(store, context, firstId).customerId,
      getCustomer(store, context, secondId).customerId,
    )
    if (removeDismissal(store, pair.first, pair.second) === 0)
      refuse('NOT_FOUND', { what: 'dismissal', id: pair.first })
    return null
  },
}
