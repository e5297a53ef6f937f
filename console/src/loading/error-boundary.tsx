import { Component, type ReactNode } from 'react'
import { AttemptContext } from './attempt.ts'

interface ErrorBoundaryProps {
  /** Renders the replacement of the children; `retry` renders them again. May throw the error to the next boundary. */
  readonly fallback: (error: unknown, retry: () => void) => ReactNode
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly failure: { readonly error: unknown } | null
  readonly attempt: number
}

/** Catches errors of a part of the page. A class, because React has no hook for it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: null, attempt: 0 }

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { failure: { error } }
  }

  override render(): ReactNode {
    const { failure, attempt } = this.state
    if (failure !== null) return this.props.fallback(failure.error, this.retry)
    return <AttemptContext value={attempt}>{this.props.children}</AttemptContext>
  }

  private readonly retry = (): void => {
    this.setState(({ attempt }) => ({ failure: null, attempt: attempt + 1 }))
  }
}
