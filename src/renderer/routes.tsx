import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { CustomerCardPage } from './features/customers/CustomerCardPage.tsx'
import { CustomersPage } from './features/customers/CustomersPage.tsx'
import { DailyCheckPage } from './features/daily-check/DailyCheckPage.tsx'
import { PrintCheckPage } from './features/daily-check/PrintCheckPage.tsx'
import { readSheetSearch } from './features/daily-check/sheet-form.ts'
import { SignedCheckPage } from './features/daily-check/SignedCheckPage.tsx'
import { ImportsPage } from './features/imports/ImportsPage.tsx'
import { LossesPage } from './features/losses/LossesPage.tsx'
import { readRegisterSearch } from './features/register/register-search.ts'
import { RegisterPage } from './features/register/RegisterPage.tsx'
import { SettingsPage } from './features/settings/SettingsPage.tsx'
import { StaffPage } from './features/staff/StaffPage.tsx'
import { ToDoPage } from './features/to-do/ToDoPage.tsx'
import { readViolationSearch } from './features/violations/violation-search.ts'
import { ViolationsPage } from './features/violations/ViolationsPage.tsx'
import { BackupsPage } from './features/backups/BackupsPage.tsx'
import { AuditPage } from './features/audit/AuditPage.tsx'
import { InstructionsPage } from './features/instructions/InstructionsPage.tsx'
import { HandoffPage } from './features/leaves/HandoffPage.tsx'
import { LeavesPage } from './features/leaves/LeavesPage.tsx'
import { MeetingPage } from './features/meeting/MeetingPage.tsx'
import { readOwnershipSearch, readVerdictSearch } from './features/ownership/ownership-search.ts'
import { OwnershipPage } from './features/ownership/OwnershipPage.tsx'
import { PrintNoticePage } from './features/customers/PrintNoticePage.tsx'
import { PrintVerdictPage } from './features/ownership/PrintVerdictPage.tsx'
import { VerdictPage } from './features/ownership/VerdictPage.tsx'
import { PenaltiesPage } from './features/penalties/PenaltiesPage.tsx'
import { PrintMonthPage } from './features/penalties/PrintMonthPage.tsx'
import { PolicyPage } from './features/policy/PolicyPage.tsx'
import { ReassignPage } from './features/reassignments/ReassignPage.tsx'
import { RecordingsPage } from './features/recordings/RecordingsPage.tsx'
import { PrintRectificationPage } from './features/rectifications/PrintRectificationPage.tsx'
import { readRectificationSearch } from './features/rectifications/rectification-search.ts'
import { RectificationsPage } from './features/rectifications/RectificationsPage.tsx'
import { readShowroomSearch } from './features/showroom/showroom-search.ts'
import { ShowroomPage } from './features/showroom/ShowroomPage.tsx'
import { RotationPage } from './features/rotation/RotationPage.tsx'
import { readLeadSearch } from './features/leads/lead-search.ts'
import { LeadsPage } from './features/leads/LeadsPage.tsx'
import { DuplicatesPage } from './features/duplicates/DuplicatesPage.tsx'
import { readDuplicatesSearch } from './features/duplicates/duplicates-search.ts'
import { readFormSearch } from './features/forms/form.ts'
import { FormsPage } from './features/forms/FormsPage.tsx'
import {
  PrintCardPage,
  PrintProgressPage,
  PrintRegisterPage,
  PrintReportPage,
} from './features/forms/PrintPages.tsx'
import { FiguresPage } from './features/figures/FiguresPage.tsx'
import { BoardPage } from './features/rotation/BoardPage.tsx'
import { Frame } from './frame/Frame.tsx'
import { NotFound } from './frame/NotFound.tsx'
import { PageFailed } from './frame/PageFailed.tsx'
import { Root } from './frame/Root.tsx'
import { WholeWindow } from './frame/WholeWindow.tsx'

/** Every address of the application. Pages below `frame` have the bars around them, the others the whole window. What comes before a session, `Root` draws. */

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: PageFailed })
const bare = { getParentRoute: () => root }
const frame = createRoute({ ...bare, id: 'frame', component: Frame })
const framed = { getParentRoute: () => frame }

const whole = createRoute({ ...bare, id: 'whole', component: WholeWindow })
const wholly = { getParentRoute: () => whole }

