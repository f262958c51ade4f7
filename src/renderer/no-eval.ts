import { config } from 'zod'

// zod probes for `new Function`, which the page's content security policy forbids and reports.
config({ jitless: true })
