import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './styles/tokens.css'
import './styles/base.css'
import { applyTheme } from './theme/theme.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element with the id "root".')
applyTheme()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
