import { rolePermissions, type Permission } from '#shared/access/permissions.ts'
import type { Role } from '#shared/domain/codes.ts'

const isPermission = (text: string): text is Permission => Object.hasOwn(rolePermissions, text)

/** The roles that hold a permission, to say whom to ask; none for a name that is no permission. */
export const rolesThatMay = (permission: string): Role[] =>
  isPermission(permission) ? (Object.keys(rolePermissions[permission]) as Role[]) : []
