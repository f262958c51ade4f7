import {
  IconAddressBook,
  IconAlertOctagon,
  IconArrowsExchange,
  IconBeach,
  IconBuildingStore,
  IconChartBar,
  IconChecklist,
  IconClipboardCheck,
  IconDatabase,
  IconFileImport,
  IconFileText,
  IconForms,
  IconFlagOff,
  IconHistory,
  IconMessageReport,
  IconMicrophone,
  IconReportMoney,
  IconScale,
  IconSettings,
  IconShieldHalf,
  IconRotateClockwise2,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
  IconUsersMinus,
  type TablerIcon,
} from '@tabler/icons-react'
import { reachOf, type Permission } from '#shared/access/permissions.ts'
import type { Role } from '#shared/domain/codes.ts'
import type { Text } from '#shared/text/index.ts'

export interface NavEntry {
  readonly to:
    | '/to-do'
    | '/customers'
    | '/register'
    | '/losses'
    | '/showroom'
    | '/rotation'
    | '/leads'
    | '/duplicates'
    | '/forms'
    | '/figures'
    | '/daily-check'
    | '/violations'
    | '/penalties'
    | '/rectifications'
    | '/leaves'
    | '/instructions'
    | '/ownership'
    | '/recordings'
    | '/reassign'
    | '/policy'
    | '/audit'
    | '/imports'
    | '/backups'
    | '/staff'
    | '/settings'
  readonly permission: Permission
  readonly label: keyof Text['frame']['nav']
  /** The word where the role reaches only his own rows. */
  readonly ownLabel?: keyof Text['frame']['nav']
  /** The word where the role may open only a part of the page. */
  readonly part?: { readonly without: Permission; readonly label: keyof Text['frame']['nav'] }
  readonly icon: TablerIcon
  /** The neighbourhood it stands in. */
  readonly group: keyof Text['frame']['navGroups']
}

const entries: readonly NavEntry[] = [
  { to: '/to-do', permission: 'toDo.read', label: 'toDo', icon: IconChecklist, group: 'today' },
  {
    to: '/daily-check',
    permission: 'dailyCheck.read',
    label: 'dailyCheck',
    ownLabel: 'myCheck',
    icon: IconClipboardCheck,
    group: 'today',
  },
  {
    to: '/customers',
    permission: 'customer.read',
    label: 'customers',
    ownLabel: 'myCustomers',
    icon: IconUsers,
    group: 'today',
  },
  {
    to: '/showroom',
    permission: 'visit.read',
    label: 'showroom',
    ownLabel: 'myVisits',
    icon: IconBuildingStore,
    group: 'reception',
  },
  {
    to: '/register',
    permission: 'customer.register',
    label: 'register',
    icon: IconUserPlus,
    group: 'reception',
  },
  {
    to: '/rotation',
    permission: 'rotation.read',
    label: 'rotation',
    icon: IconRotateClockwise2,
    group: 'reception',
  },
  {
    to: '/leads',
    permission: 'appointment.read',
    label: 'leads',
    ownLabel: 'myLeads',
    part: { without: 'lead.read', label: 'appointments' },
    icon: IconAddressBook,
    group: 'reception',
  },
  {
    to: '/losses',
    permission: 'loss.read',
    label: 'losses',
    ownLabel: 'myLosses',
    icon: IconFlagOff,
    group: 'customers',
  },
  {
    to: '/ownership',
    permission: 'ownership.read',
    label: 'ownership',
    icon: IconShieldHalf,
    group: 'customers',
  },
  {
    to: '/recordings',
    permission: 'recording.read',
    label: 'recordings',
    icon: IconMicrophone,
    group: 'customers',
  },
  {
    to: '/duplicates',
    permission: 'duplicate.read',
    label: 'duplicates',
    icon: IconUsersMinus,
    group: 'customers',
  },
  {
    to: '/reassign',
    permission: 'customer.reassign',
    label: 'reassignments',
    icon: IconArrowsExchange,
    group: 'customers',
  },
  { to: '/forms', permission: 'form.read', label: 'forms', icon: IconForms, group: 'reports' },
  { to: '/figures', permission: 'figure.read', label: 'figures', icon: IconChartBar, group: 'reports' },
  {
    to: '/violations',
    permission: 'violation.read',
    label: 'violations',
    icon: IconAlertOctagon,
    group: 'supervision',
  },
  {
    to: '/penalties',
    permission: 'penalty.read',
    label: 'penalties',
    icon: IconReportMoney,
    group: 'supervision',
  },
  {
    to: '/rectifications',
    permission: 'rectification.read',
    label: 'rectifications',
    icon: IconFileText,
    group: 'supervision',
  },
  {
    to: '/instructions',
    permission: 'instruction.read',
    label: 'instructions',
    ownLabel: 'myInstructions',
    icon: IconMessageReport,
    group: 'supervision',
  },
  { to: '/leaves', permission: 'leave.read', label: 'leaves', icon: IconBeach, group: 'supervision' },
  { to: '/policy', permission: 'policy.publish', label: 'policy', icon: IconScale, group: 'store' },
  { to: '/audit', permission: 'audit.read', label: 'audit', icon: IconHistory, group: 'store' },
  { to: '/imports', permission: 'import.run', label: 'imports', icon: IconFileImport, group: 'store' },
  { to: '/backups', permission: 'backup.read', label: 'backups', icon: IconDatabase, group: 'store' },
  { to: '/staff', permission: 'staff.read', label: 'staff', icon: IconUsersGroup, group: 'store' },
  { to: '/settings', permission: 'store.read', label: 'settings', icon: IconSettings, group: 'store' },
]

/** How many entries have a number of their own on the keyboard. */
export const numbered = 9

const homes: Readonly<Record<Role, NavEntry['to']>> = {
  front_desk: '/showroom',
  consultant: '/to-do',
  manager: '/daily-check',
  director: '/daily-check',
  admin: '/staff',
}
/** Where somebody's day begins. */
export const homeOf = (role: Role) => homes[role]

/** Colleagues are a list to most; only those who manage them need the screen. */
const hidden: Readonly<Partial<Record<Role, readonly NavEntry['to'][]>>> = {
  front_desk: ['/staff'],
  consultant: ['/staff'],
}

/** What the role uses: its home first, then the rest of its neighbourhood, then the others. */
export function navigationOf(role: Role): NavEntry[] {
  const usable = entries.filter(
    ({ to, permission }) => reachOf(role, permission) !== undefined && !hidden[role]?.includes(to),
  )
  const home = usable.filter(({ to }) => to === homeOf(role))
  const beside = usable.filter(({ group, to }) => group === home[0]?.group && to !== homeOf(role))
  return [...home, ...beside, ...usable.filter(({ group }) => group !== home[0]?.group)]
}

/** The same in their neighbourhoods, in the same order. */
export function neighbourhoodsOf(entries: readonly NavEntry[]) {
  const groups = [...new Set(entries.map(({ group }) => group))]
  return groups.map((group) => ({ group, entries: entries.filter((entry) => entry.group === group) }))
}

/** The permission a page needs; undefined for a page that needs none. */
export const permissionOfPage = (path: string): Permission | undefined =>
  entries.find(({ to }) => path === to || path.startsWith(`${to}/`))?.permission
export const labelOf = ({ permission, part, label, ownLabel }: NavEntry, role: Role) => {
  if (part && reachOf(role, part.without) === undefined) return part.label
  return ownLabel && reachOf(role, permission) === 'own' ? ownLabel : label
}
