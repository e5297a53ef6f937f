import { Suspense } from 'react'
import { Route, Router, Switch } from 'wouter'
import { CasePage } from './case/case-page.tsx'
import { AppShell } from './layout/app-shell.tsx'
import { NotFound } from './layout/not-found.tsx'
import { ErrorBoundary } from './loading/error-boundary.tsx'
import { FailedPage } from './loading/failed-page.tsx'
import { Skeleton } from './loading/skeleton.tsx'
import { NewCasePage } from './new-case/new-case-page.tsx'
import { Session } from './session/session.tsx'
import { WorkListPage } from './work-list/work-list-page.tsx'

/** The path of the console at the server. */
const base = '/console'

/** The whole console: the session and the page. */
export function App() {
  return (
    <Session>
      <Router base={base}>
        <AppShell>
          <ErrorBoundary fallback={(error, retry) => <FailedPage error={error} retry={retry} />}>
            <Suspense fallback={<Skeleton label="The page is loading" lines={8} />}>
              <Switch>
                <Route path="/" component={WorkListPage} />
                <Route path="/new" component={NewCasePage} />
                <Route path="/cases/:id/*?">{({ id }) => <CasePage key={id} id={id} />}</Route>
                <Route component={NotFound} />
              </Switch>
            </Suspense>
          </ErrorBoundary>
        </AppShell>
      </Router>
    </Session>
  )
}
