import type { Role } from '../domain/codes.ts'

/** How far a permission reaches: his own rows, the rows of his team, or the whole store. */
export type Reach = 'own' | 'team' | 'store'

/**
 * The role table of section 13: who may do what, and over whose rows. A role that is not named may not.
 * Every contract entry names one of these permissions, and nothing else decides.
 */
export const rolePermissions = {
  'store.read': {
    front_desk: 'store',
    consultant: 'store',
    manager: 'store',
    director: 'store',
    admin: 'store',
  },
  'store.setCalendar': { director: 'store', admin: 'store' },
  'session.own': { front_desk: 'own', consultant: 'own', manager: 'own', director: 'own', admin: 'own' },
  'session.setIdleLock': { director: 'store', admin: 'store' },
  'staff.read': {
    front_desk: 'store',
    consultant: 'store',
    manager: 'store',
    director: 'store',
    admin: 'store',
  },
  'staff.manage': { admin: 'store' },
  'staff.setStatus': { admin: 'store', director: 'store' },
  'policy.read': {
    front_desk: 'store',
    consultant: 'store',
    manager: 'store',
    director: 'store',
    admin: 'store',
  },
  'customer.lookup': { front_desk: 'store', consultant: 'store', manager: 'store', director: 'store' },
  'customer.register': { front_desk: 'store', consultant: 'own', manager: 'team', director: 'store' },
  'customer.read': { consultant: 'own', manager: 'team', director: 'store' },
  'customer.update': { consultant: 'own', manager: 'team', director: 'store' },
  'plan.propose': { front_desk: 'own', consultant: 'own', manager: 'team', director: 'store' },
  'followUp.execute': { consultant: 'own', manager: 'team', director: 'store' },
  'plan.move': { consultant: 'own', manager: 'team', director: 'store' },
  'plan.allowBeyondLimit': { manager: 'team', director: 'store' },
  'toDo.read': { consultant: 'own', manager: 'team', director: 'store' },
  'loss.read': { consultant: 'own', manager: 'team', director: 'store' },
  'loss.decide': { manager: 'team', director: 'store' },
  'import.run': { manager: 'store', director: 'store', admin: 'store' },
  'dayRoll.run': { manager: 'store', director: 'store', admin: 'store' },
  'dailyCheck.read': { consultant: 'own', manager: 'team', director: 'store' },
  'dailyCheck.sign': { manager: 'team', director: 'store' },
  'violation.read': { consultant: 'own', manager: 'team', director: 'store' },
  'audit.read': { director: 'store', admin: 'store' },
  'clock.confirm': {
    front_desk: 'store',
    consultant: 'store',
    manager: 'store',
    director: 'store',
    admin: 'store',
  },
  'clock.settle': { director: 'store' },
  'leave.read': { consultant: 'own', manager: 'team', director: 'store' },
  'leave.request': { consultant: 'own', manager: 'team', director: 'store' },
  'leave.confirm': { manager: 'team', director: 'store' },
  'customer.reassign': { director: 'store' },
  'ownership.read': { consultant: 'own', manager: 'team', director: 'store' },
  'claim.read': { consultant: 'own', manager: 'team', director: 'store' },
  'claim.file': { consultant: 'own' },
  'claim.answer': { consultant: 'own' },
  'claim.decide': { director: 'store' },
  'followUp.recordForAnother': { consultant: 'own' },
  'recording.attach': { consultant: 'own', manager: 'team', director: 'store' },
  'recording.read': { consultant: 'own', manager: 'team', director: 'store' },
  'recording.manage': { director: 'store', admin: 'store' },
  'update.manage': { admin: 'store' },
  'violation.decide': { manager: 'team', director: 'store' },
  'violation.object': { consultant: 'own' },
  'penalty.read': { consultant: 'own', manager: 'team', director: 'store' },
  'penalty.preview': { manager: 'team', director: 'store' },
  'penalty.approve': { director: 'store' },
  'rectification.read': { consultant: 'own', manager: 'team', director: 'store' },
  'rectification.write': { consultant: 'own' },
  'rectification.review': { manager: 'team', director: 'store' },
  'suspension.read': { consultant: 'own', manager: 'team', director: 'store' },
  'suspension.decide': { director: 'store' },
  'instruction.read': { consultant: 'own', manager: 'team', director: 'store' },
  'instruction.give': { manager: 'team', director: 'store' },
  'instruction.answer': { consultant: 'own' },
  'policy.publish': { director: 'store' },
  'visit.read': { front_desk: 'store', consultant: 'own', manager: 'team', director: 'store' },
  'visit.register': { front_desk: 'store', consultant: 'own', manager: 'team', director: 'store' },
  'register.close': { front_desk: 'store', manager: 'store', director: 'store' },
  'register.countersign': { manager: 'store', director: 'store' },
  'figure.read': { consultant: 'own', manager: 'team', director: 'store' },
  'rotation.read': { front_desk: 'store', consultant: 'store', manager: 'store', director: 'store' },
  'rotation.skip': { front_desk: 'store', manager: 'store', director: 'store' },
  'rotation.manage': { manager: 'store', director: 'store' },
  'lead.read': { consultant: 'own', manager: 'team', director: 'store' },
  'lead.add': { front_desk: 'store', consultant: 'own', manager: 'team', director: 'store' },
  'lead.assign': { manager: 'team', director: 'store' },
  'lead.work': { consultant: 'own', manager: 'team', director: 'store' },
  'lead.nameHelper': { manager: 'team', director: 'store' },
  'appointment.read': { front_desk: 'store', consultant: 'own', manager: 'team', director: 'store' },
  'appointment.mark': { front_desk: 'store', consultant: 'own', manager: 'team', director: 'store' },
  'duplicate.check': { front_desk: 'store', consultant: 'own', manager: 'team', director: 'store' },
  'duplicate.read': { manager: 'team', director: 'store' },
  'duplicate.override': { manager: 'team', director: 'store' },
  'customer.merge': { manager: 'team', director: 'store' },
  // S7 Whoever asks to be forgotten, or for a copy of what is kept of him.
  'customer.erase': { director: 'store' },
  'customer.copyData': { director: 'store' },
  'testDrive.record': { consultant: 'own', manager: 'team', director: 'store' },
  'form.read': { consultant: 'own', manager: 'team', director: 'store' },
  'form.export': { manager: 'team', director: 'store' },
  'list.export': { manager: 'team', director: 'store' },
  'backup.read': { manager: 'store', director: 'store', admin: 'store' },
  'backup.make': { manager: 'store', director: 'store', admin: 'store' },
  'backup.restore': { director: 'store', admin: 'store' },
  'backup.setFolder': { director: 'store', admin: 'store' },
  // The desk prints the sheet of the register that it keeps.
  'output.record': {
    front_desk: 'own',
    consultant: 'own',
    manager: 'team',
    director: 'store',
    admin: 'store',
  },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>

export type Permission = keyof typeof rolePermissions

/** The reach of a role under a permission, or undefined where the role may not at all. */
export function reachOf(role: Role, permission: Permission): Reach | undefined {
  const table: Partial<Record<Role, Reach>> = rolePermissions[permission]
  return table[role]
}

/** All permissions of a role: the screens show only what main would allow. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(rolePermissions) as Permission[]).filter((p) => reachOf(role, p) !== undefined)
}
