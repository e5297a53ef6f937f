import type { ReactNode } from 'react'
import { Link } from 'wouter'
import icon from '../icon.svg'
import { ConnectionNotice } from '../live/connection-notice.tsx'
import { ThemeToggle } from '../theme/theme-toggle.tsx'
import styles from './app-shell.module.css'

/** The frame of every page. */
export function AppShell({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <header className={styles.header}>
        <Link href="/" className={styles.brand}>
          <img src={icon} alt="" width="28" height="28" />
          Assay
        </Link>
        <nav className={styles.nav} aria-label="Pages">
          <Link href="/" className={isActive => (isActive ? styles.active : undefined)}>
            Work list
          </Link>
          <Link href="/new" className={isActive => (isActive ? styles.active : undefined)}>
            New case
          </Link>
        </nav>
        <a className={styles.explorer} href="/explorer">
          API explorer
        </a>
        <ThemeToggle />
      </header>
      <ConnectionNotice />
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
