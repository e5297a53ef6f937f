/** Line drawings in a square of 24. */
const paths = {
  back: 'M15 5l-7 7 7 7',
  bank: 'M4 10h16M6 10v8m4-8v8m4-8v8m4-8v8M3 20h18M12 3l8 5H4z',
  check: 'M5 13l4 4L19 7',
  clock: 'M12 7v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  moon: 'M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5z',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm5-2l4 4',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v3m0 14v3M2 12h3m14 0h3M5 5l2 2m10 10l2 2M5 19l2-2M17 7l2-2',
  upload: 'M12 16V4m0 0L7 9m5-5l5 5M4 16v4h16v-4',
  warning: 'M12 4l9 16H3zM12 10v4m0 3v.01',
} as const

export type IconName = keyof typeof paths

/** An icon beside a text of the same meaning, so it is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
