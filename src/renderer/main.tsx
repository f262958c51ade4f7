import './no-eval.ts'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './styles/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './api/window-name.ts' // before the language, which takes what the shell named out of the address
import './api/wanted-page.ts' // before the router, which goes where somebody can sign in
import { noteProblem, noteProblems } from './api/desktop.ts'
import './ui/keys/hold-keys.ts' // before anything else listens to keys
import './ui/words/i18n.ts'
import { App } from './App.tsx'

noteProblems()
const root = document.getElementById('root')
if (root)
  createRoot(root, {
    // Caught by the page that stands in for the one that failed; the console and the log hear of it all the same.
    onCaughtError: (error) => {
      console.error(error)
      noteProblem(error)
    },
  }).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