const routeTree = root.addChildren([
  createRoute({ ...bare, path: '/' }),
  createRoute({ ...bare, path: '/setup' }),
  createRoute({ ...bare, path: '/sign-in' }),
  createRoute({
    ...bare,
    path: '/print/daily-check/$on',
    component: PrintCheckPage,
    validateSearch: readSheetSearch,
  }),
  createRoute({ ...bare, path: '/print/verdict/$phone', component: PrintVerdictPage }),
  createRoute({ ...bare, path: '/print/penalties/$month', component: PrintMonthPage }),
  createRoute({ ...bare, path: '/print/rectification/$rectificationId', component: PrintRectificationPage }),
  createRoute({ ...bare, path: '/print/visit-register/$on', component: PrintRegisterPage }),
  createRoute({
    ...bare,
    path: '/print/progress/$month',
    component: PrintProgressPage,
    validateSearch: readFormSearch,
  }),
  createRoute({
    ...bare,
    path: '/print/daily-report/$on',
    component: PrintReportPage,
    validateSearch: readFormSearch,
  }),
  createRoute({ ...bare, path: '/print/customer-card/$customerId', component: PrintCardPage }),
  createRoute({ ...bare, path: '/print/privacy-notice/$customerId', component: PrintNoticePage }),
  whole.addChildren([
    createRoute({ ...wholly, path: '/meeting/$on', component: MeetingPage }),
    createRoute({ ...wholly, path: '/board', component: BoardPage }),
  ]),
  frame.addChildren([
    createRoute({ ...framed, path: '/to-do', component: ToDoPage }),
    createRoute({ ...framed, path: '/customers', component: CustomersPage }),
    createRoute({ ...framed, path: '/customers/$customerId', component: CustomerCardPage }),
    createRoute({
      ...framed,
      path: '/register',
      component: RegisterPage,
      validateSearch: readRegisterSearch,
    }),
    createRoute({ ...framed, path: '/losses', component: LossesPage }),
    createRoute({
      ...framed,
      path: '/showroom',
      component: ShowroomPage,
      validateSearch: readShowroomSearch,
    }),
    createRoute({ ...framed, path: '/rotation', component: RotationPage }),
    createRoute({ ...framed, path: '/leads', component: LeadsPage, validateSearch: readLeadSearch }),
    createRoute({
      ...framed,
      path: '/duplicates',
      component: DuplicatesPage,
      validateSearch: readDuplicatesSearch,
    }),
    createRoute({ ...framed, path: '/forms', component: FormsPage }),
    createRoute({ ...framed, path: '/figures', component: FiguresPage }),
    createRoute({ ...framed, path: '/daily-check', component: DailyCheckPage }),
    createRoute({
      ...framed,
      path: '/daily-check/signed/$on',
      component: SignedCheckPage,
      validateSearch: readSheetSearch,
    }),
    createRoute({
      ...framed,
      path: '/violations',
      component: ViolationsPage,
      validateSearch: readViolationSearch,
    }),
    createRoute({ ...framed, path: '/leaves', component: LeavesPage }),
    createRoute({ ...framed, path: '/leaves/$leaveId', component: HandoffPage }),
    createRoute({ ...framed, path: '/reassign', component: ReassignPage }),
    createRoute({ ...framed, path: '/instructions', component: InstructionsPage }),
    createRoute({
      ...framed,
      path: '/ownership',
      component: OwnershipPage,
      validateSearch: readOwnershipSearch,
    }),
    createRoute({
      ...framed,
      path: '/ownership/verdict',
      component: VerdictPage,
      validateSearch: readVerdictSearch,
    }),
    createRoute({ ...framed, path: '/recordings', component: RecordingsPage }),
    createRoute({ ...framed, path: '/penalties', component: PenaltiesPage }),
    createRoute({
      ...framed,
      path: '/rectifications',
      component: RectificationsPage,
      validateSearch: readRectificationSearch,
    }),
    createRoute({ ...framed, path: '/policy', component: PolicyPage }),
    createRoute({ ...framed, path: '/audit', component: AuditPage }),
    createRoute({ ...framed, path: '/imports', component: ImportsPage }),
    createRoute({ ...framed, path: '/backups', component: BackupsPage }),
    createRoute({ ...framed, path: '/staff', component: StaffPage }),
    createRoute({ ...framed, path: '/settings', component: SettingsPage }),
  ]),
])

export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultErrorComponent: PageFailed,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
