import './ui/app.css'
import { Router } from '@solidjs/router'
import { render } from 'solid-js/web'
import { noticeTouches } from './attended.ts'
import { routes } from './routes.tsx'
import { refreshSession } from './session.ts'
import { Shell } from './shell/shell.tsx'
import { applyTheme } from './shell/theme.ts'
import { language, speak } from './text.ts'

applyTheme()
noticeTouches(window)

const session = refreshSession().catch(() => undefined) // the shell says so, and offers to try again
await speak(language())
await session
render(() => <Router root={Shell}>{routes}</Router>, document.getElementById('app') as HTMLElement)
