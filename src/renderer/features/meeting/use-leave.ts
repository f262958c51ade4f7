import { useNavigate } from '@tanstack/react-router'
import { leaveFullScreen } from '../../ui/page/full-screen.ts'

/** Back to the daily check, in a window again. Nothing is lost: everything was saved at once. */
export function useLeave() {
  const navigate = useNavigate()
  return () => {
    void leaveFullScreen()
    void navigate({ to: '/daily-check' })
  }
}
