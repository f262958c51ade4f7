import { inScope } from '#shared/access/can.ts'
import { maskPhone, maskPhonesWithin } from '#shared/domain/phone.ts'
import { Refusal, refuseByRule, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { preparedBy } from '#main/calls/prepared-by.ts'
import { listRecordings } from '#main/store/read/recordings.ts'
import { addRecording, changeRecording } from '#main/store/write/recordings.ts'
import { findAgainst, getContact, getRecording, judgeWithRecording } from './recording-links.ts'
import { readName, saveScan } from './recording-matches.ts'
import {
  ownFolderOf,
  type PreparedFolder,
  type PreparedPart,
  type PreparedRecording,
  type PreparedState,
} from './recording-preparation.ts'
import type { PreparedScan } from './recording-scan.ts'
import { findLastScan, findWatchedFolder, saveWatchedFolder } from './recording-settings.ts'
import { maskName } from '#main/commands/subjects.ts'

/** Call recordings 电话录音: evidence that stays what it was, or is seen not to. */
export const recordings: HandlersOf<'recordings'> = {
  list: (store, input, context) => {
    const page = readPage(input)
    const { rows, total } = listRecordings(store, context.scope, input ?? {}, page)
    const shown = rows.map(({ ownerId, attachedOn: _on, checkedAt: _at, ...row }) => {
      // Whoever called somebody else's customer knows his own call, and not more of the customer.
      if (inScope(context.scope, ownerId) || row.customerId === null) return row
      return {
        ...row,
        fileName: maskPhonesWithin(row.fileName),
        customerId: null,
        customerName: row.customerName === null ? null : maskName(row.customerName),
        phone: row.phone === null ? null : maskPhone(row.phone),
      }
    })
    return pageOf(page, shown, total)
  },

  attach: (store, { followUpId }, context) => {
    const contact = getContact(store, context, followUpId)
    const prepared = preparedBy<PreparedRecording>(context)
    const { fileName, place, sha256, bytes, lengthMs } = prepared
    const { reasons, unlinked } = findAgainst(store, sha256, contact)
    if (reasons.length > 0) refuseByRule(...reasons)
    context.because(fileName)
    const { now, today, actor } = context
    const linked = { followUpId, matchedByName: false }
    // It came through the watched folder already: that copy is linked, and this one goes again.
    prepared.unneeded = unlinked?.state === 'present'
    const recordingId = unlinked && prepared.unneeded ? unlinked.recordingId : prepared.recordingId
    if (prepared.unneeded) changeRecording(store, recordingId, linked)
    else
      addRecording(store, {
        ...linked,
        recordingId,
        fileName,
        path: place,
        sha256,
        bytes,
        lengthMs,
        ...readName(store, fileName, context.store.zone),
        attachedOn: today,
        attachedAt: now,
        attachedBy: actor.staffId,
        state: 'present',
        checkedAt: now,
      })
    return { recordingId, sha256, effective: judgeWithRecording(store, contact) }
  },

  match: (store, { recordingId, followUpId }, context) => {
    const row = getRecording(store, context, recordingId)
    const contact = getContact(store, context, followUpId)
    if (row.followUpId) refuseField('recordingId', 'already_matched')
    const { state } = preparedBy<PreparedState>(context)
    // What is not there, or not what it was, proves nothing.
    if (state !== 'present') {
      const code = state === 'changed' ? 'recording_changed' : 'recording_missing'
      refuseByRule(reason(code, { fileName: row.fileName }))
    }
    const { reasons } = findAgainst(store, row.sha256, contact)
    if (reasons.length > 0) refuseByRule(...reasons)
    changeRecording(store, recordingId, { followUpId, matchedByName: false })
    return { effective: judgeWithRecording(store, contact) }
  },

  listen: (store, { recordingId, from = 0 }, context) => {
    const row = getRecording(store, context, recordingId)
    const { sound } = preparedBy<PreparedPart>(context)
    const state = sound?.state ?? 'missing'
    changeRecording(store, recordingId, { state, checkedAt: context.now })
    context.because(row.fileName)
    // That it is missing is kept although the call is refused.
    if (!sound) throw new Refusal('FILE_REFUSED', { reason: 'recording_missing' }, { keepsWrites: true })
    const next = from + sound.part.length
    return {
      mime: sound.mime,
      base64: sound.part.toString('base64'),
      bytes: sound.bytes,
      next: sound.part.length > 0 && next < sound.bytes ? next : null,
      state,
      fileName: row.fileName,
      path: sound.file,
    }
  },

  folder: (store) => {
    const last = findLastScan(store)
    return {
      watched: findWatchedFolder(store),
      own: ownFolderOf(store),
      lastScanAt: last?.at ?? null,
      lastScan: last?.did ?? null,
    }
  },

  setFolder: (store, { watched }, context) => {
    const { problem } = preparedBy<PreparedFolder>(context)
    if (problem) refuseField('watched', problem)
    saveWatchedFolder(store, watched)
    return null
  },

  scan: (store, _input, context) => {
    const { now, today, policy } = context
    const { zone } = context.store
    const { staffId } = context.actor
    return saveScan(store, { staffId, now, today, policy, zone }, preparedBy<PreparedScan>(context))
  },
}
