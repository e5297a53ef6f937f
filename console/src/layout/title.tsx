import { type ReactNode, useEffect, useRef } from 'react'

interface TitleProps {
  readonly children: string
  /** The title of the browser tab. Default: the title itself. */
  readonly tab?: string
}

/** True after the first page, which the browser itself announces. */
let isLater = false

/** The title of a page. It gets the focus after navigation, so that screen readers announce the page. */
export function Title({ children, tab = children }: TitleProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isLater) heading.current?.focus()
    isLater = true
  }, [])
  return (
    <>
      <title>{`${tab} · Assay`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </>
  )
}
