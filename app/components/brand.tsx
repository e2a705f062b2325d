import { frameText } from '~/text/frame.en'

/** The sign of the product: an M on a rounded square, in ink. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden>
      <rect x="1" y="1" width="18" height="18" rx="5" fill="var(--ink)" />
      <path
        d="M5 14V6.2l5 5.3 5-5.3V14"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}

/** Sign and name, for pages outside the frame such as sign-in. */
export function Brand() {
  return (
    <div className="flex items-center gap-2.5 text-t16 font-strong">
      <BrandMark size={28} />
      {frameText.product}
    </div>
  )
}
